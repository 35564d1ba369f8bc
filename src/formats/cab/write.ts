import type { ByteSink } from '../bytes.ts';
import { FormatError } from '../format-error.ts';
import { cabChecksum } from './checksum.ts';
import { writeDosTime } from './dos-time.ts';
import { FOLDER_BYTES, HEADER_BYTES, MAGIC } from './header.ts';
import { nameProblem, pathKey } from './names.ts';
import { BLOCK_BYTES } from './read-members.ts';
import type { CabWriter, DeflateRaw, NewCabMember } from './types.ts';

/**
 * Writes cabinet files, stored or MSZIP, in one pass: the tables first (so names and sizes must be known), then the
 * data. A folder takes members until it is full.
 */
export interface CabOptions {
  compression: 'none' | 'MSZIP';
  /** Asked for MSZIP only. */
  deflateRaw: DeflateRaw;
}

const MOST_MEMBERS = 65_535;
const MOST_FOLDER_BYTES = 0x7fff_8000;
const MOST_CAB_BYTES = 0xffff_ffff;
const MOST_NAME_BYTES = 255;
const BLOCK_HEAD_BYTES = 8;
const ARCHIVE = 0x20;
const UTF8_NAME = 0x80;

/** Begins a cabinet at the end of `sink`; nothing is written before `finish`. */
export function createCab(sink: ByteSink, { compression, deflateRaw }: CabOptions): CabWriter {
  const folders: Folder[] = [];
  const names = new Set<string>();
  let count = 0;

  function folderFor(size: number): Folder {
    const last = folders[folders.length - 1];
    if (last !== undefined && last.size + size <= MOST_FOLDER_BYTES) return last;
    const folder = { members: [], size: 0 };
    folders.push(folder);
    return folder;
  }

  return {
    add(member) {
      const entry = checked(member, names);
      if (++count > MOST_MEMBERS) throw new FormatError('limit', `a cabinet holds at most ${MOST_MEMBERS} files`);
      const folder = folderFor(member.size);
      folder.members.push({ ...entry, offset: folder.size });
      folder.size += member.size;
    },
    finish() {
      const begin = sink.position;
      const tables = newTables(folders, count);
      sink.append(tables.bytes);
      folders.forEach((folder, index) => {
        tables.setFolder(index, sink.position - begin, compression);
        writeFolder(sink, folder, compression === 'MSZIP' ? deflateRaw : undefined);
      });
      const size = sink.position - begin;
      if (size > MOST_CAB_BYTES) throw new FormatError('limit', 'a cabinet cannot be longer than 4 GiB');
      tables.setSize(size);
      sink.writeAt(begin, tables.bytes);
    },
  };
}

interface Entry {
  member: NewCabMember;
  name: Uint8Array;
  time: { date: number; time: number };
}

interface Folder {
  members: (Entry & { offset: number })[];
  size: number;
}

function checked(member: NewCabMember, names: Set<string>): Entry {
  const { name: text, size, modified } = member;
  const name = new TextEncoder().encode(text);
  const key = pathKey(text);
  const problem = nameProblem(text) || (names.has(key) ? 'duplicate' : '');
  if (problem !== '') throw new FormatError('corrupt', `'${text}' is no name for a file in a cabinet: ${problem}`);
  if (name.length > MOST_NAME_BYTES) throw new FormatError('limit', `the name '${text}' is too long for a cabinet`);
  if (size > MOST_FOLDER_BYTES) throw new FormatError('limit', `'${text}' is too long for a cabinet`);
  const time = writeDosTime(modified);
  if (time === undefined) throw new FormatError('corrupt', `'${modified}' is no time for a file in a cabinet`);
  names.add(key);
  return { member, name, time };
}

/** Header, folders and files as bytes; places and sizes that are not known yet are put in later. */
function newTables(folders: readonly Folder[], count: number) {
  const filesOffset = HEADER_BYTES + FOLDER_BYTES * folders.length;
  const entries = folders.flatMap((folder, index) => folder.members.map((member) => fileEntry(member, index)));
  const bytes = new Uint8Array(entries.reduce((sum, entry) => sum + entry.length, filesOffset));
  const view = new DataView(bytes.buffer);
  view.setUint32(0, MAGIC, true);
  view.setUint32(0x10, filesOffset, true);
  view.setUint16(0x18, 0x0103, true);
  view.setUint16(0x1a, folders.length, true);
  view.setUint16(0x1c, count, true);
  let at = filesOffset;
  for (const entry of entries) {
    bytes.set(entry, at);
    at += entry.length;
  }
  return {
    bytes,
    setSize: (size: number) => view.setUint32(8, size, true),
    setFolder(index: number, offset: number, compression: 'none' | 'MSZIP') {
      const place = HEADER_BYTES + FOLDER_BYTES * index;
      view.setUint32(place, offset, true);
      view.setUint16(place + 4, Math.ceil((folders[index]?.size ?? 0) / BLOCK_BYTES), true);
      view.setUint16(place + 6, compression === 'MSZIP' ? 1 : 0, true);
    },
  };
}

function fileEntry({ member, name, time, offset }: Folder['members'][number], folder: number): Uint8Array {
  const bytes = new Uint8Array(16 + name.length + 1);
  const view = new DataView(bytes.buffer);
  const utf8 = name.some((byte) => byte > 127) ? UTF8_NAME : 0;
  view.setUint32(0, member.size, true);
  view.setUint32(4, offset, true);
  view.setUint16(8, folder, true);
  view.setUint16(10, time.date, true);
  view.setUint16(12, time.time, true);
  view.setUint16(14, (member.attributes ?? ARCHIVE) | utf8, true);
  bytes.set(name, 16);
  return bytes;
}

function writeFolder(sink: ByteSink, folder: Folder, deflateRaw: DeflateRaw | undefined): void {
  let before: Uint8Array = new Uint8Array(0);
  for (const block of blocksOf(folder)) {
    sink.append(dataBlock(block, deflateRaw === undefined ? block : mszip(deflateRaw(block, { dictionary: before }))));
    before = block;
  }
}

/** The contents of all members as blocks of 32 KiB, each with memory of its own. */
function* blocksOf({ members, size }: Folder): Generator<Uint8Array> {
  let left = size;
  let block = new Uint8Array(Math.min(left, BLOCK_BYTES));
  let filled = 0;
  for (const { member } of members) {
    let length = 0;
    for (let piece of member.content()) {
      length += piece.length;
      if (length > member.size) break;
      while (piece.length > 0) {
        const part = piece.subarray(0, block.length - filled);
        block.set(part, filled);
        filled += part.length;
        piece = piece.subarray(part.length);
        if (filled < block.length) continue;
        yield block;
        left -= filled;
        block = new Uint8Array(Math.min(left, BLOCK_BYTES));
        filled = 0;
      }
    }
    if (length !== member.size) {
      throw new FormatError(
        'corrupt',
        `'${member.name}' has another length than the ${member.size} bytes it was given`,
      );
    }
  }
}

function mszip(deflated: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(2 + deflated.length);
  bytes.set([0x43, 0x4b]);
  bytes.set(deflated, 2);
  return bytes;
}

function dataBlock(content: Uint8Array, stored: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(BLOCK_HEAD_BYTES + stored.length);
  const view = new DataView(bytes.buffer);
  view.setUint16(4, stored.length, true);
  view.setUint16(6, content.length, true);
  view.setUint32(0, cabChecksum(bytes.subarray(4, 8), cabChecksum(stored, 0)), true);
  bytes.set(stored, BLOCK_HEAD_BYTES);
  return bytes;
}
