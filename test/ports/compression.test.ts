import { describe, expect, it } from 'vitest';
import { nodeCompression } from '../../src/ports/compression.ts';

const { deflateRaw, inflateRaw } = nodeCompression;
const none = new Uint8Array(0);
const text = Buffer.from('the same words again and again, '.repeat(20));

describe.each([
  ['without a dictionary', none],
  ['with a dictionary', text.subarray(0, 200)],
])('Deflate %s', (_, dictionary) => {
  it('gives back what was put in', () => {
    const packed = deflateRaw(text, { dictionary });

    expect(packed.length).toBeLessThan(100);
    expect(Buffer.compare(inflateRaw(packed, { dictionary, limit: text.length }), text)).toBe(0);
  });

  it('ignores what follows the end', () => {
    const packed = Buffer.concat([deflateRaw(text, { dictionary }), Buffer.from('more')]);

    expect(Buffer.compare(inflateRaw(packed, { dictionary, limit: text.length }), text)).toBe(0);
  });

  it('throws for more than the limit and for an end that is missing', () => {
    const packed = deflateRaw(text, { dictionary });

    expect(() => inflateRaw(packed, { dictionary, limit: text.length - 1 })).toThrow();
    expect(() => inflateRaw(packed.subarray(0, -2), { dictionary, limit: 1e6 })).toThrow();
  });
});
