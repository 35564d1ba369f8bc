import { basename, dirname, extname, join } from 'node:path';
import { Problem } from '../../errors.ts';
import type { ByteSource } from '../../formats/bytes.ts';
import { FormatError } from '../../formats/format-error.ts';
import { type FileHeader, readHeader } from '../../formats/wim/header.ts';
import type { Files } from '../../ports/files.ts';

/** Where the parts of a set lie: a folder of the machine, or one on a disc. */
export type ImageFolder = Pick<Files, 'facts' | 'names' | 'source'>;

/** What a part says of itself and its set. */
export type PartHeader = Pick<FileHeader, 'guid' | 'partNumber' | 'totalParts'>;

/** Throws FormatError where the bytes are no WIM. */
export function partHeader(source: ByteSource): PartHeader {
  return readHeader(source);
}

/**
 * The same files without the parts of a set whose earlier part is among them. A part that cannot be read stays: whoever
 * opens it finds out why.
 */
export function firstParts(files: ImageFolder, paths: readonly string[]): string[] {
  const first = new Map<string, { path: string; partNumber: number }>();
  const kept = paths.filter((path) => {
    const part = /\.swm$/i.test(path) ? headerAt(files, path, { mayFail: true }) : undefined;
    if (part === undefined) return true;
    const known = first.get(setKey(part));
    if (known === undefined || part.partNumber < known.partNumber) {
      first.set(setKey(part), { path, partNumber: part.partNumber });
    }
    return false;
  });
  return [...kept, ...[...first.values()].map(({ path }) => path)].sort(
    (one, other) => paths.indexOf(one) - paths.indexOf(other),
  );
}

/** What the parts of one set have in common. */
function setKey({ guid, totalParts }: PartHeader): string {
  return `${totalParts} ${guid.join(' ')}`;
}

/**
 * The files of the set that `path` (any part) belongs to, first part first. They lie in one folder; what they are called
 * does not matter, but where a part is there twice the one with the usual name counts: install.swm, install2.swm, ...
 * Throws Problem ImgImageSplit, which names the parts that are missing; what reading a file throws, for a file with the
 * usual name.
 */
export function partsOfSet(files: ImageFolder, path: string, header: PartHeader): string[] {
  const found = new Map([[header.partNumber, path]]);
  const usual = usualName(path, header.partNumber);
  for (const name of candidates(files, path, usual)) {
    if (found.size === header.totalParts) break;
    const other = join(dirname(path), name);
    const part = headerAt(files, other, { mayFail: !usual.test(name) });
    if (part === undefined || setKey(part) !== setKey(header) || found.has(part.partNumber)) continue;
    found.set(part.partNumber, other);
  }
  if (found.size < header.totalParts) throw missingParts(path, header, found);
  return [...found].sort(([first], [second]) => first - second).map(([, file]) => file);
}

/** The header of the part at `path`; undefined for what is none, where that may be. */
function headerAt(files: ImageFolder, path: string, { mayFail }: { mayFail: boolean }): PartHeader | undefined {
  try {
    if (files.facts(path)?.kind !== 'file') return undefined;
    const source = files.source(path);
    try {
      return partHeader(source);
    } finally {
      source.close();
    }
  } catch (error) {
    if (mayFail || (error instanceof FormatError && error.code === 'not-recognised')) return undefined;
    throw error;
  }
}

/** Files that may be parts, those with the usual name first, in the order of their numbers. */
function candidates(files: ImageFolder, path: string, usual: RegExp): string[] {
  const names = files.names(dirname(path)).filter((name) => name !== basename(path));
  const number = (name: string): number => Number(usual.exec(name)?.[1] || 1);
  const named = names.filter((name) => usual.test(name)).sort((first, second) => number(first) - number(second));
  const others = names.filter((name) => !usual.test(name) && /\.swm$/i.test(name));
  return [...named, ...others];
}

/** Names of the parts beside `path`: "install.swm", then "install2.swm" and so on. */
function usualName(path: string, partNumber: number): RegExp {
  return new RegExp(`^${escaped(stemOf(path, partNumber))}(\\d*)${escaped(extname(path))}$`, 'i');
}

function stemOf(path: string, partNumber: number): string {
  const stem = basename(path, extname(path));
  const suffix = String(partNumber);
  return partNumber > 1 && stem.endsWith(suffix) ? stem.slice(0, -suffix.length) : stem;
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

function missingParts(path: string, header: PartHeader, found: ReadonlyMap<number, string>): Problem {
  const { partNumber, totalParts } = header;
  const missing: number[] = [];
  for (let part = 1; part <= totalParts && missing.length < MOST_NAMED; part++)
    if (!found.has(part)) missing.push(part);
  const stem = stemOf(path, partNumber);
  const names = missing.map((part) => `${stem}${part === 1 ? '' : part}${extname(path)}`);
  const more = totalParts - found.size - missing.length;
  const which = `${names.join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
  return new Problem('ImgImageSplit', {
    detail: `${path} is part ${partNumber} of ${totalParts} of a split set, and ${dirname(path)} lacks other parts: ${which}.`,
  });
}

const MOST_NAMED = 5;
