import { FormatError } from '../format-error.ts';
import { noOffset } from './base-block.ts';
import type { Cell, Cells } from './cells.ts';
import { latin1Text, upperName, utf16Text } from './names.ts';
import { likelySubkeys, listedSubkeys } from './subkey-list.ts';
import type { HiveKey, HiveValue } from './types.ts';
import type { ValueReader } from './value.ts';

/** Levels of keys in a hive: the format's own limit. */
export const maximumDepth = 512;
const latin1Flag = 0x20;
const predefinedFlag = 0x40;
const keyCell = { minimum: 0x4c, what: 'registry key' };
const valueListCell = { minimum: 4, what: 'list of values' };

/** What all keys of one hive share. */
export interface KeyContext {
  cells: Cells;
  values: ValueReader;
  /**
   * Which key each key was reached from. A key that is reached from two places, or from below itself, would let a
   * damaged hive be walked for ever (or exponentially long without any loop).
   */
  parents: Map<number, number>;
}

/** A key node, read when a member is used. `depth` counts from 0 at the root. */
export class StoredKey implements HiveKey {
  readonly #context: KeyContext;
  readonly #offset: number;
  readonly #depth: number;
  readonly #node: Cell;

  constructor(context: KeyContext, { offset, depth }: { offset: number; depth: number }) {
    if (depth > maximumDepth) throw new FormatError('limit', `the hive has more than ${maximumDepth} levels of keys`);
    this.#context = context;
    this.#offset = offset;
    this.#depth = depth;
    this.#node = keyNode(context.cells, offset);
  }

  get name(): string {
    return nodeName(this.#node);
  }

  get lastWritten(): bigint {
    return this.#node.view.getBigUint64(4, true);
  }

  *subkeys(): Generator<HiveKey> {
    const list = this.#listOffset();
    if (list === undefined) return;
    const seen = new Set<number>();
    for (const offset of listedSubkeys(this.#context.cells, list)) {
      if (seen.has(offset)) throw new FormatError('corrupt', `the registry key "${this.name}" lists a subkey twice`);
      seen.add(offset);
      yield this.#child(offset);
    }
  }

  subkey(name: string): HiveKey | undefined {
    const list = this.#listOffset();
    if (list === undefined) return undefined;
    const { cells } = this.#context;
    const upper = upperName(name);
    const offset =
      this.#named(likelySubkeys(cells, { offset: list, upper }), upper) ??
      this.#named(listedSubkeys(cells, list), upper);
    return offset === undefined ? undefined : this.#child(offset);
  }

  *values(): Generator<HiveValue> {
    for (const offset of this.#valueOffsets()) yield this.#context.values.at(offset);
  }

  value(name: string): HiveValue | undefined {
    const upper = upperName(name);
    for (const offset of this.#valueOffsets()) {
      if (this.#context.values.nameLength(offset) !== upper.length) continue;
      const value = this.#context.values.at(offset);
      if (upperName(value.name) === upper) return value;
    }
    return undefined;
  }

  #listOffset(): number | undefined {
    const offset = this.#node.view.getUint32(0x1c, true);
    return this.#node.view.getUint32(0x14, true) === 0 || offset === noOffset ? undefined : offset;
  }

  #named(offsets: Generator<number>, upper: string): number | undefined {
    for (const offset of offsets) {
      const node = keyNode(this.#context.cells, offset);
      if (nameLength(node) === upper.length && upperName(nodeName(node)) === upper) return offset;
    }
    return undefined;
  }

  #child(offset: number): StoredKey {
    const { parents } = this.#context;
    const parent = parents.get(offset);
    if (parent !== undefined && parent !== this.#offset) {
      throw new FormatError('corrupt', `the key node at ${offset} belongs to more than one registry key`);
    }
    parents.set(offset, this.#offset);
    return new StoredKey(this.#context, { offset, depth: this.#depth + 1 });
  }

  *#valueOffsets(): Generator<number> {
    const { view } = this.#node;
    const count = (view.getUint16(2, true) & predefinedFlag) === 0 ? view.getUint32(0x24, true) : 0;
    const offset = view.getUint32(0x28, true);
    if (count === 0 || offset === noOffset) return;
    const list = this.#context.cells.cell(offset, valueListCell);
    if (count > Math.floor(list.bytes.length / 4)) {
      throw new FormatError('corrupt', `the registry key "${this.name}" says that it has ${count} values`);
    }
    for (let index = 0; index < count; index++) yield list.view.getUint32(index * 4, true);
  }
}

function keyNode(cells: Cells, offset: number): Cell {
  const node = cells.cell(offset, keyCell);
  if (node.view.getUint16(0, true) !== 0x6b6e) throw new FormatError('corrupt', `there is no key node at ${offset}`);
  if (0x4c + node.view.getUint16(0x48, true) > node.bytes.length) {
    throw new FormatError('corrupt', `the name of the key node at ${offset} is longer than its cell`);
  }
  return node;
}

function nameLength({ view }: Cell): number {
  const size = view.getUint16(0x48, true);
  return (view.getUint16(2, true) & latin1Flag) !== 0 ? size : size >> 1;
}

function nodeName({ bytes, view }: Cell): string {
  const name = bytes.subarray(0x4c, 0x4c + view.getUint16(0x48, true));
  return (view.getUint16(2, true) & latin1Flag) !== 0 ? latin1Text(name) : utf16Text(name);
}
