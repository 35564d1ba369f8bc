/** The sources used last, of LZ and of delta matches: src/formats/lzms/match-sources.ts, which is the reference. */

/** Offsets come first, powers behind them; four of each. */
const POWERS: u32 = 16;
export const SOURCES_BYTES: u32 = 32;

/** The first sources of a chunk. */
export function startSources(sources: u32): void {
  for (let index: u32 = 0; index < 4; index++) store<u32>(sources + (index << 2), index + 1);
  memory.fill(sources + POWERS, 0, 16);
}

export function offsetAt(sources: u32, index: u32): u32 {
  return load<u32>(sources + (index << 2));
}

export function powerAt(sources: u32, index: u32): u32 {
  return load<u32>(sources + POWERS + (index << 2));
}

/** Puts a source to the front; the one at `index` goes. */
export function insertSource(sources: u32, index: u32, power: u32, offset: u32): void {
  for (; index > 0; index--) {
    const to = sources + (index << 2);
    store<u32>(to, load<u32>(to - 4));
    store<u32>(to + POWERS, load<u32>(to + POWERS - 4));
  }
  store<u32>(sources, offset);
  store<u32>(sources + POWERS, power);
}
