import { expect, it } from 'vitest';
import { comment, literal } from '../../../src/servicing/plan/script/literal.ts';

it.each([
  ['plain', "'plain'"],
  ["it's", "'it''s'"],
  ['\u2018a\u2019 \u201ab\u201b', "'\u2018\u2018a\u2019\u2019 \u201a\u201ab\u201b\u201b'"],
  ['$(Remove-Item x) `n "', "'$(Remove-Item x) `n \"'"],
  ['', "''"],
])('writes %j as %s', (value, expected) => {
  expect(literal(value)).toBe(expected);
});

it.each([
  ['two\r\nlines', '# two lines'],
  ['a\u2028b\u0085c\td', '# a b c d'],
  ['#> end', '# #> end'],
])('keeps the comment %j on one line', (words, expected) => {
  expect(comment(words)).toBe(expected);
});
