import { expect, it } from 'vitest';
import { readUpdate, utcTime } from '../../src/updates/read-update.ts';
import { randomNumbers } from '../helpers/random-numbers.ts';

it('writes every time as UTC with no fraction of zero, whatever its form', () => {
  const random = randomNumbers(3);
  const pick = (values: readonly string[]): string => values[random(values.length)] ?? '';
  const number = (below: number, digits = 2): string => String(random(below)).padStart(digits, '0');
  for (let count = 0; count < 3000; count += 1) {
    const day = `${2000 + random(40)}-${number(14)}-${number(33)}`;
    const value = `${day}T${number(26)}:${number(62)}:${number(62)}${pick(['', '.000', '.5'])}${pick(['Z', '+02:00', ''])}`;
    const at = new Date(/[Z+]/.test(value) ? value : `${value}Z`);

    // JavaScript takes February 30 for March 2.
    const isDay = new Date(`${day}T00:00:00Z`).getUTCDate() === Number(day.slice(8));
    if (Number.isNaN(at.getTime()) || !isDay) expect(() => utcTime(value), value).toThrow('is not a time');
    else expect(utcTime(value), value).toBe(at.toISOString().replace('.000Z', 'Z'));
  }
});

it('takes no member that a record does not have itself', () => {
  const record: unknown = JSON.parse('{"uniqueId": "A", "title": "T", "__proto__": {"severity": 5}, "toString": "x"}');
  expect(readUpdate(record)).toMatchObject({ uniqueId: 'a', articleId: null, files: [] });
});
