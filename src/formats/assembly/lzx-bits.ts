/** The bit reader of LZX: 16-bit words, each from its high bit down; src/formats/huffman/word-reader.ts is the reference. */
import { INPUT } from './chunk-memory';

/** Words that may be asked for beyond the end of a chunk before it counts as cut off. */
const WORDS_PAST_END: u32 = 5;

/** The highest `held` bits of `buffer` are loaded and not used, and `position` is behind them. */
export let position: u32 = 0;
export let buffer: u64 = 0;
export let held: u32 = 0;
/** More bits than this may not be asked for. */
export let mostBits: u32 = 0;

/** Begins with a chunk that is in its place. */
export function startBits(inputSize: u32): void {
  mostBits = ((inputSize >> 1) + WORDS_PAST_END) << 4;
  goOn(INPUT, 0, 0);
}

/** Goes on at a place, with bits that are held. */
export function goOn(at: u32, ahead: u64, count: u32): void {
  position = at;
  buffer = ahead;
  held = count;
}

/** Makes sure that at least 48 bits are held. */
export function refill(): void {
  buffer |= wordsAt(position) >> held;
  position += ((63 - held) >> 4) << 1;
  held |= 48;
}

/** Four words, the first one highest. */
export function wordsAt(at: u32): u64 {
  const words = rotl<u64>(load<u64>(at), 32);
  return ((words & 0x0000_ffff_0000_ffff) << 16) | ((words >> 16) & 0x0000_ffff_0000_ffff);
}

/** Whether `count` more bits may be asked for. */
export function has(count: u32): bool {
  return ((position - INPUT) << 3) - held + count <= mostBits;
}

/** The next bits, up to 32 and at least one; `has` knows that they may be asked for. */
export function bits(count: u32): u32 {
  refill();
  const value = <u32>(buffer >> (64 - count));
  drop(count);
  return value;
}

/** Drops bits that were looked at in `buffer`. */
export function drop(count: u32): void {
  buffer <<= count;
  held -= count;
}
