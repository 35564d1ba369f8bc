/** Numbers that look random and are the same in every run (a 32-bit xorshift), for made-up but realistic material. */
export interface Numbers {
  /** An integer from 0 to `limit` - 1. */
  below(limit: number): number;
  pick<T>(choices: readonly T[]): T;
  /** Lower-case hexadecimal digits. */
  hex(digits: number): string;
  uuid(): string;
  /** Bytes that do not compress. */
  bytes(length: number): Uint8Array;
}

export function numbersFrom(seed: number): Numbers {
  let state = (Math.imul(seed, 0x9e3779b1) ^ 0x6d2b79f5) >>> 0 || 1;
  const next = (): number => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    state >>>= 0;
    return state;
  };
  const hex = (digits: number): string => {
    let text = '';
    while (text.length < digits) text += next().toString(16).padStart(8, '0');
    return text.slice(0, digits);
  };
  return {
    below: (limit) => next() % limit,
    pick(choices) {
      const choice = choices[next() % choices.length];
      if (choice === undefined) throw new RangeError('there is nothing to pick from');
      return choice;
    },
    hex,
    uuid: () => `${hex(8)}-${hex(4)}-4${hex(3)}-8${hex(3)}-${hex(12)}`,
    bytes: (length) => Uint8Array.from({ length }, () => next() & 0xff),
  };
}
