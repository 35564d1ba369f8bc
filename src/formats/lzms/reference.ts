import { copyLongMatch, LONG_MATCH } from '../copy-match.ts';
import { FormatError } from '../format-error.ts';
import { longCode } from '../huffman/prefix-code.ts';
import { newAdaptiveCode, rebuildCode, startCode } from './adaptive-code.ts';
import { restoreTargets } from './call-targets.ts';
import {
  CONTEXT_MASK,
  DECISION_SHIFT,
  DECISIONS,
  DELTA_EXPLICIT,
  DELTA_RECENT,
  LITERAL,
  LZ_EXPLICIT,
  LZ_RECENT,
  NEXT,
  newContexts,
  resetContexts,
} from './decisions.ts';
import { copyDelta, insertDelta, recentOffsets, recentPowers, resetDelta } from './delta.ts';
import { LENGTH_SLOTS, OFFSET_SLOTS, offsetSlotCount } from './slots.ts';
import { wordAt } from './word-at.ts';

/**
 * The decoder of LZMS that every other one is held against. Two streams share the bytes of a chunk: binary decisions
 * by a range coder from the beginning forwards, symbols and plain bits from the end backwards.
 * All tables live in this module and are started again for each chunk, so decoding allocates nothing.
 */
/** Bytes of the shortest chunk. */
export const LEAST_INPUT = 4;

const literalCode = newAdaptiveCode({ symbols: 256, interval: 1024, tableBits: 10 });
const lzOffsetCode = newAdaptiveCode({ symbols: OFFSET_SLOTS.base.length, interval: 1024, tableBits: 11 });
const lengthCode = newAdaptiveCode({ symbols: LENGTH_SLOTS.base.length, interval: 512, tableBits: 10 });
const deltaOffsetCode = newAdaptiveCode({ symbols: OFFSET_SLOTS.base.length, interval: 1024, tableBits: 11 });
const deltaPowerCode = newAdaptiveCode({ symbols: 8, interval: 512, tableBits: 8 });
const contexts = newContexts();
/** The last bits of each decision. */
const states = new Uint8Array(DECISIONS);

/**
 * Decodes `input` and fills `output`, whose length is the known size of the chunk. Throws FormatError 'corrupt' when the
 * chunk is damaged; `output` is then partly written. Time is bounded by the sizes of both, also for hostile input.
 */
export function referenceLzms(input: Uint8Array, output: Uint8Array): void {
  if (input.length < LEAST_INPUT || input.length % 2 !== 0) {
    throw new FormatError('corrupt', `an LZMS chunk cannot have ${input.length} bytes`);
  }
  start(output.length);
  decodeItems(input, output);
  restoreTargets(output);
}

function start(size: number): void {
  const slots = offsetSlotCount(size);
  startCode(literalCode, 256);
  startCode(lzOffsetCode, slots);
  startCode(lengthCode, LENGTH_SLOTS.base.length);
  startCode(deltaOffsetCode, slots);
  startCode(deltaPowerCode, 8);
  resetContexts(contexts);
  states.fill(0);
  resetDelta();
}

/** Kind of the item before: a source that it used cannot be taken as a recent one yet. */
const OTHER = 0;
const LZ = 1;
const DELTA = 2;

function decodeItems(input: Uint8Array, output: Uint8Array): void {
  const size = output.length;
  const lengthTable = lengthCode.prefix.table;
  const literalTable = literalCode.prefix.table;
  // The range coder: its range, its code, and where its next word is.
  let range = -1;
  let code = (wordAt(input, 0) << 16) | wordAt(input, 2);
  let forward = 4;
  // The symbols: the low `held` bits of `buffer` are read but not yet used.
  let backward = input.length - 2;
  let buffer = 0;
  let held = 0;
  let recent0 = 1;
  let recent1 = 2;
  let recent2 = 3;
  let recent3 = 4;
  let before = OTHER;
  let at = 0;
  // The decisions that nearly every item takes are written out below; these are their last bits.
  let itemState = 0;
  let matchState = 0;
  let lzState = 0;
  let context: number;
  let zeros: number;
  let bound: number;
  let low: number;
  let high: number;
  // Locals are faster than what belongs to the module.
  const models = contexts;
  const literalFrequencies = literalCode.frequencies;
  const lengthFrequencies = lengthCode.frequencies;
  const { base: offsetBase, extraBits: offsetBits } = OFFSET_SLOTS;
  const { base: lengthBase, extraBits: lengthBits } = LENGTH_SLOTS;
  const view = new DataView(output.buffer, output.byteOffset, size);

  while (at < size) {
    let node: number;
    // Is it a literal?
    if (range >>> 16 === 0) {
      range <<= 16;
      code = (code << 16) | wordAt(input, forward);
      forward += 2;
    }
    context = (0 << DECISION_SHIFT) | (itemState << 2);
    zeros = models[context + 2] as number;
    bound = Math.imul(range >>> 6, zeros === 0 ? 1 : zeros === 64 ? 63 : zeros);
    low = models[context] as number;
    high = models[context + 1] as number;
    models[context + 1] = (high << 1) | (low >>> 31);
    if (code >>> 0 < bound >>> 0) {
      range = bound;
      models[context] = low << 1;
      models[context + 2] = zeros + (high >>> 31);
      itemState = (itemState << 1) & 15;
      node = LITERAL;
    } else {
      range = (range - bound) | 0;
      code = (code - bound) | 0;
      models[context] = (low << 1) | 1;
      models[context + 2] = zeros + (high >>> 31) - 1;
      itemState = ((itemState << 1) | 1) & 15;
      // Is it an LZ match?
      if (range >>> 16 === 0) {
        range <<= 16;
        code = (code << 16) | wordAt(input, forward);
        forward += 2;
      }
      context = (1 << DECISION_SHIFT) | (matchState << 2);
      zeros = models[context + 2] as number;
      bound = Math.imul(range >>> 6, zeros === 0 ? 1 : zeros === 64 ? 63 : zeros);
      low = models[context] as number;
      high = models[context + 1] as number;
      models[context + 1] = (high << 1) | (low >>> 31);
      if (code >>> 0 < bound >>> 0) {
        range = bound;
        models[context] = low << 1;
        models[context + 2] = zeros + (high >>> 31);
        matchState = (matchState << 1) & 31;
        // Is it an explicit LZ offset?
        if (range >>> 16 === 0) {
          range <<= 16;
          code = (code << 16) | wordAt(input, forward);
          forward += 2;
        }
        context = (2 << DECISION_SHIFT) | (lzState << 2);
        zeros = models[context + 2] as number;
        bound = Math.imul(range >>> 6, zeros === 0 ? 1 : zeros === 64 ? 63 : zeros);
        low = models[context] as number;
        high = models[context + 1] as number;
        models[context + 1] = (high << 1) | (low >>> 31);
        if (code >>> 0 < bound >>> 0) {
          range = bound;
          models[context] = low << 1;
          models[context + 2] = zeros + (high >>> 31);
          lzState = (lzState << 1) & 63;
          node = LZ_EXPLICIT;
        } else {
          range = (range - bound) | 0;
          code = (code - bound) | 0;
          models[context] = (low << 1) | 1;
          models[context + 2] = zeros + (high >>> 31) - 1;
          lzState = ((lzState << 1) | 1) & 63;
          node = 3;
        }
      } else {
        range = (range - bound) | 0;
        code = (code - bound) | 0;
        models[context] = (low << 1) | 1;
        models[context + 2] = zeros + (high >>> 31) - 1;
        matchState = ((matchState << 1) | 1) & 31;
        node = 5;
      }
    }
    // Which recent source, or which kind of delta source: the rest of the tree.
    while (node < DECISIONS) {
      if (range >>> 16 === 0) {
        range <<= 16;
        code = (code << 16) | wordAt(input, forward);
        forward += 2;
      }
      const state = states[node] as number;
      context = (node << DECISION_SHIFT) | (state << 2);
      zeros = models[context + 2] as number;
      bound = Math.imul(range >>> 6, zeros === 0 ? 1 : zeros === 64 ? 63 : zeros);
      low = models[context] as number;
      high = models[context + 1] as number;
      let bit = 0;
      if (code >>> 0 < bound >>> 0) range = bound;
      else {
        range -= bound;
        code = (code - bound) | 0;
        bit = 1;
      }
      range |= 0;
      models[context] = (low << 1) | bit;
      models[context + 1] = (high << 1) | (low >>> 31);
      models[context + 2] = zeros + (high >>> 31) - bit;
      states[node] = ((state << 1) | bit) & (CONTEXT_MASK[node] as number);
      node = NEXT[(node << 1) | bit] as number;
    }

    if (held < 16) {
      buffer = (buffer << 16) | wordAt(input, backward);
      backward -= 2;
      held += 16;
    }
    if (node === LITERAL) {
      let entry = literalTable[(buffer >>> (held - 10)) & 0x3ff] as number;
      let symbol = entry >>> 4;
      held -= entry & 15;
      if (entry === 0) {
        entry = longCode(literalCode.prefix, (buffer >>> (held - 15)) & 0x7fff);
        symbol = entry >>> 5;
        held -= entry & 31;
      }
      output[at++] = symbol;
      before = OTHER;
      literalFrequencies[symbol] = (literalFrequencies[symbol] as number) + 1;
      if (--literalCode.left === 0) rebuildCode(literalCode);
      continue;
    }

    const delta = node >= DELTA_EXPLICIT;
    let power = 0;
    let offset: number;
    if (node === LZ_EXPLICIT || node === DELTA_EXPLICIT) {
      if (delta) {
        // Its codewords are never longer than its table.
        const entry = deltaPowerCode.prefix.table[(buffer >>> (held - 8)) & 0xff] as number;
        power = entry >>> 4;
        held -= entry & 15;
        deltaPowerCode.frequencies[power] = (deltaPowerCode.frequencies[power] as number) + 1;
        if (--deltaPowerCode.left === 0) rebuildCode(deltaPowerCode);
        if (held < 16) {
          buffer = (buffer << 16) | wordAt(input, backward);
          backward -= 2;
          held += 16;
        }
      }
      const offsetCode = delta ? deltaOffsetCode : lzOffsetCode;
      if (offsetCode.symbols === 0) throw new FormatError('corrupt', 'an LZMS chunk of one byte has a match');
      let entry = offsetCode.prefix.table[(buffer >>> (held - 11)) & 0x7ff] as number;
      let slot = entry >>> 4;
      held -= entry & 15;
      if (entry === 0) {
        entry = longCode(offsetCode.prefix, (buffer >>> (held - 15)) & 0x7fff);
        slot = entry >>> 5;
        held -= entry & 31;
      }
      offsetCode.frequencies[slot] = (offsetCode.frequencies[slot] as number) + 1;
      if (--offsetCode.left === 0) rebuildCode(offsetCode);
      const extra = offsetBits[slot] as number;
      offset = offsetBase[slot] as number;
      // Up to 30 bits: two words may be needed, but never more than 16 bits at a time.
      let bits = extra;
      if (bits > 16) {
        if (held < 16) {
          buffer = (buffer << 16) | wordAt(input, backward);
          backward -= 2;
          held += 16;
        }
        bits -= 16;
        held -= bits;
        offset += ((buffer >>> held) & ((1 << bits) - 1)) * 0x1_0000;
        bits = 16;
      }
      if (held < 16) {
        buffer = (buffer << 16) | wordAt(input, backward);
        backward -= 2;
        held += 16;
      }
      held -= bits;
      offset += (buffer >>> held) & ((1 << bits) - 1);
      if (!delta) {
        recent3 = recent2;
        recent2 = recent1;
        recent1 = recent0;
        recent0 = offset;
      } else insertDelta(3, power, offset);
    } else if (!delta) {
      const index = node - LZ_RECENT + (before === LZ ? 1 : 0);
      if (index === 0) offset = recent0;
      else {
        if (index === 1) offset = recent1;
        else {
          if (index === 2) offset = recent2;
          else {
            offset = recent3;
            recent3 = recent2;
          }
          recent2 = recent1;
        }
        recent1 = recent0;
        recent0 = offset;
      }
    } else {
      const index = node - DELTA_RECENT + (before === DELTA ? 1 : 0);
      power = recentPowers[index] as number;
      offset = recentOffsets[index] as number;
      insertDelta(index, power, offset);
    }

    if (held < 16) {
      buffer = (buffer << 16) | wordAt(input, backward);
      backward -= 2;
      held += 16;
    }
    let entry = lengthTable[(buffer >>> (held - 10)) & 0x3ff] as number;
    let slot = entry >>> 4;
    held -= entry & 15;
    if (entry === 0) {
      entry = longCode(lengthCode.prefix, (buffer >>> (held - 15)) & 0x7fff);
      slot = entry >>> 5;
      held -= entry & 31;
    }
    lengthFrequencies[slot] = (lengthFrequencies[slot] as number) + 1;
    if (--lengthCode.left === 0) rebuildCode(lengthCode);
    let length = lengthBase[slot] as number;
    let bits = lengthBits[slot] as number;
    if (bits !== 0) {
      if (held < 16) {
        buffer = (buffer << 16) | wordAt(input, backward);
        backward -= 2;
        held += 16;
      }
      if (bits > 16) {
        bits -= 16;
        held -= bits;
        length += ((buffer >>> held) & ((1 << bits) - 1)) * 0x1_0000;
        bits = 16;
        if (held < 16) {
          buffer = (buffer << 16) | wordAt(input, backward);
          backward -= 2;
          held += 16;
        }
      }
      held -= bits;
      length += (buffer >>> held) & ((1 << bits) - 1);
    }
    if (length > size - at) throw new FormatError('corrupt', 'an LZMS match runs beyond the end of its chunk');
    if (delta) {
      copyDelta(output, { at, length, power, offset });
      at += length;
      before = DELTA;
      continue;
    }
    if (offset > at) throw new FormatError('corrupt', 'an LZMS match begins before its chunk');
    before = LZ;
    const end = at + length;
    if (length > LONG_MATCH) copyLongMatch(output, { at, offset, end });
    else if (offset >= 4 && end <= size - 4) {
      // Up to three bytes too many, which later items write over.
      for (; at < end; at += 4) view.setInt32(at, view.getInt32(at - offset, true), true);
    } else {
      for (; at < end; at++) output[at] = output[at - offset] as number;
    }
    at = end;
  }
}
