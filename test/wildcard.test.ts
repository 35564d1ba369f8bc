import { expect, it } from 'vitest';
import { literalsOf, matchesWildcard } from '../src/wildcard.ts';

it.each([
  ['abc', 'abc', true],
  ['abc', 'ab', false],
  ['abc', '*', true],
  ['abc', 'a*', true],
  ['abc', '*c', true],
  ['abc', 'a?c', true],
  ['abc', 'a??c', false],
  ['', '', true],
  ['', '*', true],
  ['', '?', false],
  ['a.c', 'a.c', true],
  ['abc', 'a.c', false],
  ['a[b]c', '*[b]*', true],
  ['100%', '100%', true],
  ['1000', '100%', false],
  ['mississippi', 'm*iss*p*', true],
])('%j matches %j: %s', (text, pattern, expected) => {
  expect(matchesWildcard(text, pattern)).toBe(expected);
});

it('answers at once for a pattern that is made to be slow', () => {
  expect(matchesWildcard('a'.repeat(2000), `${'*a'.repeat(500)}b`)).toBe(false);
});

it('finds the parts that must stand in the text, longest first', () => {
  expect(literalsOf('*kb50*windows 11?kb50')).toEqual(['windows 11', 'kb50']);
  expect(literalsOf('*?*')).toEqual([]);
});
