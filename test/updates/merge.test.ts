import { describe, expect, it } from 'vitest';
import { mergeStatements } from '../../src/updates/merge.ts';
import type { UpdateDocument, UpdateFile } from '../../src/updates/update.ts';
import { update } from '../helpers/updates.ts';

const sha1 = 'a'.repeat(40);
const sha256 = 'b'.repeat(64);
const file = (members: Partial<UpdateFile> = {}): UpdateFile => ({ name: 'x.msu', size: 5, ...members });
const said = (source: string, members: Partial<UpdateDocument>) => ({
  source,
  update: update({ title: 'T', ...members }),
});

describe('one update as several sources tell of it', () => {
  it('is what the only source says, without evidence', () => {
    const only = said('a', { uniqueId: '1', description: 'd' });

    expect(mergeStatements('1', [only])).toEqual(only.update);
  });

  it('takes a fact from the first source that knows it, and says so', () => {
    const merged = mergeStatements('1', [
      said('a', { uniqueId: '1', description: 'first', articleId: null, revisionNumber: 2 }),
      said('b', {
        uniqueId: '2',
        description: 'second',
        articleId: '5060842',
        severity: 'Critical',
        revisionNumber: 7,
      }),
    ]);

    expect(merged).toMatchObject({ uniqueId: '1', description: 'first', articleId: '5060842', severity: 'Critical' });
    expect(merged.revisionNumber).toBe(7);
    expect(merged['evidence']).toEqual([
      {
        source: 'a',
        uniqueId: '1',
        revisionNumber: 2,
        members: ['classification', 'description', 'revisionNumber', 'title'],
      },
      { source: 'b', uniqueId: '2', revisionNumber: 7, members: ['articleId', 'severity'] },
    ]);
  });

  it('joins what replaces what, and believes whoever calls it withdrawn', () => {
    const merged = mergeStatements('1', [
      said('a', { supersedes: ['x'], isExpired: false }),
      said('b', { supersedes: ['x', 'y'], isExpired: true }),
    ]);

    expect(merged).toMatchObject({ supersedes: ['x', 'y'], isExpired: true });
  });

  it.each<[what: string, files: [UpdateFile, UpdateFile], merged: UpdateFile[]]>([
    [
      'one digest is one file',
      [file({ sha1 }), file({ name: 'other.msu', sha1, sha256, url: 'https://b/x' })],
      [file({ sha1, sha256, url: 'https://b/x' })],
    ],
    [
      'different digests are two files',
      [file({ sha256 }), file({ sha256: 'c'.repeat(64) })],
      [file({ sha256 }), file({ sha256: 'c'.repeat(64) })],
    ],
    ['one name and size without digest is one file', [file(), file({ sha1 })], [file({ sha1 })]],
    ['another size is another file', [file(), file({ size: 6 })], [file(), file({ size: 6 })]],
    [
      'further addresses are kept',
      [file({ sha1, url: 'https://a/x' }), file({ sha1, url: 'https://b/x' })],
      [file({ sha1, url: 'https://a/x', urls: ['https://b/x'] })],
    ],
    [
      'a digest that only finds never joins one that decides',
      [file({ sha1, digestTrust: 'trusted' }), file({ sha1, sha256, digestTrust: 'find', url: 'file:///x' })],
      [file({ sha1, digestTrust: 'trusted', url: 'file:///x' })],
    ],
    [
      'nor does it make a decided one a found one, whoever comes first',
      [file({ sha1, sha256, digestTrust: 'find', url: 'file:///x' }), file({ sha1 })],
      [file({ sha1, url: 'file:///x' })],
    ],
  ])('%s', (_what, [a, b], merged) => {
    expect(mergeStatements('1', [said('a', { files: [a] }), said('b', { files: [b] })]).files).toEqual(merged);
  });
});
