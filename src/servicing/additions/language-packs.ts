import { openCab } from '../../formats/cab/open.ts';
import { FormatError } from '../../formats/format-error.ts';
import type { PackageIdentity } from '../../formats/mum/identity.ts';
import { parseManifest } from '../../formats/mum/parse.ts';
import { packageRole } from '../../formats/mum/role.ts';
import type { Ports } from '../../ports/index.ts';
import { vocabularyArchitecture } from '../../updates/kinds.ts';
import { baseBuild } from '../../updates/known-releases.ts';
import type { FeatureSource, SourceFile } from './source.ts';

/** A language pack in a source: what it says of itself decides, not the name of its file. */
export interface LanguagePack {
  /** Number of its source, from 1. */
  source: number;
  file: SourceFile;
  language: string;
  architecture: string;
  build: number;
  isServer: boolean;
}

const largestManifest = 16 * 2 ** 20;

/** The packs of a language in the sources. Cabinets that cannot be read are none. */
export function languagePacksIn(ports: Ports, sources: readonly FeatureSource[], language: string): LanguagePack[] {
  const tag = language.toLowerCase();
  return sources.flatMap((source, at) =>
    source.files
      .filter(({ path }) => mayBePack(path.toLowerCase(), tag))
      .flatMap((file): LanguagePack[] => {
        const identity = identityOf(ports, source, file);
        if (identity === undefined || packageRole(identity.name) !== 'language-pack') return [];
        if (identity.language.toLowerCase() !== tag) return [];
        return [
          {
            ...{ source: at + 1, file, language: identity.language },
            architecture: vocabularyArchitecture(identity.architecture),
            build: Number(identity.version.split('.')[2] ?? 0),
            isServer: /-server-/i.test(identity.name),
          },
        ];
      }),
  );
}

/** "x64/langpacks/Microsoft-Windows-Client-Language-Pack_x64_de-de.cab", or "langs/de-de/lp.cab". */
function mayBePack(path: string, tag: string): boolean {
  const name = path.slice(path.lastIndexOf('/') + 1);
  return name === 'lp.cab' || (/language-?pack/.test(name) && name.includes(tag) && name.endsWith('.cab'));
}

function identityOf({ compression }: Ports, source: FeatureSource, file: SourceFile): PackageIdentity | undefined {
  const content = source.open(file);
  try {
    const cab = openCab(content, compression);
    const manifest = cab.members.find(({ name }) => name.toLowerCase() === 'update.mum');
    return manifest === undefined ? undefined : parseManifest(cab.readAll(manifest, largestManifest)).identity;
  } catch (error) {
    if (error instanceof FormatError) return undefined;
    throw error;
  } finally {
    content.close();
  }
}

/** What an index asks of a language pack. */
export interface WantedPack {
  architecture: string | null;
  build: number | null;
  installationType: string | null;
}

/** Whether a pack is for this Windows: releases that share their packages share their languages. */
export function fitsIndex({ architecture, build, isServer }: LanguagePack, wanted: WantedPack): boolean {
  const wantsServer = /^server/i.test(wanted.installationType ?? '');
  return architecture === wanted.architecture && build === baseBuild(wanted.build ?? 0) && isServer === wantsServer;
}

/** For people: "Windows Server 20348 x64". */
export function packWords({ architecture, build, isServer }: LanguagePack): string {
  return `${isServer ? 'Server' : 'Client'} ${build} ${architecture}`;
}
