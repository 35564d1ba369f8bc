/**
 * A distribution point that is a folder: versions beside each other, a name that always is the current one, and a signed
 * manifest. Order of a send: bytes arrive and are compared with their digest; they get their place among the versions;
 * the fixed name changes over in one rename; the manifest says so; what is kept no more goes.
 */
import { dirname, join } from 'node:path';
import { throttle } from '../../../content/download/bandwidth.ts';
import type { PointCheck, PointFolderSettings, PointImage, PointManifest } from '../../../contract/generated/types.ts';
import { Problem } from '../../../errors.ts';
import { renamePatiently } from '../../publishing/rename-patiently.ts';
import { checked } from '../checked.ts';
import type { Content, DistributionPoint, PointContext, Sent } from '../point.ts';
import type { Candidate } from './bringing.ts';
import { bring } from './candidate.ts';
import { imageEntry, knownManifest, manifestWith, versionEntry } from './known-manifest.ts';
import { fixedNameOf, imageFolder, manifestPath, partPaths, sparePaths, underRoot, versionFile } from './layout.ts';
import { assertReady, markFolder } from './mark.ts';
import { pointProblem } from './point-problem.ts';
import { openPublished } from './published.ts';
import { retire } from './retire.ts';
import { longestManifest } from './signed-manifest.ts';
import { ensureSpare } from './spare.ts';

type Settings = PointFolderSettings;

export function openStore(settings: Settings, context: PointContext): DistributionPoint {
  return new Store(settings, context);
}

class Store implements DistributionPoint {
  readonly #settings: Settings;
  readonly #context: PointContext;
  readonly #root: string;

  constructor(settings: Settings, context: PointContext) {
    this.#settings = settings;
    this.#context = context;
    this.#root = settings.path;
  }

  prepare(): Promise<void> {
    return this.#there(() => markFolder(this.#context, this.#root));
  }

  send(content: Content): Promise<Sent> {
    return this.#there(async () => {
      const { ports } = this.#context;
      await assertReady(this.#context, this.#root);
      const { manifest, warnings } = await this.#known();
      const entry = manifest.images.find(({ imageId }) => imageId === content.imageId);
      const file = versionFile(content.imageId, content.sourceVersion);
      const path = underRoot(this.#root, file);
      ports.files.makeFolder(dirname(path));
      const present = await this.#presentCopy(manifest, content, file);
      let candidate: Candidate = { path, method: 'same', bytesSent: 0 };
      if (present !== 'same') {
        candidate = present ?? (await this.#brought(entry, content));
        await this.#rename(candidate.path, path);
        ports.files.remove(partPaths(this.#root, content.imageId).journal);
        if (candidate.method === 'patched') ports.files.remove(sparePaths(this.#root, content.imageId).journal);
        ports.files.syncFolder(dirname(path));
      }
      const fixedName = await this.#fix(manifest, content, path);
      const { url, keepPrevious = 1, spare = true } = this.#settings;
      const current = versionEntry(content, { file, url, sent: ports.clock.now() });
      const others = (entry?.versions ?? []).filter((each) => each.file !== file);
      const image = imageEntry(content, { fixedName, versions: [current, ...others.slice(0, keepPrevious)] });
      await this.#writeManifest(manifest, image);
      if (entry?.fixedName != null && entry.fixedName !== fixedName) {
        ports.files.remove(join(this.#root, fixedNameChecked(entry.fixedName)));
      }
      retire({ ports, root: this.#root, imageId: content.imageId }, { kept: image.versions, before: others, spare });
      const bytesReused = content.size - candidate.bytesSent;
      const { method, bytesSent } = candidate;
      return { method, bytesSent, bytesReused: Math.max(0, bytesReused), path: join(this.#root, fixedName), warnings };
    });
  }

  damage({
    imageId,
    sourceVersion,
    sha256,
  }: Pick<Content, 'imageId' | 'sourceVersion' | 'sha256'>): Promise<string | undefined> {
    return this.#there(async () => {
      await assertReady(this.#context, this.#root);
      const { manifest, warnings } = await this.#known();
      const [warning] = warnings;
      if (warning !== undefined) return warning;
      const entry = manifest.images.find((each) => each.imageId === imageId);
      const current = entry?.versions[0];
      if (entry === undefined || current?.sourceVersion !== sourceVersion)
        return 'its manifest does not have this version';
      const named = entry.fixedName === null ? [] : [join(this.#root, fixedNameChecked(entry.fixedName))];
      for (const path of [underRoot(this.#root, current.file), ...named]) {
        if (!(await this.#isWhole(path, sha256))) return `${path} is missing or was changed`;
      }
      return undefined;
    });
  }

  async rest(content: Content): Promise<void> {
    const { ports } = this.#context;
    const { spare = true } = this.#settings;
    if (!spare) return;
    const { imageId, sourceVersion, sha256, size } = content;
    const path = underRoot(this.#root, versionFile(imageId, sourceVersion));
    await ensureSpare(ports, this.#root, imageId, { path, sha256, size });
  }

  async test(): Promise<PointCheck[]> {
    const { ports } = this.#context;
    const checks: PointCheck[] = [];
    const attempt = async (what: string, work: () => Promise<string>): Promise<void> => {
      checks.push(await checked(what, () => this.#there(work)));
    };
    await attempt('find the folder of this site', async () => {
      await assertReady(this.#context, this.#root);
      return `${this.#root} is there.`;
    });
    if (checks.some(({ ok }) => !ok)) return checks;
    await attempt('write a file', async () => {
      const path = join(this.#root, `${ports.ids.next()}.test`);
      ports.files.makePrivate(path, 'test');
      ports.files.remove(path);
      return `${Math.floor(ports.files.freeSpace(this.#root) / 1e6)} MB are free.`;
    });
    await attempt('read the manifest', async () => {
      const { manifest, warnings } = await this.#known();
      const [warning] = warnings;
      if (warning !== undefined) throw new Error(warning);
      return `It serves ${manifest.images.length} images.`;
    });
    return checks;
  }

  /** On Windows what somebody fetches just now can be replaced only when it is closed. */
  #rename(from: string, to: string): Promise<void> {
    const { ports, name } = this.#context;
    return renamePatiently(ports, from, to, (cause) => {
      const detail = `${name} (${this.#root}): another program uses ${to}.`;
      return new Problem('ImgPointUnwritable', {
        detail,
        remedy: 'Send again when nobody reads the file; a worker does. What it serves is as it was.',
        cause,
      });
    });
  }

  /** Errors of the platform in `work` are told as what they mean for this distribution point. */
  async #there<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      throw pointProblem(error, { name: this.#context.name, root: this.#root });
    }
  }

  /** What the manifest says; one that is not ours or was changed says nothing. */
  async #known(): Promise<{ manifest: PointManifest; warnings: string[] }> {
    const { files } = this.#context.ports;
    const path = manifestPath(this.#root);
    const facts = files.facts(path);
    // Longer ones are none: of what is too long, nothing is read.
    const text =
      facts?.kind !== 'file' ? undefined : facts.size > longestManifest ? '' : files.text(path, longestManifest);
    return knownManifest(this.#context, path, text);
  }

  /** 'same' where this version is there and whole; a second name where other content there has the same bytes. */
  async #presentCopy(manifest: PointManifest, content: Content, file: string): Promise<'same' | Candidate | undefined> {
    const { files } = this.#context.ports;
    const versions = manifest.images
      .flatMap((image) => image.versions)
      .filter(({ sha256 }) => sha256 === content.sha256);
    for (const version of versions.sort((a, b) => Number(b.file === file) - Number(a.file === file))) {
      const path = underRoot(this.#root, version.file);
      if (!(await this.#isWhole(path, content.sha256))) continue;
      if (version.file === file) return 'same';
      const { part, journal } = partPaths(this.#root, content.imageId);
      files.remove(journal);
      files.remove(part);
      if (!files.link(path, part)) await files.duplicate(path, part);
      return { path: part, method: 'linked', bytesSent: 0 };
    }
    return undefined;
  }

  #brought(entry: PointImage | undefined, content: Content): Promise<Candidate> {
    const { ports, name, signal, onProgress } = this.#context;
    const { bandwidthLimit = 0, bandwidthWindow = '', patience = 120 } = this.#settings;
    const limited = throttle(ports.clock, { bandwidthLimit, bandwidthWindow });
    const base = entry?.versions
      .map(({ file, size, sha256 }) => ({ path: underRoot(this.#root, file), size, sha256 }))
      .find(({ path, size }) => ports.files.facts(path)?.size === size);
    return bring({
      ...{ ports, name, root: this.#root, content, base, gap: 0, patience: patience * 1000, signal, onProgress },
      open: () => openPublished(ports, content),
      travel: (bytes) => limited.take(bytes, signal),
    });
  }

  async #isWhole(path: string, sha256: string): Promise<boolean> {
    const { files } = this.#context.ports;
    if (files.facts(path)?.kind !== 'file') return false;
    return (await files.digest(path, ['sha256'], { signal: this.#context.signal })).sha256 === sha256;
  }

  /** Makes the name that always is the current version stand for this file, in one step. */
  async #fix(manifest: PointManifest, content: Content, path: string): Promise<string> {
    const { files } = this.#context.ports;
    const name = await this.#fixedName(manifest, content);
    const target = join(this.#root, name);
    const temporary = join(imageFolder(this.#root, content.imageId), 'current.new');
    files.remove(temporary);
    if (!files.link(path, temporary)) await files.duplicate(path, temporary);
    await this.#rename(temporary, target);
    // Two names of one file: the rename did nothing, and both are there.
    files.remove(temporary);
    files.syncFolder(this.#root);
    return name;
  }

  /** Never a name that belongs to another image, or to a file that somebody else put there. */
  async #fixedName(manifest: PointManifest, { imageId, imageName, sha256 }: Content): Promise<string> {
    const wanted = fixedNameOf(imageName);
    const owner = manifest.images.find(({ fixedName }) => fixedName?.toLowerCase() === wanted.toLowerCase());
    if (owner?.imageId === imageId) return wanted;
    const path = join(this.#root, wanted);
    const isFree = this.#context.ports.files.facts(path) === undefined || (await this.#isWhole(path, sha256));
    return owner === undefined && isFree ? wanted : fixedNameOf(`${imageName.slice(0, 50)} (${imageId})`);
  }

  async #writeManifest(known: PointManifest, image: PointImage): Promise<void> {
    const { files } = this.#context.ports;
    files.replaceText(manifestPath(this.#root), await manifestWith(this.#context, known, image));
    files.syncFolder(this.#root);
  }
}

/** From a manifest that we signed ourselves; a name all the same, never a path. */
function fixedNameChecked(name: string): string {
  return fixedNameOf(name.replace(/\.wim$/, ''));
}
