/**
 * The checksum of a cabinet's data: `seed` XOR every four bytes as a little-endian number; the last one to three bytes
 * count as a big-endian one. Weak: two equal changes four bytes apart cancel out.
 */
export function cabChecksum(bytes: Uint8Array, seed: number): number {
  let sum = seed;
  const whole = bytes.length & ~3;
  for (let at = 0; at < whole; at += 4) {
    sum ^=
      (bytes[at] as number) |
      ((bytes[at + 1] as number) << 8) |
      ((bytes[at + 2] as number) << 16) |
      ((bytes[at + 3] as number) << 24);
  }
  let rest = 0;
  for (let at = whole; at < bytes.length; at++) rest = (rest << 8) | (bytes[at] as number);
  return (sum ^ rest) >>> 0;
}
