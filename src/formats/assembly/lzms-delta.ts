/** Delta matches of LZMS: src/formats/lzms/delta.ts, which is the reference. */

const LOW_SEVEN: u32 = 0x7f7f_7f7f;

/** Repeats differences: of bytes that lie `span` apart, as they are `distance` before. */
export function copyDelta(at: u32, end: u32, distance: u32, span: u32): void {
  // Four bytes at a time, where none of them depends on another; each is added and subtracted without carry to the next.
  if (span >= 4) {
    for (; at + 4 <= end; at += 4) {
      const source = load<u32>(at - distance);
      const near = load<u32>(at - span);
      const sum = ((source & LOW_SEVEN) + (near & LOW_SEVEN)) ^ ((source ^ near) & ~LOW_SEVEN);
      const far = load<u32>(at - distance - span);
      store<u32>(at, ((sum | ~LOW_SEVEN) - (far & LOW_SEVEN)) ^ ((sum ^ ~far) & ~LOW_SEVEN));
    }
  }
  for (; at < end; at++) {
    store<u8>(at, load<u8>(at - distance) + load<u8>(at - span) - load<u8>(at - distance - span));
  }
}
