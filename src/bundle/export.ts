/**
 * Writes a bundle: parts with records, package files under their digests, and last the signed list. An export that was
 * cut is begun again and finds the files that it wrote; until its end the folder holds the bundle that was there before.
 */
import { dirname } from 'node:path';
import type { ContentTable } from '../content/tables.ts';
import type { BundleError } from '../contract/generated/types.ts';
import { Problem } from '../errors.ts';
import { fileProblem } from '../images/library/file-problem.ts';
import type { Ports } from '../ports/index.ts';
import type { Site } from '../site/site.ts';
import { ownKeyPair, siteKey } from '../site/site-key.ts';
import {
  type BundleContent,
  type BundleFile,
  type BundleList,
  type BundlePart,
  bundlePath,
  readManifest,
  writeManifest,
} from '../sources/bundle/manifest.ts';
import type { Inventory } from './inventory.ts';
import { contentRows, type Lines, releasePart, updateParts, type Wanted } from './selected.ts';

export interface ExportBundle extends Wanted {
  to: string;
  /** Takes package files along. */
  content: boolean;
  /** What the other side has. */
  inventory: Inventory;
  dryRun: boolean;
  signal: AbortSignal;
  onProgress(message: string, done: number, total: number): void;
}

export interface Exported {
  path: string;
  /** Null in a dry run of a site without a key. */
  fingerprint: string | null;
  publicKey: string | null;
  updates: number;
  releases: number;
  contents: number;
  copied: number;
  copiedBytes: number;
  present: number;
  leftOut: number;
  errors: BundleError[];
}

/** Throws Problem; the bundle that was there before stays then. */
export async function exportBundle(place: { ports: Ports; site: Site }, request: ExportBundle): Promise<Exported> {
  try {
    return await new Export(place, request).run();
  } catch (error) {
    throw fileProblem(error, { path: request.to, doing: 'write' });
  }
}

class Export {
  readonly #ports: Ports;
  readonly #site: Site;
  readonly #request: ExportBundle;
  readonly #counts = { copied: 0, copiedBytes: 0, present: 0, leftOut: 0 };
  readonly #errors: BundleError[] = [];

  constructor({ ports, site }: { ports: Ports; site: Site }, request: ExportBundle) {
    this.#ports = ports;
    this.#site = site;
    this.#request = request;
  }

  async run(): Promise<Exported> {
    const { to, content, inventory, dryRun, signal } = this.#request;
    const { files, clock } = this.#ports;
    const { database } = this.#site;
    const place = { ports: this.#ports, site: this.#site };
    const pair = dryRun ? undefined : await ownKeyPair(place);
    const key = pair ?? siteKey(place);
    const held = inventory.partsOf(key?.fingerprint ?? '');
    const stored = content ? await contentRows(database, this.#request) : [];
    if (!dryRun) {
      files.makeFolder(to);
      this.#assertSpace(stored);
    }
    const updates: BundlePart[] = [];
    for await (const lines of updateParts(database, this.#request)) {
      signal.throwIfAborted();
      updates.push(await this.#part(lines, held));
    }
    const releases = await releasePart(database);
    const list: BundleList = {
      version: 1,
      made: clock.now().toISOString(),
      updates,
      releases: releases === undefined ? [] : [await this.#part(releases, held)],
      contents: await this.#contents(stored),
    };
    if (pair !== undefined) {
      const before = this.#listedBefore(pair.fingerprint);
      writeManifest(this.#ports, to, list, pair);
      this.#removeOthers(before, list);
    }
    return {
      path: to,
      fingerprint: key?.fingerprint ?? null,
      publicKey: key?.publicKey ?? null,
      updates: sum(list.updates),
      releases: sum(list.releases),
      contents: new Set(list.contents.map(({ sha256 }) => sha256)).size,
      ...this.#counts,
      errors: this.#errors,
    };
  }

  async #part({ text, records }: Lines, held: ReadonlySet<string>): Promise<BundlePart> {
    const { files, compression, newDigest } = this.#ports;
    const { to, dryRun } = this.#request;
    const bytes = compression.gzip(new TextEncoder().encode(text));
    const digest = newDigest('sha256');
    digest.update(bytes);
    const part = { sha256: digest.hex(), size: bytes.length, records, held: false };
    const path = bundlePath(to, part.sha256);
    if (await this.#isGood(path, part)) {
      this.#counts.present += 1;
      return part;
    }
    if (held.has(part.sha256)) {
      this.#counts.leftOut += 1;
      return { ...part, held: true };
    }
    this.#count(part);
    if (!dryRun) this.#write(path, (temporary) => writeBytes(files, temporary, bytes));
    return part;
  }

  async #contents(rows: readonly ContentTable[]): Promise<BundleContent[]> {
    const { inventory, signal, onProgress } = this.#request;
    const contents: BundleContent[] = [];
    const done = new Map<string, boolean>();
    for (const [index, row] of rows.entries()) {
      signal.throwIfAborted();
      const { sha256, size, name, unique_id: uniqueId } = row;
      const held = inventory.contents.has(sha256);
      if (!done.has(sha256)) {
        onProgress(name, index, rows.length);
        if (held) this.#counts.leftOut += 1;
        done.set(sha256, held || (await this.#content(row)));
      }
      if (done.get(sha256) === true) {
        contents.push({ sha256, size, name, uniqueId, standIn: row.stand_in === 1, held });
      }
    }
    return contents;
  }

  /** Copies a package file that is not there yet; its digest is compared behind the copy. False: it is not good. */
  async #content({ sha256, size, name, path: from }: ContentTable): Promise<boolean> {
    const { files } = this.#ports;
    const { to, dryRun, signal } = this.#request;
    const path = bundlePath(to, sha256);
    const isGood = (file: string): Promise<boolean> => this.#isGood(file, { sha256, size });
    if (await isGood(path)) {
      this.#counts.present += 1;
      return true;
    }
    if (dryRun) {
      this.#count({ sha256, size });
      return true;
    }
    if (files.facts(from)?.kind !== 'file') return this.#failed(name, `${from} is gone from the content library`);
    const temporary = `${path}.new`;
    files.makeFolder(dirname(path));
    await files.copy(from, temporary, { signal });
    if (await isGood(temporary)) {
      files.remove(path);
      files.rename(temporary, path);
      this.#count({ sha256, size });
      return true;
    }
    files.remove(temporary);
    if (await isGood(from)) return this.#failed(name, `it could not be copied to ${path} without a change`);
    return this.#failed(name, `${from} has not the digest any more with which it was stored`);
  }

  async #isGood(path: string, { sha256, size }: BundleFile): Promise<boolean> {
    const { files } = this.#ports;
    if (files.facts(path)?.size !== size) return false;
    return (await files.digest(path, ['sha256'], { signal: this.#request.signal })).sha256 === sha256;
  }

  #failed(name: string, message: string): false {
    this.#errors.push({ name, message });
    return false;
  }

  #count({ size }: BundleFile): void {
    this.#counts.copied += 1;
    this.#counts.copiedBytes += size;
  }

  #write(path: string, fill: (temporary: string) => void): void {
    const { files } = this.#ports;
    files.makeFolder(dirname(path));
    fill(`${path}.new`);
    files.rename(`${path}.new`, path);
  }

  /** Throws Problem ImgInsufficientSpace before the first byte, where it can be told. */
  #assertSpace(rows: readonly ContentTable[]): void {
    const { files } = this.#ports;
    const { to, inventory } = this.#request;
    const lacking = new Map(
      rows
        .filter(({ sha256, size }) => !inventory.contents.has(sha256) && sizeOf(files, bundlePath(to, sha256)) !== size)
        .map(({ sha256, size }) => [sha256, size]),
    );
    const needed = [...lacking.values()].reduce((total, size) => total + size, 0);
    const free = files.freeSpace(to);
    if (needed <= free) return;
    throw new Problem('ImgInsufficientSpace', {
      detail: `The package files of the bundle need ${needed} bytes in ${to}, and ${free} are free.`,
      remedy:
        'Use another volume, or take less along: --update, --image, --rule, --since, or --for with the inventory of the other site.',
    });
  }

  /** Files of the bundle that lies there, where this site made it. */
  #listedBefore(fingerprint: string): string[] {
    try {
      const before = readManifest(this.#ports, this.#request.to);
      return before.fingerprint === fingerprint ? filesOf(before.list) : [];
    } catch (error) {
      if (error instanceof Problem) return [];
      throw error;
    }
  }

  /** What the earlier bundle of this site listed and the new one does not. */
  #removeOthers(before: readonly string[], list: BundleList): void {
    const kept = new Set(filesOf(list));
    for (const sha256 of before) {
      if (!kept.has(sha256)) this.#ports.files.remove(bundlePath(this.#request.to, sha256));
    }
  }
}

function filesOf({ updates, releases, contents }: BundleList): string[] {
  return [...updates, ...releases, ...contents].map(({ sha256 }) => sha256);
}

function sum(parts: readonly BundlePart[]): number {
  return parts.reduce((total, { records }) => total + records, 0);
}

function sizeOf(files: Ports['files'], path: string): number | undefined {
  return files.facts(path)?.size;
}

function writeBytes(files: Ports['files'], path: string, bytes: Uint8Array): void {
  const sink = files.sink(path);
  try {
    sink.append(bytes);
    sink.sync();
  } finally {
    sink.close();
  }
}
