import { expect, it } from 'vitest';
import { SeenIds } from '../../../src/catalog/store/seen-ids.ts';

const id = (at: number): string => `${(at * 2_654_435_761) >>> 0}-${at.toString(16).padStart(12, '0')}`;

it('knows every id that it met, and no other, while it grows', () => {
  const seen = new SeenIds();
  const count = 60_000;

  const metAtFirst = Array.from({ length: count }, (_, at) => seen.add([id(at)])).filter(Boolean);
  const metAgain = Array.from({ length: count }, (_, at) => seen.add([id(at)])).filter(Boolean);

  expect([metAtFirst.length, metAgain.length, seen.size]).toEqual([0, count, count]);
});

it('tells when any of several ids was met, and remembers the others', () => {
  const seen = new SeenIds();
  seen.add(['a', 'b']);

  expect([seen.add(['c', 'b']), seen.add(['c']), seen.add(['d']), seen.add([''])]).toEqual([true, true, false, false]);
});

it.each([
  ['ab', 'ba'],
  ['0a', '0A'],
  ['a', 'a\u0000'],
  ['\ud83d\ude00', '\ud83d\ude01'],
])('tells %j from %j', (one, other) => {
  const seen = new SeenIds();
  seen.add([one]);
  expect(seen.add([other])).toBe(false);
});
