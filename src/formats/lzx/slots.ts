/**
 * Position slots of LZX: an offset is coded as the number of a slot and some extra bits. An offset of slot 3 or higher
 * is `SLOT_BASE[slot] - 2 + extra bits`; slots 0 to 2 stand for the three offsets used last.
 */
const MOST_SLOTS = 50;

export const SLOT_EXTRA_BITS: Uint8Array = Uint8Array.from({ length: MOST_SLOTS }, (_, slot) =>
  slot < 4 ? 0 : slot < 36 ? Math.floor(slot / 2) - 1 : 17,
);

export const SLOT_BASE: Int32Array = new Int32Array(MOST_SLOTS);
for (let slot = 1; slot < MOST_SLOTS; slot++) {
  SLOT_BASE[slot] = (SLOT_BASE[slot - 1] as number) + (1 << (SLOT_EXTRA_BITS[slot - 1] as number));
}

/** Slots in use for a window of 2^15 (first) to 2^21 bytes. */
const SLOTS_BY_WINDOW = [30, 32, 34, 36, 38, 42, 50];

/** The window of a chunk of a WIM file has 2^order bytes: as many as its chunks, but at least 32 KiB. */
export function windowOrder(chunkSize: number): number {
  return Math.max(15, 31 - Math.clz32(chunkSize));
}

/** Number of symbols of the main code for a window of 2^`order` bytes (15..21): literals and match headers. */
export function mainSymbolCount(order: number): number {
  return 256 + 8 * (SLOTS_BY_WINDOW[order - 15] as number);
}
