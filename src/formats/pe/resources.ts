import type { ByteSource } from '../bytes.ts';
import { FormatError } from '../format-error.ts';
import { viewOf } from '../wim/fields.ts';
import { readAt } from './open.ts';
import type { PeFile, PePlace } from './types.ts';

/** A resource as the tree of a program has it: type, name, language; each a number or a text. */
export interface PeResource {
  path: readonly (number | string)[];
  place: PePlace;
}

const HEADER = 16;
const ENTRY = 8;
const LEAF = 16;
const DEPTH = 3;
const MOST_RESOURCES = 4096;
const HIGH = 0x8000_0000;

/** Every resource of a program. Throws FormatError for a tree that is broken or has no end. */
export function* resourcesOf(source: ByteSource, pe: PeFile): Generator<PeResource> {
  if (pe.resources === undefined) return;
  const { address, length } = pe.resources;
  const read = (at: number, bytes: number): DataView => {
    if (at + bytes > length) throw new FormatError('corrupt', 'the resources of the program are cut short');
    return viewOf(readAt(source, pe, { address: address + at, length: bytes }));
  };
  const waiting: { at: number; path: (number | string)[] }[] = [{ at: 0, path: [] }];
  let count = 0;
  for (let folder = waiting.shift(); folder !== undefined; folder = waiting.shift()) {
    const header = read(folder.at, HEADER);
    const entries = header.getUint16(12, true) + header.getUint16(14, true);
    count += entries;
    if (count > MOST_RESOURCES) throw new FormatError('limit', `more than ${MOST_RESOURCES} resources are not read`);
    const table = read(folder.at + HEADER, entries * ENTRY);
    for (let number = 0; number < entries; number++) {
      const [name, target] = [0, 4].map((field) => table.getUint32(ENTRY * number + field, true)) as [number, number];
      const path = [...folder.path, (name & HIGH) === 0 ? name : textAt(read, name & ~HIGH)];
      if ((target & HIGH) !== 0) {
        if (path.length >= DEPTH) throw new FormatError('corrupt', 'the resources of the program are nested too deep');
        waiting.push({ at: target & ~HIGH, path });
        continue;
      }
      const leaf = read(target, LEAF);
      yield { path, place: { address: leaf.getUint32(0, true), length: leaf.getUint32(4, true) } };
    }
  }
}

function textAt(read: (at: number, bytes: number) => DataView, at: number): string {
  const length = read(at, 2).getUint16(0, true);
  const units = read(at + 2, 2 * length);
  return String.fromCharCode(...Array.from({ length }, (_, index) => units.getUint16(2 * index, true)));
}
