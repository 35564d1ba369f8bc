import type { ByteSource } from '../bytes.ts';
import { FormatError } from '../format-error.ts';
import { CabBytes } from './cab-bytes.ts';
import type { CabCompression, CabFolder } from './types.ts';

/** The head of a cabinet: what comes before its table of files. */
export interface CabHeader {
  size: number;
  filesOffset: number;
  fileCount: number;
  setId: number;
  setIndex: number;
  previous: string;
  next: string;
  reserve: Uint8Array;
  /** Bytes that every block keeps for others. */
  dataReserve: number;
  folders: CabFolder[];
}

export const HEADER_BYTES = 36;
export const FOLDER_BYTES = 8;
export const MAGIC = 0x4643_534d;
const HAS_PREVIOUS = 1;
const HAS_NEXT = 2;
const HAS_RESERVE = 4;
const MOST_RESERVE = 60_000;
const LZX_ORDERS = [15, 21] as const;

/** Throws FormatError 'not-recognised', 'truncated', 'unsupported' (version) or 'corrupt'. */
export function readCabHeader(source: ByteSource): CabHeader {
  if (source.size < 4 || new CabBytes(source, 0, 4).u32() !== MAGIC) {
    throw new FormatError('not-recognised', 'this is not a cabinet file');
  }
  if (source.size < HEADER_BYTES) throw new FormatError('truncated', 'the file ends inside the head of its cabinet');
  const fixed = new CabBytes(source, 4, HEADER_BYTES);
  fixed.skip(4);
  const size = fixed.u32();
  fixed.skip(4);
  const filesOffset = fixed.u32();
  fixed.skip(4);
  const [minor, major] = [fixed.u8(), fixed.u8()];
  if (major !== 1) throw new FormatError('unsupported', `cabinets of version ${major}.${minor} are not read`);
  const [folderCount, fileCount, flags] = [fixed.u16(), fixed.u16(), fixed.u16()];
  const [setId, setIndex] = [fixed.u16(), fixed.u16()];
  if (size > source.size) {
    throw new FormatError('truncated', `the cabinet has ${size} bytes, the file only ${source.size}`);
  }
  if (size < HEADER_BYTES) throw new FormatError('corrupt', `a cabinet cannot have ${size} bytes`);
  if (folderCount === 0 || fileCount === 0) throw new FormatError('corrupt', 'the cabinet holds nothing');

  const rest = new CabBytes(source, HEADER_BYTES, size);
  const reserves = (flags & HAS_RESERVE) === 0 ? [0, 0, 0] : [rest.u16(), rest.u8(), rest.u8()];
  const [headerReserve = 0, folderReserve = 0, dataReserve = 0] = reserves;
  if (headerReserve > MOST_RESERVE) throw new FormatError('corrupt', `the cabinet keeps ${headerReserve} bytes`);
  const reserve = new Uint8Array(rest.bytes(headerReserve));
  const [previous] = (flags & HAS_PREVIOUS) === 0 ? [''] : [rest.text(), rest.text()];
  const [next] = (flags & HAS_NEXT) === 0 ? [''] : [rest.text(), rest.text()];
  const folders: CabFolder[] = [];
  for (let index = 0; index < folderCount; index++) {
    const offset = rest.u32();
    const blockCount = rest.u16();
    folders.push({ ...compressionOf(rest.u16()), offset, blockCount });
    rest.skip(folderReserve);
  }
  return { size, filesOffset, fileCount, setId, setIndex, previous, next, reserve, dataReserve, folders };
}

function compressionOf(type: number): { compression: CabCompression; windowOrder: number } {
  const compression = (['none', 'MSZIP', 'Quantum', 'LZX'] as const)[type & 15] ?? 'unknown';
  if (compression !== 'LZX') return { compression, windowOrder: 0 };
  const windowOrder = (type >> 8) & 31;
  const known = windowOrder >= LZX_ORDERS[0] && windowOrder <= LZX_ORDERS[1];
  return { compression: known ? 'LZX' : 'unknown', windowOrder };
}
