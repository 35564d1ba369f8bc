/** Bytes with repeats of all kinds of lengths and distances. */
export function patchwork(random: (below: number) => number, size: number, alphabet: number): Uint8Array {
  const bytes = new Uint8Array(size);
  let at = 0;
  while (at < size) {
    const run = Math.min(size - at, 1 + random(random(20) === 0 ? 2000 : 40));
    if (at > 0 && random(2) === 0) {
      const offset = 1 + random(at);
      for (let index = 0; index < run; index++) bytes[at + index] = bytes[at + index - offset] ?? 0;
    } else for (let index = 0; index < run; index++) bytes[at + index] = random(alphabet);
    at += run;
  }
  return bytes;
}
