/**
 * What lies in a folder: each package file is read itself. The cursor remembers size, time and digest of every file, so
 * that one that did not change is not read again. What a file or its side-car says is only found here: its own signature
 * decides whether it may be used.
 */
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { updateNamespace, uuid5 } from '../../catalog/import/uuid5.ts';
import type { SourceFolderSettings } from '../../contract/generated/types.ts';
import { Problem } from '../../errors.ts';
import { FormatError } from '../../formats/format-error.ts';
import { inspectPackage } from '../../packages/inspect.ts';
import type { UpdateDocument, UpdateFile } from '../../updates/update.ts';
import type { SourceCheck, SourceContext, SourceEvent, SyncWish, UpdateSource } from '../source.ts';
import { describePackage } from './describe.ts';
import { readSideCar } from './side-car.ts';

/** Folders inside folders, and files in all: more is a mistake, such as the root of a disk. */
const deepest = 16;
const mostFiles = 100_000;

/** By path below the folder: size, modification time, SHA-256. */
type Seen = Record<string, [number, number, string]>;

export class FolderSource implements UpdateSource {
  readonly #settings: SourceFolderSettings;
  readonly #context: SourceContext;

  constructor(settings: SourceFolderSettings, context: SourceContext) {
    this.#settings = settings;
    this.#context = context;
  }

  async *events({ cursor }: SyncWish): AsyncGenerator<SourceEvent> {
    const { ports, signal } = this.#context;
    const paths = this.#packages();
    const before = readCursor(cursor);
    const seen: Seen = {};
    for (const [index, path] of paths.entries()) {
      signal.throwIfAborted();
      const full = join(this.#settings.path, path);
      const facts = ports.files.facts(full);
      if (facts === undefined) continue;
      const sideCar = ports.files.facts(`${full}.json`);
      const modified = Math.max(facts.modified, sideCar?.modified ?? 0);
      const known = before[path];
      if (known !== undefined && known[0] === facts.size && known[1] === modified) {
        seen[path] = known;
        continue;
      }
      yield { type: 'progress', message: path, done: index, total: paths.length };
      const digest = yield* this.#file(path, full, facts.size);
      if (digest !== null) seen[path] = [facts.size, modified, digest];
      yield { type: 'checkpoint', cursor: JSON.stringify({ ...before, ...seen }) };
    }
    yield { type: 'checkpoint', cursor: JSON.stringify(seen) };
  }

  async intent({ cursor }: SyncWish): Promise<string[]> {
    const before = readCursor(cursor);
    const fresh = this.#packages().filter((path) => before[path] === undefined);
    const known = Object.keys(before).length;
    return [`Read ${fresh.length} new package files in ${this.#settings.path}, and those of ${known} that changed.`];
  }

  async test(): Promise<SourceCheck[]> {
    const what = `read ${this.#settings.path}`;
    try {
      const count = this.#packages().length;
      return [{ what, ok: true, message: `It holds ${count} package files.` }];
    } catch (error) {
      return [{ what, ok: false, message: error instanceof Error ? error.message : String(error) }];
    }
  }

  /** The digest of the file; null where it cannot be read, so that it is tried again. */
  async *#file(path: string, full: string, size: number): AsyncGenerator<SourceEvent, string | null> {
    const { ports, signal } = this.#context;
    try {
      const { sha1, sha256 } = await ports.files.digest(full, ['sha1', 'sha256'], { signal });
      const name = path.split(/[\\/]/).at(-1) ?? path;
      const url = pathToFileURL(full).href;
      const file: UpdateFile = { name, size, sha1, sha256, url, digestTrust: 'find' };
      const described = readSideCar(ports.files, `${full}.json`, file);
      if (described?.error !== undefined) yield { type: 'failed', key: `${path}.json`, message: described.error };
      if (described?.update !== undefined)
        yield { type: 'update', key: described.update.uniqueId, update: described.update };
      else for (const update of this.#inspected(full, file)) yield { type: 'update', key: update.uniqueId, update };
      return sha256;
    } catch (error) {
      if (signal.aborted) throw error;
      const message = error instanceof FormatError ? `${error.message}.` : (error as Error).message;
      yield { type: 'failed', key: path, message };
      return null;
    }
  }

  #inspected(full: string, file: UpdateFile): UpdateDocument[] {
    const { files, newDigest, compression } = this.#context.ports;
    const source = files.source(full);
    try {
      const inspection = inspectPackage(source, file.name, { newDigest, inflateRaw: compression.inflateRaw });
      return describePackage(inspection, file).map(({ part, update }) => {
        const name = part === '' ? `package ${file.sha256}` : `package ${file.sha256} for ${part}`;
        return { uniqueId: uuid5(name, updateNamespace, newDigest), ...update } as UpdateDocument;
      });
    } finally {
      source.close();
    }
  }

  /** Paths below the folder, sorted. Throws Problem ImgSourceUnreachable. */
  #packages(): string[] {
    const { path: root, recurse = true } = this.#settings;
    const { files } = this.#context.ports;
    if (files.facts(root)?.kind !== 'folder') {
      throw new Problem('ImgSourceUnreachable', { detail: `${this.#context.name}: there is no folder ${root}.` });
    }
    const found: string[] = [];
    const look = (below: string, depth: number): void => {
      for (const name of files.names(join(root, below))) {
        const path = join(below, name);
        const kind = files.facts(join(root, path))?.kind;
        if (kind === 'folder' && recurse && depth < deepest) look(path, depth + 1);
        else if (kind === 'file' && /\.(?:msu|cab)$/i.test(name)) found.push(path);
        if (found.length > mostFiles) {
          throw new Problem('ImgSourceInvalid', { detail: `${root} holds more than ${mostFiles} package files.` });
        }
      }
    };
    look('', 0);
    return found.sort();
  }
}

function readCursor(cursor: string | null): Seen {
  return cursor === null ? {} : (JSON.parse(cursor) as Seen);
}
