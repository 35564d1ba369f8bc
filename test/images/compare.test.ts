import { describe, expect, it } from 'vitest';
import { compareIndexes, pairIndexes } from '../../src/images/compare.ts';
import { compareFiles } from '../../src/images/compare-files.ts';
import { inspectImage } from '../../src/images/inspect.ts';
import type { ImageIndex } from '../../src/images/types.ts';
import { hivePath, type SampleFiles, sampleWim, softwareHive, windows11Info, windows11Values } from './sample-image.ts';

const { wim } = sampleWim([{ files: { [hivePath]: softwareHive(windows11Values) }, info: windows11Info }]);
const [sample] = inspectImage(wim, { path: '', size: 0, packages: true }).indexes as [ImageIndex];
const rollup = 'Package_for_RollupFix~31bf3856ad364e35~amd64~~26100.4349.1.8';

function pack(identity: string, state: string) {
  const [name = '', , architecture = '', language = '', version = ''] = identity.split('~');
  const rest = { releaseType: null, installTime: null, articleId: null, hidden: false };
  return { identity, name, architecture, language, version, state, ...rest };
}

describe('which indexes are compared', () => {
  const pro = { ...sample, edition: 'Professional' };
  const pair = (one: ImageIndex[], other: ImageIndex[]) =>
    pairIndexes(one, other).map(({ reference, difference }) => [reference?.index, difference?.index]);

  it.each([
    ['one and one, whatever they are', [{ ...sample, index: 4 }], [{ ...pro, index: 1 }], [[4, 1]]],
    [
      'the same edition under another number',
      [
        { ...sample, index: 1 },
        { ...pro, index: 2 },
      ],
      [
        { ...pro, index: 1 },
        { ...sample, index: 2 },
      ],
      [
        [1, 2],
        [2, 1],
      ],
    ],
    [
      'by number where an edition occurs twice',
      [
        { ...sample, index: 1 },
        { ...sample, index: 2 },
      ],
      [
        { ...sample, index: 1 },
        { ...sample, index: 2 },
      ],
      [
        [1, 1],
        [2, 2],
      ],
    ],
    [
      'one more on each side',
      [
        { ...sample, index: 1 },
        { ...sample, index: 2, edition: 'A' },
      ],
      [
        { ...sample, index: 1 },
        { ...sample, index: 3, edition: 'B' },
      ],
      [
        [1, 1],
        [2, undefined],
        [undefined, 3],
      ],
    ],
    [
      'an edition that lost its neighbour, not what has its number now',
      [
        { ...pro, index: 1 },
        { ...sample, index: 2 },
      ],
      [{ ...sample, index: 1 }],
      [
        [1, undefined],
        [2, 1],
      ],
    ],
    [
      'of one edition those of one language, whatever their number',
      [
        { ...sample, index: 1 },
        { ...sample, index: 2, defaultLanguage: 'de-DE' },
      ],
      [
        { ...sample, index: 1, defaultLanguage: 'de-DE' },
        { ...sample, index: 2, defaultLanguage: 'fr-FR' },
      ],
      [
        [1, undefined],
        [2, 1],
        [undefined, 2],
      ],
    ],
  ])('%s', (_what, one, other, expected) => {
    expect(pair(one, other)).toEqual(expected);
  });
});

describe('what differs between two indexes', () => {
  const lines = (change: Partial<ImageIndex>, includeEqual = false) =>
    compareIndexes({ reference: sample, difference: { ...sample, ...change } }, { includeEqual });

  it('is nothing for the same', () => {
    expect(lines({})).toEqual([]);
  });

  it.each([
    [{ build: 26200 }, { area: 'fact', name: 'build', change: 'changed', reference: '26100', difference: '26200' }],
    [{ revision: null }, { area: 'fact', name: 'revision', change: 'removed', difference: null }],
    [{ pending: ['pending.xml'] }, { area: 'fact', name: 'pending', change: 'added', difference: 'pending.xml' }],
    [{ languages: ['en-US', 'DE-de', 'fr-FR'] }, { area: 'language', name: 'fr-FR', change: 'added' }],
    [
      { packages: [pack(rollup, 'Installed')] },
      { area: 'package', name: rollup, change: 'added', difference: 'Installed' },
    ],
  ])('%j', (change, line) => {
    expect(lines(change as Partial<ImageIndex>)).toEqual([
      expect.objectContaining({ referenceIndex: 1, differenceIndex: 1, ...line }),
    ]);
  });

  it('knows a package by its identity in any case', () => {
    const reference = { ...sample, packages: [pack(rollup, 'Installed')] };
    const difference = { ...sample, packages: [pack(rollup.toLowerCase(), 'Superseded')] };

    expect(compareIndexes({ reference, difference }, { includeEqual: false })).toMatchObject([
      { change: 'changed', reference: 'Installed', difference: 'Superseded' },
    ]);
  });

  it('lists equal things when they are asked for', () => {
    expect(lines({}, true).filter(({ area }) => area === 'fact').length).toBeGreaterThan(8);
    expect(lines({}, true).every(({ change }) => change === 'equal')).toBe(true);
  });

  it('is one line for an index without a counterpart', () => {
    expect(compareIndexes({ reference: null, difference: sample }, { includeEqual: false })).toMatchObject([
      { area: 'index', change: 'added', referenceIndex: null, differenceIndex: 1, reference: null },
    ]);
  });
});

describe('files', () => {
  const compare = (reference: SampleFiles, difference: SampleFiles, under = '\\') =>
    compareFiles({ reference: side(reference), difference: side(difference) }, { under, includeEqual: false }).map(
      ({ name, change }) => [name, change],
    );

  it('differ by content, not by case or time', () => {
    expect(
      compare(
        { '\\Same.txt': 'a', '\\b.txt': 'b', '\\gone': '', '\\d\\x': '1' },
        { '\\same.TXT': 'a', '\\b.txt': 'c' },
      ),
    ).toEqual([
      ['\\b.txt', 'changed'],
      ['\\d', 'removed'],
      ['\\d\\x', 'removed'],
      ['\\gone', 'removed'],
    ]);
  });

  it('are looked for below one folder', () => {
    expect(compare({ '\\a\\x': '1', '\\b\\y': '1' }, { '\\a\\x': '2', '\\b\\y': '2' }, '\\A')).toEqual([
      ['\\A\\x', 'changed'],
    ]);
  });

  it('of one side alone are removed or added', () => {
    expect(compare({ '\\a\\x': '1' }, { '\\b': '2' }, '\\a')).toEqual([['\\a\\x', 'removed']]);
  });

  function side(files: SampleFiles) {
    return { wim: sampleWim([{ files }]).wim, index: 1 };
  }
});
