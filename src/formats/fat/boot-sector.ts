import type { ByteSource } from '../bytes.ts';
import { FormatError } from '../format-error.ts';
import { viewOf } from '../wim/fields.ts';

/** Where the parts of a volume lie, in bytes. */
export interface FatLayout {
  bits: 12 | 16;
  clusterBytes: number;
  /** Clusters of data; the first has the number 2. */
  clusters: number;
  tableAt: number;
  tableBytes: number;
  rootAt: number;
  rootBytes: number;
  dataAt: number;
}

const SECTOR_BYTES = 512;
export const ENTRY_BYTES = 32;
/** By the number of clusters alone a volume is of one kind or the other. */
const FEWEST_OF_16 = 4085;
const FEWEST_OF_32 = 65_525;
const sectorSizes = [512, 1024, 2048, 4096];

/**
 * Reads the first sector. Throws FormatError 'not-recognised' where it is none of FAT, 'unsupported' for FAT32, 'corrupt'
 * where its fields contradict each other.
 */
export function readBootSector(source: ByteSource): FatLayout {
  const view = source.size < SECTOR_BYTES ? undefined : viewOf(source.read(0, SECTOR_BYTES));
  if (view === undefined || !isBootSector(view)) throw new FormatError('not-recognised', 'this is no FAT volume');
  const sector = view.getUint16(11, true);
  const perCluster = view.getUint8(13);
  const tables = view.getUint8(16);
  const rootEntries = view.getUint16(17, true);
  const perTable = view.getUint16(22, true);
  if (perTable === 0 || rootEntries === 0) throw new FormatError('unsupported', 'a volume of FAT32 is not read');
  const total = view.getUint16(19, true) || view.getUint32(32, true);
  const tableAt = view.getUint16(14, true) * sector;
  const rootAt = tableAt + tables * perTable * sector;
  const rootSectors = Math.ceil((rootEntries * ENTRY_BYTES) / sector);
  const dataAt = rootAt + rootSectors * sector;
  const clusters = Math.floor((total * sector - dataAt) / (perCluster * sector));
  if (clusters < 1) throw new FormatError('corrupt', `a FAT volume of ${total} sectors has no room for data`);
  if (clusters >= FEWEST_OF_32)
    throw new FormatError('unsupported', `a FAT volume of ${clusters} clusters is not read`);
  return {
    ...{ bits: clusters < FEWEST_OF_16 ? 12 : 16, clusterBytes: perCluster * sector, clusters },
    ...{ tableAt, tableBytes: perTable * sector, rootAt, rootBytes: rootEntries * ENTRY_BYTES, dataAt },
  };
}

/** Other file systems begin with a jump too: they have no table of clusters, or no sectors before it. */
function isBootSector(view: DataView): boolean {
  const jump = view.getUint8(0);
  const perCluster = view.getUint8(13);
  return (
    (jump === 0xeb || jump === 0xe9) &&
    sectorSizes.includes(view.getUint16(11, true)) &&
    perCluster !== 0 &&
    (perCluster & (perCluster - 1)) === 0 &&
    view.getUint16(14, true) !== 0 &&
    view.getUint8(16) !== 0 &&
    view.getUint8(21) >= 0xf0
  );
}
