/**
 * A file that is not whole yet, with the journal beside it that says what it is the beginning of. Only bytes that the
 * journal vouches for are gone on with; everything else begins at zero.
 */
import { join } from 'node:path';
import type { Files, OpenSink } from '../../ports/files.ts';
import type { Validators } from './range.ts';
import type { WantedFile } from './types.ts';

const journalLimit = 64 * 1024;

/** The journal. */
export interface Origin extends Validators {
  /** The address that the bytes came from, as it was asked. */
  url: string;
  name: string;
  size: number | null;
  sha1: string | null;
  sha256: string | null;
  uniqueId: string;
}

export interface Partial {
  readonly path: string;
  /** Bytes that are here. */
  readonly length: number;
  /** Where they came from; undefined where there are none. */
  readonly origin: Origin | undefined;
  /** Empties it; from now on it holds what comes from there. */
  begin(origin: Origin): void;
  append(bytes: Uint8Array): void;
  /** All of it is on the disk when this returns. */
  sync(): void;
  close(): void;
  /** Removes both files. */
  remove(): void;
}

export function partialFolder(contentFolder: string): string {
  return join(contentFolder, 'partial');
}

/** `key` is made by us: hexadecimal. */
export function openPartial(
  files: Files,
  { folder, key, wanted }: { folder: string; key: string; wanted: WantedFile },
): Partial {
  files.makeFolder(folder);
  const path = join(folder, `${key}.partial`);
  const journal = join(folder, `${key}.json`);
  let origin = readOrigin(files, journal);
  const isSame =
    origin !== undefined &&
    origin.size === wanted.size &&
    origin.sha1 === wanted.sha1 &&
    origin.sha256 === wanted.sha256 &&
    (files.facts(path)?.size ?? 0) <= (wanted.size ?? Number.POSITIVE_INFINITY);
  if (!isSame) origin = undefined;
  let length = isSame ? (files.facts(path)?.size ?? 0) : 0;
  let sink: OpenSink | undefined;
  const close = (): void => {
    sink?.close();
    sink = undefined;
  };
  return {
    path,
    get length() {
      return length;
    },
    get origin() {
      return origin;
    },
    begin(next) {
      close();
      // The journal of the old bytes goes before them: a process that ends in between leaves bytes that nobody trusts.
      files.remove(journal);
      sink = files.sink(path);
      length = 0;
      files.replaceText(journal, JSON.stringify(next));
      origin = next;
    },
    append(bytes) {
      sink ??= files.appender(path);
      sink.append(bytes);
      length += bytes.length;
    },
    sync() {
      sink?.sync();
    },
    close,
    remove() {
      close();
      files.remove(journal);
      files.remove(path);
      length = 0;
      origin = undefined;
    },
  };
}

/** What the journal of a partial file says; undefined where it cannot be read. */
export function readOrigin(files: Files, journal: string): Origin | undefined {
  try {
    const read: unknown =
      files.facts(journal) === undefined ? undefined : JSON.parse(files.text(journal, journalLimit));
    if (typeof read !== 'object' || read === null || !('url' in read)) return undefined;
    const { url, etag, lastModified, name, size, sha1, sha256, uniqueId } = read as Record<string, unknown>;
    const text = (value: unknown): string => (typeof value === 'string' ? value : '');
    const digest = (value: unknown): string | null => (typeof value === 'string' ? value : null);
    return {
      url: text(url),
      etag: text(etag),
      lastModified: text(lastModified),
      name: text(name),
      size: typeof size === 'number' ? size : null,
      sha1: digest(sha1),
      sha256: digest(sha256),
      uniqueId: text(uniqueId),
    };
  } catch {
    return undefined;
  }
}
