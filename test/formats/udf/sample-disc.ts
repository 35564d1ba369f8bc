/** A small writer of UDF 1.02 images: the forms that other programs do not make, and damage in chosen places. */
import { crc16 } from '../../../src/formats/udf/crc.ts';
import { MemoryFile } from '../wim/sample-wim.ts';

export const SECTOR = 2048;
/** Where the parts of the images that are made here lie. Blocks are counted from `PARTITION`. */
export const MAIN_SEQUENCE = 32;
export const RESERVE_SEQUENCE = 48;
export const ANCHOR = 256;
export const PARTITION = 257;
/** The longest extent that ends with a block. */
export const LONGEST_EXTENT = 0x3fff_f800;

export interface DiscFile {
  content: Uint8Array;
  /** How its extents are listed; inline: its content stands in the descriptor. Default short. */
  form?: 'short' | 'long' | 'inline';
  /** Lengths of extents that do not touch each other; without them it lies in one piece. */
  pieces?: readonly number[];
  /** Zeros after the content: not recorded, or recorded where the image has nothing but zeros. */
  zeros?: { bytes: number; recorded?: boolean };
  /** Extents in each list; more go on in another block. */
  listed?: number;
  /** With the descriptor of UDF 2. */
  extended?: boolean;
}

export interface DiscTree {
  [name: string]: DiscTree | DiscFile | Uint8Array;
}

export interface DiscOptions {
  label?: string;
  /** Beside ISO 9660, which programs without UDF see. */
  bridge?: boolean;
  version?: 2 | 3;
  blockSize?: number;
  /** Instead of the map that names partition 0. */
  maps?: readonly Uint8Array[];
  /** Entries that end the list of the root besides those of the tree, as they are: name, flags, block. */
  extra?: readonly Identifier[];
}

/** A line of a folder. */
export interface Identifier {
  name: Uint8Array;
  flags: number;
  block: number;
}

export interface SampleDisc {
  file: MemoryFile;
  /** Sector of the descriptor of the file or folder at '\a\b'. */
  sector(path: string): number;
}

export function makeDisc(tree: DiscTree, options: DiscOptions = {}): SampleDisc {
  const writer = new DiscWriter(options);
  return writer.write(tree);
}

/** A name as it is recorded, with 8 bits where that is enough. */
export function discName(name: string): Uint8Array {
  const units = Array.from({ length: name.length }, (_, index) => name.charCodeAt(index));
  if (units.every((unit) => unit < 256)) return Uint8Array.from([8, ...units]);
  return Uint8Array.from([16, ...units.flatMap((unit) => [unit >> 8, unit & 255])]);
}

/** Gives a descriptor its tag; the CRC covers all of it. */
export function tagged(descriptor: Buffer, id: number, location: number, version = 2): Buffer {
  descriptor.fill(0, 0, 16);
  descriptor.writeUInt16LE(id, 0);
  descriptor.writeUInt16LE(version, 2);
  descriptor.writeUInt16LE(crc16(descriptor.subarray(16)), 8);
  descriptor.writeUInt16LE(descriptor.length - 16, 10);
  descriptor.writeUInt32LE(location, 12);
  descriptor[4] = descriptor.subarray(0, 16).reduce((sum, byte) => sum + byte, 0) & 255;
  return descriptor;
}

/** Changes the descriptor in a sector, whose checks hold again afterwards. */
export function changed(image: Uint8Array, sector: number, change: (descriptor: Buffer) => void): Buffer {
  const bytes = Buffer.from(image);
  const descriptor = bytes.subarray(sector * SECTOR, (sector + 1) * SECTOR);
  const [id, location] = [descriptor.readUInt16LE(0), descriptor.readUInt32LE(12)];
  change(descriptor);
  tagged(descriptor, id, location);
  return bytes;
}

interface Extent {
  /** 0 recorded, 2 not recorded, 3 the next list. */
  kind: number;
  length: number;
  block: number;
}

class DiscWriter {
  readonly #file = new MemoryFile();
  readonly #sectors = new Map<string, number>();
  readonly #options: DiscOptions;
  #blocks = 0;

  constructor(options: DiscOptions) {
    this.#options = options;
  }

  write(tree: DiscTree): SampleDisc {
    this.#recognition();
    const fileSet = this.#take(SECTOR);
    const root = this.#take(SECTOR);
    this.#folder('', tree, root);
    this.#describe(fileSet, root);
    const end = PARTITION + this.#blocks;
    this.#anchors(end);
    this.#sequences();
    this.#file.jump((end + 1) * SECTOR);
    return { file: this.#file, sector: (path) => this.#sectors.get(path) ?? Number.NaN };
  }

  #recognition(): void {
    const ids = [...(this.#options.bridge === true ? ['\x01CD001', '\xffCD001'] : []), '\0BEA01'];
    ids.push(this.#options.version === 3 ? '\0NSR03' : '\0NSR02', '\0TEA01');
    ids.forEach((id, index) => {
      this.#file.writeAt((16 + index) * SECTOR, Buffer.from(`${id}\x01`, 'latin1'));
    });
  }

  #anchors(end: number): void {
    for (const sector of [ANCHOR, end]) {
      const anchor = Buffer.alloc(512);
      anchor.writeUInt32LE(16 * SECTOR, 16);
      anchor.writeUInt32LE(MAIN_SEQUENCE, 20);
      anchor.writeUInt32LE(16 * SECTOR, 24);
      anchor.writeUInt32LE(RESERVE_SEQUENCE, 28);
      this.#put(sector, anchor, 2, sector);
    }
  }

  #sequences(): void {
    const { label = '', blockSize = SECTOR, maps = [Uint8Array.of(1, 6, 1, 0, 0, 0)] } = this.#options;
    for (const first of [MAIN_SEQUENCE, RESERVE_SEQUENCE]) {
      const partition = Buffer.alloc(SECTOR);
      partition.writeUInt32LE(1, 16);
      partition.writeUInt32LE(PARTITION, 188);
      partition.writeUInt32LE(this.#blocks, 192);
      const volume = Buffer.alloc(SECTOR);
      const name = discName(label);
      volume.writeUInt32LE(2, 16);
      volume.set(name, 84);
      volume[84 + 127] = label === '' ? 0 : name.length;
      volume.writeUInt32LE(blockSize, 212);
      volume.writeUInt32LE(SECTOR, 248);
      volume.writeUInt32LE(
        maps.reduce((sum, map) => sum + map.length, 0),
        264,
      );
      volume.writeUInt32LE(maps.length, 268);
      volume.set(Buffer.concat(maps), 440);
      this.#put(first, Buffer.alloc(SECTOR), 1, first);
      this.#put(first + 1, partition, 5, first + 1);
      this.#put(first + 2, volume, 6, first + 2);
      this.#put(first + 3, Buffer.alloc(SECTOR), 8, first + 3);
    }
  }

  #describe(fileSet: number, root: number): void {
    const description = Buffer.alloc(512);
    description.writeUInt32LE(SECTOR, 400);
    description.writeUInt32LE(root, 404);
    this.#put(PARTITION + fileSet, description, 256, fileSet);
  }

  #folder(path: string, tree: DiscTree, own: number): void {
    const identifiers: Identifier[] = [{ name: new Uint8Array(0), flags: 10, block: own }];
    for (const [name, what] of Object.entries(tree)) {
      const block = this.#take(SECTOR);
      const folder = !(what instanceof Uint8Array) && !isFile(what);
      if (folder) this.#folder(`${path}\\${name}`, what, block);
      else this.#entry(`${path}\\${name}`, block, what instanceof Uint8Array ? { content: what } : what);
      identifiers.push({ name: discName(name), flags: folder ? 2 : 0, block });
    }
    if (path === '') identifiers.push(...(this.#options.extra ?? []));
    const content = Buffer.concat(identifiers.map(identifier));
    this.#entry(path === '' ? '\\' : path, own, { content }, true);
  }

  #entry(path: string, block: number, file: DiscFile, folder = false): void {
    const { content, form = 'short', zeros, extended = false } = file;
    const size = content.length + (zeros?.bytes ?? 0);
    const entry = Buffer.alloc(SECTOR);
    entry.writeUInt16LE(4, 20);
    entry[27] = folder ? 4 : 5;
    entry.writeUInt16LE({ short: 0, long: 1, inline: 3 }[form], 34);
    entry.writeBigUInt64LE(BigInt(size), 56);
    const list: Uint8Array = form === 'inline' ? content : this.#lists(file);
    const [lengths, rest] = extended ? [208, 216] : [168, 176];
    // With some extended attributes before the list.
    entry.writeUInt32LE(8, lengths);
    entry.writeUInt32LE(list.length, lengths + 4);
    entry.set(list, rest + 8);
    this.#put(PARTITION + block, entry, extended ? 266 : 261, block);
    this.#sectors.set(path, PARTITION + block);
  }

  /** Writes the content; returns the list of its extents. */
  #lists(file: DiscFile): Uint8Array {
    const { form = 'short', listed = Number.POSITIVE_INFINITY } = file;
    let waiting: Extent[] = this.#extents(file);
    if (waiting.length <= listed) return listOf(waiting, form);
    // From the end: each list knows the one behind it.
    const groups: Extent[][] = [];
    while (waiting.length > 0) {
      groups.push(waiting.slice(0, listed));
      waiting = waiting.slice(listed);
    }
    let next: Extent[] = [];
    for (const group of groups.slice(1).reverse()) {
      const block = this.#take(SECTOR);
      const list = listOf([...group, ...next], form);
      const descriptor = Buffer.alloc(24 + list.length);
      descriptor.writeUInt32LE(list.length, 20);
      descriptor.set(list, 24);
      this.#put(PARTITION + block, descriptor, 258, block);
      next = [{ kind: 3, length: SECTOR, block }];
    }
    return listOf([...(groups[0] ?? []), ...next], form);
  }

  #extents({ content, pieces, zeros }: DiscFile): Extent[] {
    const extents: Extent[] = [];
    const lengths = pieces ?? (content.length === 0 ? [] : [content.length]);
    let from = 0;
    for (const length of lengths) {
      const block = this.#take(length);
      this.#file.writeAt((PARTITION + block) * SECTOR, content.subarray(from, from + length));
      extents.push({ kind: 0, length, block });
      from += length;
      if (pieces !== undefined) this.#take(SECTOR);
    }
    for (let left = zeros?.bytes ?? 0; left > 0; ) {
      const length = Math.min(left, LONGEST_EXTENT);
      const recorded = zeros?.recorded === true;
      extents.push({ kind: recorded ? 0 : 2, length, block: recorded ? this.#take(length) : 0 });
      left -= length;
    }
    return extents;
  }

  #take(bytes: number): number {
    const block = this.#blocks;
    this.#blocks += Math.ceil(bytes / SECTOR);
    return block;
  }

  #put(sector: number, descriptor: Buffer, id: number, location: number): void {
    this.#file.writeAt(sector * SECTOR, tagged(descriptor, id, location, this.#options.version));
  }
}

function isFile(what: DiscTree | DiscFile): what is DiscFile {
  return what['content'] instanceof Uint8Array;
}

function identifier({ name, flags, block }: Identifier): Buffer {
  const bytes = Buffer.alloc(Math.ceil((38 + name.length) / 4) * 4);
  bytes[18] = flags;
  bytes[19] = name.length;
  bytes.writeUInt32LE(SECTOR, 20);
  bytes.writeUInt32LE(block, 24);
  bytes.set(name, 38);
  return tagged(bytes, 257, 0);
}

function listOf(extents: readonly Extent[], form: DiscFile['form']): Uint8Array {
  return Buffer.concat(
    extents.map(({ kind, length, block }) => {
      const bytes = Buffer.alloc(form === 'long' ? 16 : 8);
      bytes.writeUInt32LE(kind * 2 ** 30 + length, 0);
      bytes.writeUInt32LE(block, 4);
      return bytes;
    }),
  );
}
