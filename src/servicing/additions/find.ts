/**
 * Where the languages and features on demand of an order come from, and what of them each index gets: known before the
 * run, so that nothing is mounted for what is not there.
 */
import { Problem } from '../../errors.ts';
import { capabilityLanguage, languageFeaturePackage } from '../../formats/mum/capability.ts';
import { languagesIn } from '../../images/behind.ts';
import type { HasCapability } from '../../images/capabilities.ts';
import type { ImageIndex } from '../../images/types.ts';
import type { Ports } from '../../ports/index.ts';
import { baseBuild } from '../../updates/known-releases.ts';
import type { PlanAdditions, PlanFeatureSource } from '../plan/input.ts';
import { assertPayload, featuresFor, type WantedFeatures } from './features.ts';
import { fitsIndex, type LanguagePack, languagePacksIn, packWords } from './language-packs.ts';
import { type FeatureSource, openFeatureSource, type SourceFile } from './source.ts';

/** What an order says of them. */
export interface WantedAdditions extends WantedFeatures {
  languages: readonly string[];
  capabilities: readonly string[];
  capabilitySources: readonly string[];
}

/** An index as it is now. */
export type IndexBefore = Pick<
  ImageIndex,
  'index' | 'name' | 'languages' | 'architecture' | 'build' | 'installationType' | 'packages' | 'features'
> & { has: HasCapability };

export interface FoundAdditions {
  sources: PlanFeatureSource[];
  byIndex: Map<number, PlanAdditions>;
}

/** Throws Problem ImgCapabilityNotFound and ImgFeatureNotFound for what the sources do not hold for an index. */
export function findAdditions(ports: Ports, wanted: WantedAdditions, indexes: readonly IndexBefore[]): FoundAdditions {
  const { languages: tags, capabilities: names, features } = wanted;
  if (tags.length + names.length + features.length === 0) return { sources: [], byIndex: new Map() };
  const opened: FeatureSource[] = [];
  try {
    for (const path of wanted.capabilitySources) opened.push(openFeatureSource(ports, path));
    const packs = new Map(wanted.languages.map((language) => [language, languagePacksIn(ports, opened, language)]));
    for (const each of wanted.capabilities) assertFeature(each, opened);
    const byIndex = new Map(indexes.map((each) => [each.index, additionsOf(each, wanted, packs)]));
    // What an image cannot have at all needs no payload.
    if (features.length > 0) assertPayload(ports, wanted);
    const languages = new Set(indexes.flatMap((each) => [...each.languages, ...wanted.languages]).map(lower));
    for (const each of wanted.capabilities) languages.add(capabilityLanguage(each).toLowerCase());
    const taken = [...byIndex.values()].flatMap((each) => each.languages);
    const isSearched = [...byIndex.values()].some(({ capabilities }) => capabilities.length > 0);
    const sources = opened.map((source, at) => {
      const own = taken.filter(({ source: number }) => number === at + 1).map(({ file }) => file);
      return planSource(source, at + 1, { packs: own, languages, isSearched });
    });
    return { sources, byIndex };
  } finally {
    for (const source of opened) source.close();
  }
}

function additionsOf(
  index: IndexBefore,
  wanted: WantedAdditions,
  packs: ReadonlyMap<string, readonly LanguagePack[]>,
): PlanAdditions {
  const { languages, capabilities } = wanted;
  const features = featuresFor(index, wanted);
  const present = new Set([...index.languages, ...languagesIn(index.packages ?? [])].map(lower));
  const isThere = (language: string): boolean => present.has(lower(language));
  return {
    languages: languages
      .filter((language) => !isThere(language))
      .map((language) => {
        const { source, file } = packFor(index, language, packs.get(language) ?? []);
        return { language, source, file: file.path, size: file.size };
      }),
    capabilities: capabilities.filter((name) => !index.has(name)),
    features: features.wanted,
    there: [...languages.filter(isThere), ...capabilities.filter(index.has), ...features.there],
  };
}

function packFor(index: IndexBefore, language: string, packs: readonly LanguagePack[]): LanguagePack {
  const fitting = packs.find((pack) => fitsIndex(pack, index));
  if (fitting !== undefined) return fitting;
  const others = packs.map(packWords).join(', ');
  const wanted = `${index.installationType ?? 'Windows'} ${baseBuild(index.build ?? 0)} ${index.architecture}`;
  throw new Problem('ImgCapabilityNotFound', {
    detail: `The sources hold no language pack ${language} for index ${index.index} (${wanted})${others === '' ? '' : `, only for ${others}`}.`,
  });
}

/** Of language features the name of the package is known; of everything else DISM decides. */
function assertFeature(capability: string, sources: readonly FeatureSource[]): void {
  const wanted = languageFeaturePackage(capability)?.toLowerCase();
  if (wanted === undefined) return;
  const isHeld = sources.some(({ files }) => files.some(({ path }) => nameOf(path).startsWith(wanted)));
  if (isHeld) return;
  throw new Problem('ImgCapabilityNotFound', { detail: `The sources hold no ${capability} (${wanted}*.cab).` });
}

function planSource(
  { path, isDisc, files }: FeatureSource,
  number: number,
  needs: { packs: readonly string[]; languages: ReadonlySet<string>; isSearched: boolean },
): PlanFeatureSource {
  const folders = needs.isSearched ? featureFolders(files) : [];
  const isNeeded = ({ path: file }: SourceFile): boolean =>
    needs.packs.includes(file) || (isBelow(file, folders) && !isForeign(nameOf(file), foreign));
  const foreign = languagesOn(files).filter((tag) => !needs.languages.has(tag));
  return { number, path, isDisc, folders, files: isDisc ? files.filter(isNeeded) : [] };
}

/** Folders that DISM is given: those that describe their features, else all with cabinets in them. */
function featureFolders(files: readonly SourceFile[]): string[] {
  const cabinets = files.filter(({ path }) => /\.cab$/i.test(path));
  const described = cabinets.filter(({ path }) => /^fodmetadata/.test(nameOf(path)));
  return [...new Set((described.length > 0 ? described : cabinets).map(({ path }) => folderOf(path)))];
}

/** In one of these folders, or in the folder "metadata" of one. */
function isBelow(file: string, folders: readonly string[]): boolean {
  const folder = folderOf(file);
  return folders.some(
    (each) => folder === each || lower(folder) === lower(each === '' ? 'metadata' : `${each}/metadata`),
  );
}

/** Languages that files of a source are for. A disc has some forty; of most nothing is needed. */
function languagesOn(files: readonly SourceFile[]): string[] {
  const found = files.flatMap(({ path }) => {
    const name = nameOf(path);
    const [, tag] =
      /language-?pack_[a-z0-9]+_([a-z0-9-]+)\.cab$/.exec(name) ??
      /languagefeatures-basic-([a-z0-9-]+)-package/.exec(name) ??
      /~([a-z]{2,3}-[a-z0-9-]+)~[0-9.]*\.cab$/.exec(name) ??
      [];
    return tag ?? [];
  });
  return [...new Set(found)];
}

function isForeign(name: string, languages: readonly string[]): boolean {
  return languages.some((tag) => new RegExp(`[-_~]${tag}[-_~.]`).test(name));
}

function nameOf(path: string): string {
  return lower(path.slice(path.lastIndexOf('/') + 1));
}

function folderOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')));
}

function lower(text: string): string {
  return text.toLowerCase();
}
