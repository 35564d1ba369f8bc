/**
 * LZMS in WebAssembly: what src/formats/lzms/reference.ts does, which is the reference. The caller fills the slot tables
 * once. For each chunk it makes room with `reserve`, puts the chunk at `inputPlace`, calls `start`, `decode` until the
 * content is whole, then `restoreTargets`, and finds the content at `outputPlace`. A chunk is decoded in steps, so that
 * the engine can go on with faster code when it has compiled it.
 *
 * No address that is read or written comes from a chunk without a check against the bounds of chunk and content.
 */
import { countSymbol, MAX_CODEWORD, symbolsOf } from './adaptive-code';
import { copyMatch } from './copy-match';
import { copyDelta } from './lzms-delta';
import {
  AT,
  BACKWARD,
  BACKWARD_BEGIN,
  BEFORE,
  CODE,
  CONTEXTS,
  DELTA_OFFSETS,
  DELTA_SOURCES,
  FORWARD,
  FORWARD_LAST,
  LENGTH_BITS,
  LENGTH_SLOT_BASE,
  LENGTH_SLOT_EXTRA,
  LENGTHS,
  LITERAL_BITS,
  LITERALS,
  LZ_OFFSETS,
  LZ_SOURCES,
  MOST_BITS,
  NO_SOURCES,
  OFFSET_BITS,
  OFFSET_SLOT_BASE,
  OFFSET_SLOT_EXTRA,
  OUTPUT,
  OUTPUT_END,
  POWER_BITS,
  POWERS,
  RANGE,
  STATES,
  USED,
  ZEROS,
} from './lzms-memory';
import { insertSource, offsetAt, powerAt } from './lzms-sources';
import { longCode, TABLE } from './prefix-code';

export { inputPlace, outputPlace, reserve } from './chunk-memory';
export { restoreTargets } from './lzms-call-targets';
export { lengthSlots, offsetSlots, start } from './lzms-start';

/** Remembers a bit in a context. */
function remember(context: u32, history: u64): void {
  store<u64>(context, history);
  const zeros = 64 - <u32>popcnt<u64>(history);
  // 0 counts as 1, 64 as 63.
  store<u32>(context + ZEROS, zeros - (zeros >> 6) + <u32>(zeros === 0));
}

/** The next bits, from 0 to 63 of them. */
function peek(bits: u64, used: u32, count: u32): u32 {
  return <u32>(((bits << used) >> 1) >> (63 - count));
}

/** Decodes until at least `size` bytes of content, or all of it, are there. False when the chunk is damaged. */
export function decode(size: u32): bool {
  const output = load<u32>(OUTPUT);
  const outputEnd = load<u32>(OUTPUT_END);
  const stop = min<u32>(output + size, outputEnd);
  const forwardLast = load<u32>(FORWARD_LAST);
  const backwardBegin = load<u32>(BACKWARD_BEGIN);
  const mostBits = load<u32>(MOST_BITS);
  // Above this no bit beyond the end of the symbols can have been used.
  const backwardSafe = backwardBegin - (mostBits >> 3) + 8;
  // The range coder: its range, its code, and where its next word is.
  let range = load<u32>(RANGE);
  let code = load<u32>(CODE);
  let forward = load<u32>(FORWARD);
  // The symbols: eight bytes at `backward`, of which the highest `used` bits are used.
  let backward = load<u32>(BACKWARD);
  let used = load<u32>(USED);
  let bits = load<u64>(backward);
  let before = load<u32>(BEFORE);
  let at = load<u32>(AT);
  let itemState: u32 = load<u8>(STATES);
  let matchState: u32 = load<u8>(STATES + 1);

  while (at < stop) {
    // Is it a literal?
    if (range < 0x1_0000) {
      if (forward > forwardLast) return false;
      range <<= 16;
      code = (code << 16) | <u32>load<u16>(forward);
      forward += 2;
    }
    let context = CONTEXTS + (itemState << 4);
    let history = load<u64>(context) << 1;
    let bound = (range >> 6) * load<u32>(context + ZEROS);
    if (code < bound) {
      range = bound;
      remember(context, history);
      itemState = (itemState << 1) & 15;

      backward -= used >> 3;
      used &= 7;
      bits = load<u64>(backward);
      if (backward < backwardSafe && ((backwardBegin - backward) << 3) + used > mostBits) return false;
      let entry: u32 = load<u16>(LITERALS + TABLE + ((<u32>((bits << used) >> (64 - LITERAL_BITS))) << 1));
      if (entry === 0) entry = longCode(LITERALS, peek(bits, used, MAX_CODEWORD), LITERAL_BITS, MAX_CODEWORD);
      const symbol = entry >> 5;
      used += entry & 31;
      store<u8>(at, symbol);
      at++;
      before = NO_SOURCES;
      if (!countSymbol(LITERALS, symbol)) return false;
      continue;
    }
    range -= bound;
    code -= bound;
    remember(context, history | 1);
    itemState = ((itemState << 1) | 1) & 15;

    // Is it an LZ match?
    if (range < 0x1_0000) {
      if (forward > forwardLast) return false;
      range <<= 16;
      code = (code << 16) | <u32>load<u16>(forward);
      forward += 2;
    }
    context = CONTEXTS + 1024 + (matchState << 4);
    history = load<u64>(context) << 1;
    bound = (range >> 6) * load<u32>(context + ZEROS);
    const delta = code >= bound;
    if (delta) {
      range -= bound;
      code -= bound;
    } else range = bound;
    remember(context, history | <u64>delta);
    matchState = ((matchState << 1) | <u32>delta) & 31;
    // Is its source explicit? Else which recent one is it: after the first question there are up to two more.
    let decision: u32 = delta ? 5 : 2;
    let recent: u32 = 0;
    for (;;) {
      if (range < 0x1_0000) {
        if (forward > forwardLast) return false;
        range <<= 16;
        code = (code << 16) | <u32>load<u16>(forward);
        forward += 2;
      }
      const state: u32 = load<u8>(STATES + decision);
      context = CONTEXTS + (decision << 10) + (state << 4);
      history = load<u64>(context) << 1;
      bound = (range >> 6) * load<u32>(context + ZEROS);
      let bit: u32 = 0;
      if (code < bound) range = bound;
      else {
        range -= bound;
        code -= bound;
        bit = 1;
      }
      remember(context, history | <u64>bit);
      store<u8>(STATES + decision, ((state << 1) | bit) & 63);
      if (bit === 0) break;
      recent++;
      if (recent === 3) break;
      decision++;
    }

    backward -= used >> 3;
    used &= 7;
    bits = load<u64>(backward);
    if (backward < backwardSafe && ((backwardBegin - backward) << 3) + used > mostBits) return false;
    const sources = delta ? DELTA_SOURCES : LZ_SOURCES;
    let offset: u32 = 0;
    let power: u32 = 0;
    if (recent === 0) {
      let offsets = LZ_OFFSETS;
      if (delta) {
        offsets = DELTA_OFFSETS;
        // Its codewords are never longer than its table.
        const entry: u32 = load<u16>(POWERS + TABLE + ((<u32>((bits << used) >> (64 - POWER_BITS))) << 1));
        power = entry >> 5;
        used += entry & 31;
        if (!countSymbol(POWERS, power)) return false;
      }
      if (symbolsOf(offsets) === 0) return false;
      let entry: u32 = load<u16>(offsets + TABLE + ((<u32>((bits << used) >> (64 - OFFSET_BITS))) << 1));
      if (entry === 0) entry = longCode(offsets, peek(bits, used, MAX_CODEWORD), OFFSET_BITS, MAX_CODEWORD);
      const slot = entry >> 5;
      used += entry & 31;
      if (!countSymbol(offsets, slot)) return false;
      const extra: u32 = load<u8>(OFFSET_SLOT_EXTRA + slot);
      offset = load<u32>(OFFSET_SLOT_BASE + (slot << 2)) + peek(bits, used, extra);
      used += extra;
      insertSource(sources, 3, power, offset);
    } else {
      // The source of the match before, when it was of the same kind, cannot be named yet.
      const index = recent - 1 + <u32>(before === sources);
      power = powerAt(sources, index);
      offset = offsetAt(sources, index);
      insertSource(sources, index, power, offset);
    }

    backward -= used >> 3;
    used &= 7;
    bits = load<u64>(backward);
    const nearEnd = backward < backwardSafe;
    if (nearEnd && ((backwardBegin - backward) << 3) + used > mostBits) return false;
    let entry: u32 = load<u16>(LENGTHS + TABLE + ((<u32>((bits << used) >> (64 - LENGTH_BITS))) << 1));
    if (entry === 0) entry = longCode(LENGTHS, peek(bits, used, MAX_CODEWORD), LENGTH_BITS, MAX_CODEWORD);
    const slot = entry >> 5;
    used += entry & 31;
    if (!countSymbol(LENGTHS, slot)) return false;
    let length = load<u32>(LENGTH_SLOT_BASE + (slot << 2));
    const extra: u32 = load<u8>(LENGTH_SLOT_EXTRA + slot);
    if (extra !== 0) {
      const ahead: u32 = extra > 16 ? extra - 16 : 0;
      if (nearEnd && ((backwardBegin - backward) << 3) + used + ahead > mostBits) return false;
      length += peek(bits, used, extra);
      used += extra;
    }
    if (length > outputEnd - at) return false;
    before = sources;
    if (delta) {
      const span: u64 = (<u64>1) << (<u64>power);
      const distance = (<u64>offset) << (<u64>power);
      if (distance + span > <u64>(at - output)) return false;
      copyDelta(at, at + length, <u32>distance, <u32>span);
      at += length;
      continue;
    }
    if (offset > at - output) return false;
    const end = at + length;
    copyMatch(at, end, offset);
    at = end;
  }

  store<u32>(RANGE, range);
  store<u32>(CODE, code);
  store<u32>(FORWARD, forward);
  store<u32>(BACKWARD, backward);
  store<u32>(USED, used);
  store<u32>(BEFORE, before);
  store<u32>(AT, at);
  store<u8>(STATES, itemState);
  store<u8>(STATES + 1, matchState);
  return true;
}
