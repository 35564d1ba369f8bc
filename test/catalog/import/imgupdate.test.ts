import { describe, expect, it } from 'vitest';
import { importImgUpdate } from '../../../src/catalog/import/imgupdate.ts';
import { bytesOf, collect } from '../../helpers/updates.ts';

function read(...records: unknown[]) {
  const text = records.map((record) => (typeof record === 'string' ? record : JSON.stringify(record))).join('\n');
  return collect(importImgUpdate(bytesOf(text)));
}

const least = { uniqueId: 'A1', title: 'A title' };

describe('importImgUpdate', () => {
  it('fills what may be left out and brings ids, digests, KB and time to the usual spelling', async () => {
    const [item] = await read({
      ...least,
      articleId: 'KB5031354',
      datePosted: '2023-10-10T19:00:00+02:00',
      files: [{ name: 'a.msu', size: 1, sha256: 'AB'.repeat(32) }],
      supersedes: ['B2'],
    });

    expect(item).toMatchObject({
      update: {
        uniqueId: 'a1',
        articleId: '5031354',
        datePosted: '2023-10-10T17:00:00Z',
        products: [],
        classification: null,
        files: [{ sha256: 'ab'.repeat(32) }],
        supersedes: ['b2'],
      },
    });
  });

  it('keeps members that it does not know', async () => {
    const [item] = await read({ ...least, ring: { name: 'x' }, files: [{ name: 'a', size: 1, note: 'y' }] });
    expect(item).toMatchObject({ update: { ring: { name: 'x' }, files: [{ note: 'y' }] } });
  });

  it.each([
    ['not JSON', '{'],
    ['no object', '7'],
    ['no id', { title: 'x' }],
    ['no title', { uniqueId: 'x', title: ' ' }],
    ['a number for a text', { ...least, title: 7 }],
    ['a KB that is none', { ...least, articleId: "1' OR 1=1" }],
    ['a date that is none', { ...least, datePosted: 'yesterday' }],
    ['a negative size', { ...least, files: [{ name: 'a', size: -1 }] }],
    ['an absurd size', { ...least, files: [{ name: 'a', size: 1e300 }] }],
    ['a digest of wrong length', { ...least, files: [{ name: 'a', size: 1, sha1: 'ab' }] }],
    ['an unknown kind', { ...least, kind: 'Great' }],
    ['an unknown architecture', { ...least, architecture: 'vax' }],
    ['products that are no list', { ...least, products: 'Windows' }],
    ['a flag that is a text', { ...least, isExpired: 'yes' }],
  ])('reports %s with its line and reads the rest', async (_what, bad) => {
    const items = await read(least, bad, { ...least, uniqueId: 'B' });

    expect(items[1]).toEqual({ line: 2, error: expect.any(String) });
    expect(items).toHaveLength(3);
  });
});
