import { describe, expect, it } from 'vitest';
import { judge } from '../../../src/distribution/serving/conditions.ts';
import { partOf } from '../../../src/distribution/serving/range.ts';

describe('a range', () => {
  it.each([
    [undefined, { part: 'whole' }],
    ['bytes=0-', { part: 'range', from: 0, length: 100 }],
    ['bytes=10-19', { part: 'range', from: 10, length: 10 }],
    ['bytes=99-', { part: 'range', from: 99, length: 1 }],
    ['bytes=90-1000', { part: 'range', from: 90, length: 10 }],
    ['bytes=-7', { part: 'range', from: 93, length: 7 }],
    ['bytes=-700', { part: 'range', from: 0, length: 100 }],
    ['BYTES = 1 - 2', { part: 'range', from: 1, length: 2 }],
    ['bytes=100-', { part: 'none' }],
    ['bytes=-0', { part: 'none' }],
    ['bytes=99999999999999999999-', { part: 'none' }],
    ['bytes=0-99999999999999999999', { part: 'whole' }],
    ['bytes=20-10', { part: 'whole' }],
    ['bytes=0-1,5-6', { part: 'whole' }],
    ['bytes=-', { part: 'whole' }],
    ['lines=1-2', { part: 'whole' }],
    ['', { part: 'whole' }],
  ])('%s', (header, expected) => {
    expect(partOf(header, 100)).toEqual(expected);
  });

  it('is never of an empty file', () => {
    expect(partOf('bytes=0-', 0)).toEqual({ part: 'none' });
    expect(partOf('bytes=-5', 0)).toEqual({ part: 'none' });
  });
});

describe('a condition', () => {
  const etag = '"abc"';
  it.each([
    [{}, 200, true],
    [{ 'if-match': '"abc"' }, 200, true],
    [{ 'if-match': '"x", "abc"' }, 200, true],
    [{ 'if-match': '*' }, 200, true],
    [{ 'if-match': '"x"' }, 412, false],
    [{ 'if-match': 'W/"abc"' }, 412, false],
    [{ 'if-none-match': '"abc"' }, 304, false],
    [{ 'if-none-match': 'W/"abc"' }, 304, false],
    [{ 'if-none-match': '"x"' }, 200, true],
    [{ 'if-range': '"abc"' }, 200, true],
    [{ 'if-range': '"x"' }, 200, false],
    [{ 'if-range': 'W/"abc"' }, 200, false],
    [{ 'if-range': 'Sat, 29 Oct 1994 19:43:31 GMT' }, 200, false],
  ])('%o', (headers, status, isRangeValid) => {
    expect(judge(headers as Record<string, string>, etag)).toEqual({ status, isRangeValid });
  });
});
