import type { ByteSource } from '../bytes.ts';
import { FormatError } from '../format-error.ts';
import { viewOf } from '../wim/fields.ts';
import type { PeFile, PePlace, PeSection } from './types.ts';

/**
 * Reads Windows programs (PE32 and PE32+), boot managers among them: headers, sections, where signatures and resources lie.
 *
 * Guarantees: every offset and length is checked against the file before it is followed or memory is taken; whatever the
 * bytes are, only FormatError is thrown. Nothing of the program is interpreted or run.
 */
export type * from './types.ts';

const DOS_HEADER = 0x40;
const FILE_HEADER = 24;
const SECTION_BYTES = 40;
const MOST_SECTIONS = 96;
/** Where the optional header has what differs between 32 and 64 bits, by its magic. */
const directoriesAt: Record<number, number> = { 267: 96, 523: 112 };
const CHECKSUM_AT = 64;
const RESOURCES = 2;
const CERTIFICATES = 4;
const MOST_DIRECTORIES = 16;

/** Throws FormatError 'not-recognised', 'truncated', 'corrupt' or 'limit'. */
export function openPe(source: ByteSource): PeFile {
  const at = headerAt(source);
  const file = viewOf(source.read(at, FILE_HEADER));
  const optionalBytes = file.getUint16(20, true);
  const optionalAt = at + FILE_HEADER;
  if (optionalAt + optionalBytes > source.size) throw new FormatError('truncated', 'the program ends in its header');
  const optional = viewOf(source.read(optionalAt, optionalBytes));
  const first = directoriesAt[optionalBytes < 2 ? 0 : optional.getUint16(0, true)];
  if (first === undefined || optionalBytes < first) throw new FormatError('corrupt', 'the program has no known header');
  const count = Math.min(optional.getUint32(first - 4, true), MOST_DIRECTORIES);
  if (first + 8 * count > optionalBytes) throw new FormatError('corrupt', 'the header of the program is cut short');
  const directory = (number: number): PePlace | undefined => {
    if (number >= count) return undefined;
    const place = first + 8 * number;
    const found = { address: optional.getUint32(place, true), length: optional.getUint32(place + 4, true) };
    return found.address === 0 || found.length === 0 ? undefined : found;
  };
  return {
    machine: file.getUint16(4, true),
    checksumAt: optionalAt + CHECKSUM_AT,
    certificatesEntryAt: count > CERTIFICATES ? optionalAt + first + 8 * CERTIFICATES : undefined,
    certificates: directory(CERTIFICATES),
    resources: directory(RESOURCES),
    sections: sectionsOf(source, optionalAt + optionalBytes, file.getUint16(6, true)),
  };
}

function headerAt(source: ByteSource): number {
  const dos = source.size < DOS_HEADER ? undefined : viewOf(source.read(0, DOS_HEADER));
  if (dos?.getUint16(0, true) !== 0x5a4d) throw new FormatError('not-recognised', 'this is no Windows program');
  const at = dos.getUint32(0x3c, true);
  if (at + FILE_HEADER > source.size) throw new FormatError('truncated', 'the program ends before its header');
  if (viewOf(source.read(at, 4)).getUint32(0, true) !== 0x4550) {
    throw new FormatError('not-recognised', 'this is a program for DOS, not for Windows');
  }
  return at;
}

function sectionsOf(source: ByteSource, at: number, count: number): PeSection[] {
  if (count > MOST_SECTIONS) throw new FormatError('limit', `a program with ${count} sections is not read`);
  if (at + SECTION_BYTES * count > source.size) throw new FormatError('truncated', 'the program ends in its sections');
  const view = viewOf(source.read(at, SECTION_BYTES * count));
  return Array.from({ length: count }, (_, number) => {
    const [, address, length, offset] = [8, 12, 16, 20].map((field) =>
      view.getUint32(SECTION_BYTES * number + field, true),
    ) as [number, number, number, number];
    return { address, length, offset };
  });
}

/**
 * `length` bytes at an address of the loaded program. Throws FormatError 'corrupt' where no section holds them all,
 * 'truncated' where the file does not.
 */
export function readAt(source: ByteSource, { sections }: PeFile, place: PePlace): Uint8Array {
  const { address, length } = place;
  const section = sections.find((each) => address >= each.address && address + length <= each.address + each.length);
  if (section === undefined) {
    throw new FormatError('corrupt', `${length} bytes at the address ${address} lie in no section of the program`);
  }
  const offset = section.offset + (address - section.address);
  if (offset + length > source.size) throw new FormatError('truncated', 'a section lies beyond the end of the program');
  return source.read(offset, length);
}
