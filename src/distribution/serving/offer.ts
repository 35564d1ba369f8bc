/**
 * What a distribution point offers now: the files of its signed manifest and nothing else in its folder, each only after
 * it was read once and found whole.
 */
import pLimit from 'p-limit';
import type { PointManifest } from '../../contract/generated/types.ts';
import type { FileFacts, RandomFile } from '../../ports/files.ts';
import type { Ports } from '../../ports/index.ts';
import { manifestPath, underRoot } from '../points/store/layout.ts';
import { longestManifest, readManifest } from '../points/store/signed-manifest.ts';

/** Milliseconds after which a manifest that looks the same is read again: two may be of one size and moment. */
const oldest = 2_000;

export interface Offering {
  ports: Pick<Ports, 'files' | 'clock' | 'signing'>;
  root: string;
  /** Fingerprints of the sites whose manifests are served. */
  trusted: ReadonlySet<string>;
  signal: AbortSignal;
  onNote(message: string): void;
}

export interface OfferedManifest {
  text: string;
  manifest: PointManifest;
}

interface OfferedFile {
  size: number;
  sha256: string;
}

export class Offer {
  readonly #offering: Offering;
  #read: { size: number; modified: number; at: number; offered: OfferedManifest | undefined } | undefined;
  readonly #whole = new Map<string, { facts: FileFacts; sha256: string; is: Promise<boolean> }>();
  readonly #limit = pLimit(2);
  #noted = '';

  constructor(offering: Offering) {
    this.#offering = offering;
  }

  /** Undefined where there is none, or none that is believed. Throws errors of the platform. */
  manifest(): OfferedManifest | undefined {
    const { files, clock } = this.#offering.ports;
    const path = manifestPath(this.#offering.root);
    const facts = files.facts(path);
    if (facts?.kind !== 'file') return undefined;
    const { size, modified } = facts;
    const now = clock.now().getTime();
    const known = this.#read;
    const isKnown = known?.size === size && known.modified === modified && Math.abs(now - known.at) < oldest;
    if (isKnown) return known.offered;
    const text = size > longestManifest ? '' : files.text(path, longestManifest);
    const offered = known?.offered?.text === text ? known.offered : this.#believed(text);
    this.#read = { size, modified, at: now, offered };
    return offered;
  }

  /** The file that a path below the distribution point means: a version, or the fixed name of an image. */
  find({ manifest }: OfferedManifest, path: string): (OfferedFile & { file: string }) | undefined {
    for (const { fixedName, versions } of manifest.images) {
      const version = path === fixedName ? versions[0] : versions.find(({ file }) => file === path);
      if (version !== undefined) return version;
    }
    return undefined;
  }

  /** Opens a file when it is whole; undefined when it is not, or is gone. The caller closes it. */
  async open({ file, size, sha256 }: OfferedFile & { file: string }): Promise<RandomFile | undefined> {
    const { files } = this.#offering.ports;
    const path = underRoot(this.#offering.root, file);
    // A send that replaces the file meanwhile: the second look sees its end.
    for (let look = 0; look < 2; look++) {
      const before = files.facts(path);
      if (before?.kind !== 'file' || before.size !== size || !(await this.#isWhole(path, before, sha256)))
        return undefined;
      const opened = await files.random(path, 'read').catch(() => undefined);
      if (opened === undefined) return undefined;
      const after = files.facts(path);
      if (opened.size === size && after?.size === before.size && after.modified === before.modified) return opened;
      await opened.close();
    }
    return undefined;
  }

  /** Reads the current versions ahead, so that nobody waits for it. */
  async prove(): Promise<void> {
    for (const { versions } of this.manifest()?.manifest.images ?? []) {
      const [current] = versions;
      if (current !== undefined) await (await this.open(current))?.close();
    }
  }

  #believed(text: string): OfferedManifest | undefined {
    const read = readManifest(this.#offering.ports.signing, text);
    const wrong =
      'wrong' in read ? read.wrong : this.#offering.trusted.has(read.fingerprint) ? '' : 'another site signed it';
    this.#note(wrong === '' ? '' : `The manifest in ${this.#offering.root} is not served: ${wrong}`);
    return 'wrong' in read || wrong !== '' ? undefined : { text, manifest: read.manifest };
  }

  async #isWhole(path: string, facts: FileFacts, sha256: string): Promise<boolean> {
    const known = this.#whole.get(path);
    const isKnown =
      known?.sha256 === sha256 && known.facts.size === facts.size && known.facts.modified === facts.modified;
    if (isKnown) return known.is;
    const { ports, signal } = this.#offering;
    const is = this.#limit(() => ports.files.digest(path, ['sha256'], { signal })).then(
      (found) => found.sha256 === sha256,
      () => false,
    );
    this.#whole.set(path, { facts, sha256, is });
    if (!(await is)) {
      // What could not be read now may be read later.
      this.#whole.delete(path);
      if (!signal.aborted) this.#note(`${path} is not what its manifest says, and is not served`);
    }
    return is;
  }

  /** The same thing is said once. */
  #note(message: string): void {
    if (message !== '' && message !== this.#noted) this.#offering.onNote(message);
    this.#noted = message;
  }
}
