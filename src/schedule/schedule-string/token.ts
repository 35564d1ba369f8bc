/**
 * The bits of one schedule in a schedule string of Configuration Manager: 16 hexadecimal digits, 64 bits, fields from the
 * top. What is behind the fields of a type is not documented and is zero in every string that we know; the last bit says
 * that times are UTC.
 */

/** Field names with their bits, from the top. */
const head = [
  ['minute', 6],
  ['hour', 5],
  ['day', 5],
  ['month', 4],
  ['year', 6],
  ['minuteDuration', 6],
  ['hourDuration', 5],
  ['dayDuration', 5],
  ['type', 3],
] as const;

/** Number of the type -> its own fields. */
const bodies = {
  /** Once. */
  1: [],
  /** Interval. */
  2: [
    ['minutes', 6],
    ['hours', 5],
    ['days', 5],
  ],
  /** Weekly; Sunday is 1. */
  3: [
    ['weekDay', 3],
    ['weeks', 3],
  ],
  /** Monthly by weekday; order 0 is the last. */
  4: [
    ['weekDay', 3],
    ['months', 4],
    ['order', 3],
  ],
  /** Monthly by date; day 0 is the last. */
  5: [
    ['monthDay', 5],
    ['months', 4],
  ],
} as const satisfies Record<number, readonly (readonly [string, number])[]>;

export type TokenType = keyof typeof bodies;

type FieldName = (typeof head)[number][0] | (typeof bodies)[TokenType][number][0];

/** Fields as they stand there; those that the type does not have are absent. `year` counts from 1970. */
export type Token = Partial<Record<FieldName, number>> & { type: number; isUtc: boolean };

/** Reads 16 hexadecimal digits. `spare` tells whether a bit is set that no field owns. Undefined = no such type. */
export function readToken(digits: string): { token: Token; spare: boolean } | undefined {
  const bits = BigInt(`0x${digits}`).toString(2).padStart(64, '0');
  const fields: Record<string, number> = {};
  let at = 0;
  const take = (list: readonly (readonly [string, number])[]): void => {
    for (const [name, width] of list) {
      fields[name] = Number.parseInt(bits.slice(at, at + width), 2);
      at += width;
    }
  };
  take(head);
  const type = fields['type'] ?? 0;
  if (!isType(type)) return undefined;
  take(bodies[type]);
  return { token: { ...fields, type, isUtc: bits.endsWith('1') }, spare: bits.slice(at, -1).includes('1') };
}

/** 16 digits in capitals. Every field must fit. */
export function writeToken(token: Token & { type: TokenType }): string {
  const fields = [...head, ...bodies[token.type]];
  const bits = fields.map(([name, width]) => (token[name] ?? 0).toString(2).padStart(width, '0')).join('');
  const all = bits.padEnd(63, '0') + (token.isUtc ? '1' : '0');
  return BigInt(`0b${all}`).toString(16).toUpperCase().padStart(16, '0');
}

function isType(type: number): type is TokenType {
  return type in bodies;
}
