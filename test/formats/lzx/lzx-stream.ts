import { codewordLengths } from '../../../src/formats/huffman/codeword-lengths.ts';
import { mainSymbolCount, SLOT_BASE, SLOT_EXTRA_BITS } from '../../../src/formats/lzx/slots.ts';
import { WordWriter } from './word-writer.ts';

/**
 * Makes LZX chunks of random blocks of every type, and what they decode to before x86 calls are turned back. It encodes
 * what it makes up, not given content, and so reaches forms that real encoders rarely write.
 */
export interface MadeChunk {
  encoded: Uint8Array;
  content: Uint8Array;
  /** `encoded` as it is spread over the blocks of a cabinet. */
  frames: Uint8Array[];
}

export interface ChunkOptions {
  /** The window is 2^order bytes. */
  order: number;
  chunkSize: number;
  size: number;
  /** Uncompressed blocks of 32768 bytes may have the size's short form. */
  shortRawForm: boolean;
  /** The flavour of cabinets: a head with this constant of the x86 translation (0 = none), and frames of 32 KiB. */
  cabinet?: { fileSize: number };
}

type Random = (below: number) => number;
export interface Token {
  main: number;
  length: number | undefined;
  slot: number;
  extra: number;
  /** With it a frame ends. */
  last?: boolean;
}

const FRAME = 32_768;
const PRETREE = Uint8Array.from({ length: 20 }, (_, symbol) => (symbol < 12 ? 4 : 5));

export function makeChunk(random: Random, options: ChunkOptions): MadeChunk {
  const { order, chunkSize, size } = options;
  const writer = new WordWriter(options.cabinet !== undefined);
  const content = new Uint8Array(size);
  const mainLengths = new Uint8Array(mainSymbolCount(order));
  const lengthLengths = new Uint8Array(249);
  let recent = [1, 1, 1];
  let at = 0;
  const { cabinet } = options;
  const frameEnd = () => (cabinet === undefined ? size : (Math.floor(at / FRAME) + 1) * FRAME);
  if (cabinet !== undefined) {
    writer.bits(cabinet.fileSize === 0 ? 0 : 1, 1);
    if (cabinet.fileSize !== 0) writer.bits(cabinet.fileSize, 32);
  }
  while (at < size) {
    const type = 1 + random(3);
    const blockSize = size - at >= 32_768 && random(2) === 0 ? 32_768 : 1 + random(Math.min(size - at, 40_000));
    writer.bits(type, 3);
    if (cabinet !== undefined) writer.bits(blockSize, 24);
    else writer.blockSize(blockSize, { order, short: type !== 3 || options.shortRawForm });
    const stop = at + blockSize;
    if (type === 3) {
      writer.skipWord();
      recent = recent.map(() => 1 + random(chunkSize));
      for (const offset of recent) writer.rawU32(offset);
      for (; at < stop; at++) {
        content[at] = random(256);
        writer.raw(content[at] as number);
        if (at + 1 === stop && blockSize % 2 === 1) writer.raw(random(256));
        if ((at + 1) % FRAME === 0) writer.endFrame();
      }
      continue;
    }

    const tokens: Token[] = [];
    const alphabet = 1 + random(255);
    const shortMatches = random(3) === 0;
    // The farthest offset that the slots of a window can code.
    const reach = chunkSize - 3;
    while (at < stop) {
      const token =
        at === 0 || random(3) === 0
          ? undefined
          : makeMatch(random, { at, stop: Math.min(stop, frameEnd()), recent, shortMatches, reach });
      if (token === undefined) {
        content[at] = random(8) === 0 ? 0xe8 : random(alphabet);
        tokens.push(literal(content[at] as number));
        at += 1;
        markFrame(tokens, at);
        continue;
      }
      tokens.push(token.token);
      recent = token.recent;
      for (let count = 0; count < token.length; count++, at++) {
        content[at] = content[at - (recent[0] as number)] as number;
      }
      markFrame(tokens, at);
    }
    writeBlock(writer, { tokens, aligned: type === 2, mainLengths, lengthLengths, random });
  }
  const encoded = writer.finish();
  return { encoded, content, frames: writer.frames() };
}

function markFrame(tokens: readonly Token[], at: number): void {
  const token = tokens.at(-1);
  if (token !== undefined && at % FRAME === 0) token.last = true;
}

function makeMatch(
  random: Random,
  options: { at: number; stop: number; recent: number[]; shortMatches: boolean; reach: number },
): { token: Token; recent: number[]; length: number } | undefined {
  const { at, stop, shortMatches, reach } = options;
  const [first = 1, second = 1, third = 1] = options.recent;
  const length = Math.min(stop - at, 2 + random(shortMatches ? 7 : 256));
  if (length < 2) return undefined;
  const head = Math.min(length - 2, 7);
  const lengthSymbol = head === 7 ? length - 9 : undefined;
  const kind = random(5);
  if (kind < 3) {
    const recent =
      [
        [first, second, third],
        [second, first, third],
        [third, second, first],
      ][kind] ?? [];
    if ((recent[0] ?? 0) > Math.min(at, reach)) return undefined;
    return { token: { main: 256 + kind * 8 + head, length: lengthSymbol, slot: kind, extra: 0 }, recent, length };
  }
  const offset = 1 + random(Math.min(at, kind === 3 ? reach : 300));
  return { token: explicitMatch(offset, length), recent: [offset, first, second], length };
}

/** A match of 2 to 257 bytes that tells its offset. */
export function explicitMatch(offset: number, length: number): Token {
  const head = Math.min(length - 2, 7);
  let slot = 3;
  while (slot + 1 < SLOT_BASE.length && (SLOT_BASE[slot + 1] as number) <= offset + 2) slot += 1;
  const extra = offset + 2 - (SLOT_BASE[slot] as number);
  return { main: 256 + slot * 8 + head, length: head === 7 ? length - 9 : undefined, slot, extra };
}

export function literal(byte: number): Token {
  return { main: byte, length: undefined, slot: 0, extra: 0 };
}

export function writeBlock(
  writer: WordWriter,
  block: {
    tokens: readonly Token[];
    aligned: boolean;
    mainLengths: Uint8Array;
    lengthLengths: Uint8Array;
    random: Random;
  },
): void {
  const { tokens, aligned, mainLengths, lengthLengths, random } = block;
  const mainUse = new Uint32Array(mainLengths.length);
  const lengthUse = new Uint32Array(249);
  const alignedUse = new Uint32Array(8).fill(1);
  for (const token of tokens) {
    count(mainUse, token.main);
    if (token.length !== undefined) count(lengthUse, token.length);
    if ((SLOT_EXTRA_BITS[token.slot] as number) >= 3) count(alignedUse, token.extra & 7);
  }
  // A complete code has two symbols at least; the length code may be empty.
  count(mainUse, random(256));
  count(mainUse, 256 + random(8));
  if (lengthUse.some((use) => use > 0)) {
    count(lengthUse, 0);
    count(lengthUse, 248);
  }
  const newMain = codewordLengths(mainUse, 16);
  const newLength = lengthUse.some((use) => use > 0) ? codewordLengths(lengthUse, 16) : new Uint8Array(249);
  const alignedLengths = codewordLengths(alignedUse, 7);
  if (aligned) for (const length of alignedLengths) writer.bits(length, 3);
  writeLengths(writer, { before: mainLengths.subarray(0, 256), after: newMain.subarray(0, 256), random });
  writeLengths(writer, { before: mainLengths.subarray(256), after: newMain.subarray(256), random });
  writeLengths(writer, { before: lengthLengths, after: newLength, random });
  const [mainCode, lengthCode, alignedCode] = [newMain, newLength, alignedLengths].map(codewords);
  for (const token of tokens) {
    writer.bits(mainCode?.[token.main] ?? 0, newMain[token.main] as number);
    if (token.length !== undefined) writer.bits(lengthCode?.[token.length] ?? 0, newLength[token.length] as number);
    const extraBits = SLOT_EXTRA_BITS[token.slot] as number;
    if (aligned && extraBits >= 3) {
      writer.bits(token.extra >> 3, extraBits - 3);
      writer.bits(alignedCode?.[token.extra & 7] ?? 0, alignedLengths[token.extra & 7] as number);
    } else writer.bits(token.extra, extraBits);
    if (token.last) writer.endFrame();
  }
}

/** Writes one run of lengths with a flat pretree, as single differences, zero runs and repeats, and updates `before`. */
function writeLengths(writer: WordWriter, run: { before: Uint8Array; after: Uint8Array; random: Random }): void {
  const { before, after, random } = run;
  const code = codewords(PRETREE);
  const symbol = (value: number) => writer.bits(code[value] ?? 0, PRETREE[value] as number);
  const difference = (index: number) => ((before[index] as number) - (after[index] as number) + 17) % 17;
  for (const length of PRETREE) writer.bits(length, 4);
  for (let at = 0; at < after.length; ) {
    let same = 1;
    while (at + same < after.length && after[at + same] === after[at]) same += 1;
    if (after[at] === 0 && same >= 20 && random(4) > 0) {
      same = Math.min(same, 51);
      symbol(18);
      writer.bits(same - 20, 5);
    } else if (after[at] === 0 && same >= 4 && random(4) > 0) {
      same = Math.min(same, 19);
      symbol(17);
      writer.bits(same - 4, 4);
    } else if (same >= 4 && random(4) > 0) {
      same = Math.min(same, 5);
      symbol(19);
      writer.bits(same - 4, 1);
      symbol(difference(at));
    } else {
      same = 1;
      symbol(difference(at));
    }
    at += same;
  }
  before.set(after);
}

function count(uses: Uint32Array, symbol: number): void {
  uses[symbol] = (uses[symbol] as number) + 1;
}

function codewords(lengths: Uint8Array): number[] {
  const result: number[] = [];
  let next = 0;
  for (let length = 1; length <= 16; length++) {
    for (let symbol = 0; symbol < lengths.length; symbol++) if (lengths[symbol] === length) result[symbol] = next++;
    next <<= 1;
  }
  return result;
}
