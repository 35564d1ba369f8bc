import { expect, it } from 'vitest';
import { filetimeOfMilliseconds, filetimeToRfc3339 } from '../../src/formats/filetime.ts';

it.each([
  [0x01d4f54cf65a0000n, '2019-04-17T18:40:00.000Z'],
  [116444736000000000n, '1970-01-01T00:00:00.000Z'],
  [10000n, '1601-01-01T00:00:00.001Z'],
  [0n, null],
  [-1n, null],
  [0xffffffffffffffffn, null],
])('shows %s as %s', (ticks, text) => {
  expect(filetimeToRfc3339(ticks)).toBe(text);
});

it('turns milliseconds into ticks and back', () => {
  expect(filetimeToRfc3339(filetimeOfMilliseconds(Date.UTC(2025, 5, 10)))).toBe('2025-06-10T00:00:00.000Z');
});
