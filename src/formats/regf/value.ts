import { FormatError } from '../format-error.ts';
import type { Cells } from './cells.ts';
import { latin1Text, utf16Text } from './names.ts';
import { type HiveValue, registryType } from './types.ts';

/** Bytes of data in one segment of a large value; larger values than one segment are split from hive version 1.4. */
export const segmentSize = 16344;
const maximumDataSize = 2 ** 30;
const inlineFlag = 0x80000000;
const valueCell = { minimum: 0x14, what: 'value' };

export interface ValueReader {
  /** The value whose record is at `offset`. */
  at(offset: number): HiveValue;
  /** Number of characters in its name, without decoding it: a cheap first look when searching. */
  nameLength(offset: number): number;
}

export function valueReader(cells: Cells, minorVersion: number): ValueReader {
  function record(offset: number) {
    const cell = cells.cell(offset, valueCell);
    if (cell.view.getUint16(0, true) !== 0x6b76) throw new FormatError('corrupt', `there is no value at ${offset}`);
    const nameSize = cell.view.getUint16(2, true);
    if (0x14 + nameSize > cell.bytes.length) {
      throw new FormatError('corrupt', `the name of the value at ${offset} is longer than its cell`);
    }
    return { ...cell, nameSize, latin1: (cell.view.getUint16(0x10, true) & 1) !== 0 };
  }

  return {
    nameLength(offset) {
      const { nameSize, latin1 } = record(offset);
      return latin1 ? nameSize : nameSize >> 1;
    },
    at(offset) {
      const { bytes, view, nameSize, latin1 } = record(offset);
      const nameBytes = bytes.subarray(0x14, 0x14 + nameSize);
      const name = latin1 ? latin1Text(nameBytes) : utf16Text(nameBytes);
      const type = view.getUint32(0x0c, true);
      const stored = view.getUint32(4, true);
      return new StoredValue(name, type, () => {
        if (stored >= inlineFlag) return inlineData(bytes, stored - inlineFlag, name);
        return stored === 0
          ? new Uint8Array()
          : dataAt({ cells, minorVersion, offset: view.getUint32(8, true), size: stored, name });
      });
    },
  };
}

class StoredValue implements HiveValue {
  readonly name: string;
  readonly type: number;
  readonly #read: () => Uint8Array;

  constructor(name: string, type: number, read: () => Uint8Array) {
    this.name = name;
    this.type = type;
    this.#read = read;
  }

  get data(): Uint8Array {
    return this.#read();
  }

  text(): string {
    this.#expect('text', registryType.string, registryType.expandString, registryType.link);
    const text = utf16Text(this.data);
    const end = text.indexOf('\0');
    return end < 0 ? text : text.slice(0, end);
  }

  number(): number {
    this.#expect('a number', registryType.dword, registryType.dwordBigEndian, registryType.qword);
    const { data } = this;
    const view = new DataView(data.buffer, data.byteOffset, data.length);
    if (this.type !== registryType.qword && data.length === 4) {
      return view.getUint32(0, this.type === registryType.dword);
    }
    if (this.type !== registryType.qword || data.length !== 8) {
      throw new FormatError('corrupt', `the number in the registry value "${this.name}" has ${data.length} bytes`);
    }
    const number = view.getBigUint64(0, true);
    if (number > BigInt(Number.MAX_SAFE_INTEGER)) {
      throw new FormatError('limit', `the registry value "${this.name}" is larger than 2^53`);
    }
    return Number(number);
  }

  list(): string[] {
    if (this.type !== registryType.multiString) return [this.text()];
    const entries = utf16Text(this.data).split('\0');
    const end = entries.indexOf('');
    return end < 0 ? entries : entries.slice(0, end);
  }

  #expect(what: string, ...types: number[]): void {
    if (types.includes(this.type)) return;
    throw new FormatError('corrupt', `the registry value "${this.name}" has type ${this.type} and is not ${what}`);
  }
}

function inlineData(record: Uint8Array, size: number, name: string): Uint8Array {
  if (size > 4) throw new FormatError('corrupt', `the registry value "${name}" keeps ${size} bytes in 4`);
  return record.subarray(8, 8 + size);
}

interface StoredData {
  cells: Cells;
  minorVersion: number;
  offset: number;
  size: number;
  name: string;
}

function dataAt({ cells, minorVersion, offset, size, name }: StoredData): Uint8Array {
  const what = `data of the registry value "${name}"`;
  if (size > maximumDataSize) throw new FormatError('limit', `${what}: ${size} bytes`);
  const cell = cells.cell(offset, { minimum: 1, what });
  const large = size > segmentSize && minorVersion >= 4 && cell.view.getUint16(0, true) === 0x6264;
  if (!large) {
    if (size > cell.bytes.length) throw new FormatError('corrupt', `${what}: ${size} bytes do not fit into their cell`);
    return cell.bytes.subarray(0, size);
  }
  const count = cell.view.getUint16(2, true);
  if (cell.bytes.length < 8 || count !== Math.ceil(size / segmentSize)) {
    throw new FormatError('corrupt', `${what}: ${count} segments for ${size} bytes`);
  }
  const list = cells.cell(cell.view.getUint32(4, true), { minimum: count * 4, what });
  const segments = Array.from({ length: count }, (_, index) => {
    const length = Math.min(segmentSize, size - index * segmentSize);
    return cells.cell(list.view.getUint32(index * 4, true), { minimum: length, what }).bytes.subarray(0, length);
  });
  return joined(segments, size);
}

/** Memory is only taken here, after every segment was seen to be present. */
function joined(segments: Uint8Array[], size: number): Uint8Array {
  const data = new Uint8Array(size);
  let at = 0;
  for (const segment of segments) {
    data.set(segment, at);
    at += segment.length;
  }
  return data;
}
