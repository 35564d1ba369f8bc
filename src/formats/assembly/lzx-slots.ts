/** Position slots: src/formats/lzx/slots.ts, which is the reference. */

/** 32 bits for each base, a byte for each number of extra bits. */
export const SLOT_BASE: u32 = 0x900;
export const SLOT_EXTRA: u32 = SLOT_BASE + 256;

/** Makes the tables of slots. */
export function fillSlots(): void {
  let base: u32 = 0;
  for (let slot: u32 = 0; slot < 50; slot++) {
    const extra: u32 = slot < 4 ? 0 : slot < 36 ? (slot >> 1) - 1 : 17;
    store<u32>(SLOT_BASE + (slot << 2), base);
    store<u8>(SLOT_EXTRA + slot, extra);
    base += (<u32>1) << extra;
  }
}

/** Slots in use for a window of 2^15 (first) to 2^21 bytes. */
export function slotCount(order: u32): u32 {
  if (order < 20) return 30 + 2 * (order - 15);
  return order === 20 ? 42 : 50;
}
