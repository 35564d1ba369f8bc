import { expect, it } from 'vitest';
import { tokenise } from '../../../src/updates/title/tokens.ts';
import { randomNumbers } from '../../helpers/random-numbers.ts';

const pieces = [
  'KB5000001',
  '2025-01',
  '26100.1',
  'x64',
  'Ä漢😀',
  '-',
  '–',
  '(',
  ')',
  '[',
  ']',
  '（',
  '）',
  ' ',
  '\t\n',
  ',',
];
const rare = [
  '，',
  '、',
  '\u00a0',
  '\u2009',
  '\u3000',
  '\u200b',
  '\u200e',
  '\u200f',
  '\ufeff',
  '\u0085',
  '\u0000',
  '\ud800',
];

it('splits at blanks of any kind, commas and marks of direction, and sets brackets apart', () => {
  const random = randomNumbers(7);
  for (let count = 0; count < 3000; count += 1) {
    const from = random(2) === 0 ? pieces : [...pieces, ...rare];
    const title = Array.from({ length: random(14) }, () => from[random(from.length)]).join('');

    const parts = title.replace(/[()[\]（）]/g, ' $& ').split(/[\s,，、\u200b\u200e\u200f]+/u);

    expect(tokenise(title).map(({ text }) => text)).toEqual(parts.filter((part) => part !== ''));
  }
});

it('reads the first 2000 characters of a title', () => {
  expect(tokenise(`${'a'.repeat(1998)} bcd`)).toHaveLength(2);
  expect(tokenise(`${'a'.repeat(1998)} bcd`).at(-1)?.text).toBe('b');
});
