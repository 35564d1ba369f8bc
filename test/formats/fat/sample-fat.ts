/** Writes small FAT volumes for tests: each file and folder in clusters of its own, which need not lie side by side. */
export interface FatTree {
  [name: string]: Uint8Array | FatTree;
}

export interface FatOptions {
  bits?: 12 | 16;
  /** Clusters that are left free between two of a chain. */
  gap?: number;
  /** Sectors of 512 bytes. */
  sectors?: number;
  /** With parts of long names before the short ones. */
  longNames?: Record<string, string>;
}

const SECTOR = 512;
export const ROOT_ENTRIES = 112;
export const TABLE_AT = SECTOR;

export interface SampleFat {
  bytes: Buffer;
  tableSectors: number;
  rootAt: number;
  dataAt: number;
  /** Clusters of each file and folder, by its path. */
  clusters: Record<string, number[]>;
}

/** One sector a cluster. */
export function makeFat(tree: FatTree, options: FatOptions = {}): SampleFat {
  const { bits = 12, gap = 0, sectors = bits === 12 ? 2880 : 6000, longNames = {} } = options;
  const tableSectors = Math.ceil((sectors * bits) / 8 / SECTOR);
  const rootAt = TABLE_AT + 2 * tableSectors * SECTOR;
  const dataAt = rootAt + ROOT_ENTRIES * 32;
  const bytes = Buffer.alloc(sectors * SECTOR);
  bytes.set([0xeb, 0x3c, 0x90]);
  bytes.write('MSDOS5.0', 3, 'latin1');
  bytes.writeUInt16LE(SECTOR, 11);
  bytes[13] = 1;
  bytes.writeUInt16LE(1, 14);
  bytes[16] = 2;
  bytes.writeUInt16LE(ROOT_ENTRIES, 17);
  bytes.writeUInt16LE(sectors, 19);
  bytes[21] = 0xf0;
  bytes.writeUInt16LE(tableSectors, 22);
  bytes.writeUInt16LE(0xaa55, 510);
  const made: SampleFat = { bytes, tableSectors, rootAt, dataAt, clusters: {} };
  const end = bits === 12 ? 0xfff : 0xffff;
  link(made, bits, 0, bits === 12 ? 0xff0 : 0xfff0);
  link(made, bits, 1, end);
  let free = 2;
  const place = (content: Uint8Array, path: string): number => {
    const chain = Array.from({ length: Math.ceil(content.length / SECTOR) }, (_, at) => free + at * (gap + 1));
    free += chain.length * (gap + 1);
    for (const [at, cluster] of chain.entries()) {
      bytes.set(content.subarray(at * SECTOR, (at + 1) * SECTOR), dataAt + (cluster - 2) * SECTOR);
      link(made, bits, cluster, chain[at + 1] ?? end);
    }
    made.clusters[path] = chain;
    return chain[0] ?? 0;
  };
  const folder = (entries: FatTree, path: string): Buffer =>
    Buffer.concat(
      Object.entries(entries).flatMap(([name, content]) => {
        const below = `${path}\\${name}`;
        const isFile = content instanceof Uint8Array;
        const dots = isFile ? [] : ['.', '..'].map((each) => entry(each, { attributes: 0x10 }));
        const data = isFile ? content : Buffer.concat([...dots, folder(content, below)]);
        const cluster = place(data, below);
        const own = entry(name, { attributes: isFile ? 0x20 : 0x10, cluster, size: isFile ? data.length : 0 });
        return [...parts(longNames[name], own), own];
      }),
    );
  const root = folder(tree, '');
  bytes.set(entry('A LABEL', { attributes: 0x08 }), rootAt);
  bytes.set(root, rootAt + 32);
  return made;
}

/** Sets where a chain goes on after a cluster. */
export function link({ bytes }: SampleFat, bits: 12 | 16, cluster: number, next: number): void {
  if (bits === 16) {
    bytes.writeUInt16LE(next, TABLE_AT + 2 * cluster);
    return;
  }
  const at = TABLE_AT + Math.floor(cluster * 1.5);
  const pair = bytes.readUInt16LE(at);
  bytes.writeUInt16LE(cluster % 2 === 0 ? (pair & 0xf000) | next : (pair & 0xf) | (next << 4), at);
}

function entry(name: string, { attributes, cluster = 0, size = 0 }: Record<string, number>): Buffer {
  const bytes = Buffer.alloc(32);
  const [base = '', extension = ''] = /^\.+$/.test(name) ? [name] : name.split('.');
  bytes.write(base.padEnd(8) + extension.padEnd(3), 0, 11, 'latin1');
  bytes[11] = attributes ?? 0;
  bytes.writeUInt16LE(cluster, 26);
  bytes.writeUInt32LE(size, 28);
  return bytes;
}

/** The parts of a long name, the last one first. */
function parts(name: string | undefined, short: Buffer): Buffer[] {
  if (name === undefined) return [];
  let check = 0;
  for (const byte of short.subarray(0, 11)) check = (((check & 1) << 7) + (check >> 1) + byte) & 0xff;
  const count = Math.ceil(name.length / 13);
  const units = [...name].map((each) => each.charCodeAt(0));
  if (units.length % 13 !== 0) units.push(0);
  while (units.length % 13 !== 0) units.push(0xffff);
  return Array.from({ length: count }, (_, index) => {
    const number = count - index;
    const bytes = Buffer.alloc(32);
    bytes[0] = number | (index === 0 ? 0x40 : 0);
    bytes[11] = 0x0f;
    bytes[13] = check;
    for (const [at, place] of [1, 3, 5, 7, 9, 14, 16, 18, 20, 22, 24, 28, 30].entries()) {
      bytes.writeUInt16LE(units[(number - 1) * 13 + at] ?? 0xffff, place);
    }
    return bytes;
  });
}
