const CALL = 0xe8;
/** Bytes at the end of a unit that are never translated. */
const TAIL = 10;

/**
 * LZX encoders turn the relative operand of x86 CALL instructions (byte 0xE8) into an absolute one, which repeats more
 * often. This turns it back, in place, in one finished unit (WIM: a chunk; cabinet: a frame).
 * `fileSize` is the constant that the encoder used (WIM: 12,000,000), `origin` the place of the unit in the output
 * (WIM: always 0).
 */
export function restoreCallTargets(unit: Uint8Array, options: { fileSize: number; origin: number }): void {
  const { fileSize, origin } = options;
  const end = unit.length - TAIL;
  let at = 0;
  while (at < end) {
    at = unit.indexOf(CALL, at);
    if (at < 0 || at >= end) return;
    const absolute =
      (unit[at + 1] as number) |
      ((unit[at + 2] as number) << 8) |
      ((unit[at + 3] as number) << 16) |
      ((unit[at + 4] as number) << 24);
    const here = origin + at;
    if (absolute >= -here && absolute < fileSize) {
      const relative = absolute >= 0 ? absolute - here : absolute + fileSize;
      unit[at + 1] = relative;
      unit[at + 2] = relative >> 8;
      unit[at + 3] = relative >> 16;
      unit[at + 4] = relative >> 24;
    }
    at += 5;
  }
}
