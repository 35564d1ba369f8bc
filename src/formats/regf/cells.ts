import type { ByteSource } from '../bytes.ts';
import { FormatError } from '../format-error.ts';
import { baseBlockSize } from './base-block.ts';

/** Bins up to this size are read whole and kept for a while; of larger ones only the cell that is asked for. */
const wholeBinLimit = 1 << 20;
const keptBinBytes = 8 << 20;
const binHeaderSize = 32;

/** The content of one cell: the bytes after its size field. */
export interface Cell {
  bytes: Uint8Array;
  view: DataView;
}

/** What a cell must be. */
export interface ExpectedCell {
  /** Bytes that its content has at least. */
  minimum: number;
  /** Names it in the error. */
  what: string;
}

export interface Cells {
  /** The cell in use at an offset of the hive data. Throws `FormatError` when there is none such. */
  cell(offset: number, expected: ExpectedCell): Cell;
}

/**
 * Resolves offsets to cells. Bins can only be found by walking from the first one, so the walk goes as far as the
 * highest offset asked for, and remembers where each bin begins.
 */
export function openCells(source: ByteSource, dataSize: number): Cells {
  const starts: number[] = [];
  let walked = 0;
  const kept = new Map<number, Uint8Array>();
  let keptBytes = 0;

  function walkTo(offset: number): void {
    while (walked <= offset) {
      const size = binSize(source, walked, dataSize);
      starts.push(walked);
      walked += size;
    }
  }

  function binOf(offset: number): { start: number; end: number } {
    walkTo(offset);
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return { start: starts[low] ?? 0, end: starts[low + 1] ?? walked };
  }

  function read(bin: { start: number; end: number }, { offset, length }: Range): Uint8Array {
    const size = bin.end - bin.start;
    if (size > wholeBinLimit) return source.read(baseBlockSize + offset, length);
    let bytes = kept.get(bin.start);
    if (bytes === undefined) {
      bytes = source.read(baseBlockSize + bin.start, size);
      if (keptBytes + size > keptBinBytes) {
        kept.clear();
        keptBytes = 0;
      }
      kept.set(bin.start, bytes);
      keptBytes += size;
    }
    return bytes.subarray(offset - bin.start, offset - bin.start + length);
  }

  return {
    cell(offset, { minimum, what }) {
      if (offset % 8 !== 0 || offset + 8 > dataSize) {
        throw new FormatError('corrupt', `${what}: offset ${offset} is not one of a cell`);
      }
      const bin = binOf(offset);
      if (offset < bin.start + binHeaderSize) {
        throw new FormatError('corrupt', `${what}: offset ${offset} points into a bin's header`);
      }
      const size = -viewOf(read(bin, { offset, length: 4 })).getInt32(0, true);
      if (size < 8 || size % 8 !== 0 || offset + size > bin.end) {
        throw new FormatError('corrupt', `${what}: the cell at ${offset} is free or has a wrong size`);
      }
      if (size - 4 < minimum) {
        throw new FormatError('corrupt', `${what}: the cell at ${offset} holds ${size - 4} bytes, not ${minimum}`);
      }
      const bytes = read(bin, { offset: offset + 4, length: size - 4 });
      return { bytes, view: viewOf(bytes) };
    },
  };
}

interface Range {
  offset: number;
  length: number;
}

function binSize(source: ByteSource, start: number, dataSize: number): number {
  const header = start + binHeaderSize <= dataSize ? source.read(baseBlockSize + start, binHeaderSize) : undefined;
  const view = header === undefined ? undefined : viewOf(header);
  // 'hbin' as a number: cheaper than text, and there are tens of thousands of bins.
  if (view === undefined || view.getUint32(0, true) !== 0x6e696268 || view.getUint32(4, true) !== start) {
    throw new FormatError('corrupt', `there is no bin at ${start} of the hive's data`);
  }
  const size = view.getUint32(8, true);
  if (size === 0 || size % 4096 !== 0 || start + size > dataSize) {
    throw new FormatError('corrupt', `the bin at ${start} of the hive's data has the impossible size ${size}`);
  }
  return size;
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
}
