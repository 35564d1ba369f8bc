import { startCode } from './adaptive-code';
import { INPUT, MARGIN, outputPlace } from './chunk-memory';
import {
  AT,
  BACKWARD,
  BACKWARD_BEGIN,
  CODE,
  CONTEXTS,
  CONTEXTS_END,
  DELTA_OFFSETS,
  DELTA_SOURCES,
  FORWARD,
  FORWARD_LAST,
  LENGTH_BITS,
  LENGTH_SLOT_BASE,
  LENGTHS,
  LITERAL_BITS,
  LITERALS,
  LZ_OFFSETS,
  LZ_SOURCES,
  MOST_BITS,
  OFFSET_BITS,
  OFFSET_SLOT_BASE,
  OUTPUT,
  OUTPUT_END,
  POWER_BITS,
  POWERS,
  RANGE,
  ZEROS,
} from './lzms-memory';
import { startSources } from './lzms-sources';

/** Bytes that each stream may ask for beyond its end before the chunk counts as cut off. */
const BYTES_PAST_END: u32 = 8;

const FIRST_HISTORY: u64 = 0x5555_5555;
const FIRST_ZEROS: u32 = 48;

/** Where the caller puts the slot tables. */
export function offsetSlots(): u32 {
  return OFFSET_SLOT_BASE;
}

export function lengthSlots(): u32 {
  return LENGTH_SLOT_BASE;
}

/** Begins with a chunk that is in its place. `slots`: how many offset slots its codes have. False when it is damaged. */
export function start(inputSize: u32, outputSize: u32, slots: u32): bool {
  const input = INPUT;
  const output = outputPlace(inputSize);
  memory.fill(input - MARGIN, 0, MARGIN);
  memory.fill(input + inputSize, 0, MARGIN);
  memory.fill(0, 0, CONTEXTS);
  store<u32>(RANGE, 0xffff_ffff);
  store<u32>(CODE, rotl<u32>(load<u32>(input), 16));
  store<u32>(FORWARD, input + 4);
  store<u32>(FORWARD_LAST, input + inputSize + BYTES_PAST_END);
  store<u32>(BACKWARD, input + inputSize - 8);
  store<u32>(BACKWARD_BEGIN, input + inputSize - 8);
  // Of the four words beyond the end that may be asked for, the last one is only looked ahead into.
  store<u32>(MOST_BITS, (inputSize << 3) + 48);
  store<u32>(AT, output);
  store<u32>(OUTPUT, output);
  store<u32>(OUTPUT_END, output + outputSize);
  startSources(LZ_SOURCES);
  startSources(DELTA_SOURCES);
  for (let context = CONTEXTS; context < CONTEXTS_END; context += 16) {
    store<u64>(context, FIRST_HISTORY);
    store<u32>(context + ZEROS, FIRST_ZEROS);
  }
  return (
    startCode(LITERALS, 256, 1024, LITERAL_BITS) &&
    startCode(LENGTHS, 54, 512, LENGTH_BITS) &&
    startCode(LZ_OFFSETS, slots, 1024, OFFSET_BITS) &&
    startCode(DELTA_OFFSETS, slots, 1024, OFFSET_BITS) &&
    startCode(POWERS, 8, 512, POWER_BITS)
  );
}
