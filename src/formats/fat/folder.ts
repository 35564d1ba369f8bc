import { viewOf } from '../wim/fields.ts';
import { ENTRY_BYTES } from './boot-sector.ts';
import type { FatEntry } from './types.ts';

const IS_LABEL = 0x08;
const IS_FOLDER = 0x10;
const LONG_NAME = 0x0f;
const LAST_PART = 0x40;
/** A name of 255 characters has 20 parts. */
const MOST_PARTS = 20;
/** Which half of a short name is to be shown in lower case. */
const LOWER_BASE = 0x08;
const LOWER_EXTENSION = 0x10;
/** Where the characters of a part of a long name lie. */
const characterPlaces = [1, 3, 5, 7, 9, 14, 16, 18, 20, 22, 24, 28, 30];

/**
 * The entries in the content of a folder, without those that were deleted, the label, and the folder itself and the one
 * above. A long name that does not belong to its short one is left out, as by systems that know none.
 */
export function readFolder(content: Uint8Array): FatEntry[] {
  const entries: FatEntry[] = [];
  let long: LongName | undefined;
  for (let at = 0; at + ENTRY_BYTES <= content.length && content[at] !== 0; at += ENTRY_BYTES) {
    const entry = content.subarray(at, at + ENTRY_BYTES);
    const attributes = entry[11] as number;
    if (entry[0] === 0xe5) long = undefined;
    else if ((attributes & 0x3f) === LONG_NAME) long = withPart(long, entry);
    else {
      const name = longNameOf(long, entry);
      long = undefined;
      if ((attributes & IS_LABEL) === 0 && entry[0] !== 0x2e) entries.push(entryOf(entry, name));
    }
  }
  return entries;
}

interface LongName {
  /** The last part comes first; 1 when all are there. */
  next: number;
  check: number;
  text: string;
}

function withPart(known: LongName | undefined, entry: Uint8Array): LongName | undefined {
  const order = entry[0] as number;
  const number = order & 0x3f;
  const check = entry[13] as number;
  if (number === 0 || number > MOST_PARTS) return undefined;
  if ((order & LAST_PART) !== 0) return { next: number, check, text: charactersOf(entry) };
  if (known === undefined || known.next !== number + 1 || known.check !== check) return undefined;
  return { next: number, check, text: charactersOf(entry) + known.text };
}

function charactersOf(entry: Uint8Array): string {
  const view = viewOf(entry);
  const units = characterPlaces.map((place) => view.getUint16(place, true));
  const end = units.indexOf(0);
  return String.fromCharCode(...(end === -1 ? units : units.slice(0, end)));
}

function longNameOf(long: LongName | undefined, entry: Uint8Array): string {
  if (long === undefined || long.next !== 1) return '';
  let sum = 0;
  for (const byte of entry.subarray(0, 11)) sum = (((sum & 1) << 7) + (sum >> 1) + byte) & 0xff;
  return sum === long.check ? long.text : '';
}

function entryOf(entry: Uint8Array, longName: string): FatEntry {
  const view = viewOf(entry);
  const flags = entry[12] as number;
  const first = entry[0] === 0x05 ? 0xe5 : (entry[0] as number);
  const base = textOf([first, ...entry.subarray(1, 8)]);
  const extension = textOf([...entry.subarray(8, 11)]);
  const isFolder = ((entry[11] as number) & IS_FOLDER) !== 0;
  const shown = dotted(
    (flags & LOWER_BASE) === 0 ? base : base.toLowerCase(),
    (flags & LOWER_EXTENSION) === 0 ? extension : extension.toLowerCase(),
  );
  return {
    name: longName || shown,
    shortName: dotted(base, extension),
    isFolder,
    size: isFolder ? 0 : view.getUint32(28, true),
    cluster: view.getUint16(26, true),
  };
}

function dotted(base: string, extension: string): string {
  return extension === '' ? base : `${base}.${extension}`;
}

/** The code page beyond ASCII is written nowhere: such characters stay apart, and need not be the right ones. */
function textOf(bytes: readonly number[]): string {
  return String.fromCharCode(...bytes).replace(/ +$/, '');
}
