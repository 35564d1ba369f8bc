import type { ByteSource } from '../bytes.ts';
import { FormatError } from '../format-error.ts';

/** Bytes before the hive data; every offset inside a hive counts from here. */
export const baseBlockSize = 4096;
/** Value of an offset field that points at nothing. */
export const noOffset = 0xffffffff;
/** Largest hive data that is accepted: the format's own ceiling. */
export const maximumDataSize = 2 ** 31;

export interface BaseBlock {
  minorVersion: number;
  lastWritten: bigint;
  rootOffset: number;
  /** Bytes of hive data that may be read. */
  dataSize: number;
  dirty: boolean;
}

/**
 * Reads the header of a hive. A wrong checksum or unequal sequence numbers make it dirty, not unreadable; then the
 * stored size may be stale, and the bins in the rest of the file count too.
 */
export function readBaseBlock(source: ByteSource): BaseBlock {
  if (source.size < 4) throw new FormatError('not-recognised', 'the file is too short for a registry hive');
  if (new TextDecoder('latin1').decode(source.read(0, 4)) !== 'regf') {
    throw new FormatError('not-recognised', 'the file does not begin with the signature of a registry hive');
  }
  if (source.size < baseBlockSize) {
    throw new FormatError('truncated', `the hive's header needs ${baseBlockSize} bytes, the file has ${source.size}`);
  }
  const bytes = source.read(0, baseBlockSize);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  refuseOtherKinds(view);
  const dirty = view.getUint32(4, true) !== view.getUint32(8, true) || view.getUint32(0x1fc, true) !== checksum(view);
  return {
    minorVersion: view.getUint32(0x18, true),
    lastWritten: view.getBigUint64(0x0c, true),
    rootOffset: view.getUint32(0x24, true),
    dataSize: readableSize(view.getUint32(0x28, true), source.size - baseBlockSize, dirty),
    dirty,
  };
}

/** XOR of the first 127 words; the two results that have a meaning of their own are stored as a neighbour. */
export function checksum(view: DataView): number {
  let sum = 0;
  for (let at = 0; at < 508; at += 4) sum ^= view.getUint32(at, true);
  sum >>>= 0;
  if (sum === 0xffffffff) return 0xfffffffe;
  return sum === 0 ? 1 : sum;
}

function refuseOtherKinds(view: DataView): void {
  const major = view.getUint32(0x14, true);
  const minor = view.getUint32(0x18, true);
  if (major !== 1 || minor < 3 || minor > 6) {
    throw new FormatError('unsupported', `registry hives of version ${major}.${minor} are not read, only 1.3 to 1.6`);
  }
  if (view.getUint32(0x1c, true) !== 0) {
    throw new FormatError('unsupported', 'the file is a registry transaction log, not a hive');
  }
}

function readableSize(stored: number, present: number, dirty: boolean): number {
  if (dirty) return Math.min(present - (present % 4096), maximumDataSize);
  if (stored > maximumDataSize) throw new FormatError('limit', `the hive says that it holds ${stored} bytes`);
  if (stored % 4096 !== 0) throw new FormatError('corrupt', `the hive's data size ${stored} is not a multiple of 4096`);
  if (stored > present) {
    throw new FormatError('truncated', `the hive says that it holds ${stored} bytes, the file has ${present} of them`);
  }
  return stored;
}
