import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseTitle } from '../../../src/catalog/title/parse-title.ts';
import { anyMissing, requires, titled } from '../../helpers/requires.ts';
import { titles, unknownTitles } from './titles.ts';

const classified = requires.shared('update-titles/titles-classified.tsv');
const collected = requires.shared('update-titles/titles.txt');

describe('parseTitle', () => {
  it.each(titles)('reads %s', (title, expected) => {
    expect(parseTitle(title)).toMatchObject({ ...expected, notUnderstood: [] });
  });

  it.each(unknownTitles)('takes %j for nothing and says what was not understood', (title) => {
    const parsed = parseTitle(title);

    expect(parsed.kind).toBe('Unknown');
    expect(parsed.notUnderstood).not.toEqual([]);
  });

  it('gives the same answer with and without commas and with several blanks', () => {
    for (const [title, expected] of titles) {
      const worn = title.replaceAll(',', '').replaceAll(' ', '  ');
      expect(parseTitle(worn)).toMatchObject(expected);
    }
  });

  it('takes a title with the word hotpatch for nothing else', () => {
    const title = '2025-02 Hotpatch Cumulative Update for Windows 11, version 24H2 for x64-based Systems (KB5052105)';
    expect(parseTitle(title).kind).toBe('Hotpatch');
  });

  it('still names the parts of a localised title that no language changes', () => {
    const parsed = parseTitle('2023-10 x64 ベース システム用 Windows 11 Version 22H2 の累積更新プログラム (KB5031354)');
    expect(parsed).toMatchObject({ articleId: '5031354', architecture: 'x64', month: '2023-10', release: '22H2' });
  });

  it('stays fast and calm on text that is no title', () => {
    for (const text of ['('.repeat(100_000), 'for '.repeat(100_000), 'windows server 2016 '.repeat(10_000)]) {
      expect(() => parseTitle(text)).not.toThrow();
    }
  });

  it.skipIf(anyMissing(classified))(titled('gives every hard title of the collection its class', classified), () => {
    const rows = lines(classified.path).slice(1);
    const wrong = rows.filter((row) => {
      const [, title = '', note = ''] = row.split('\t');
      return !classOf(note).includes(parseTitle(title).kind);
    });

    expect(rows.length).toBeGreaterThan(50);
    expect(wrong).toEqual([]);
  });

  it.skipIf(anyMissing(collected))(titled('understands every collected title but a misspelt one', collected), () => {
    const unknown = lines(collected.path).filter((title) => parseTitle(title).kind === 'Unknown');

    expect(unknown.filter((title) => !title.includes('RSATfor'))).toEqual([]);
  });
});

function lines(path: string): string[] {
  return readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line !== '');
}

/** Kinds that a note of the collection allows. Setup and Safe OS share a title in places: there the title may say less. */
function classOf(note: string): string[] {
  const first = note.split(/[;,( ]/)[0] ?? '';
  const classes: Record<string, string[]> = {
    LCU: ['CumulativeUpdate'],
    'LCU-preview': ['CumulativeUpdatePreview'],
    'LCU-dynamic': ['DynamicCumulativeUpdate'],
    NET: ['DotNetCumulativeUpdate'],
    'NET-preview': ['DotNetCumulativeUpdatePreview'],
    SetupDU: ['SetupDynamicUpdate', 'DynamicUpdate'],
    SafeOSDU: ['SafeOSDynamicUpdate', 'DynamicUpdate'],
    DU: ['DynamicUpdate'],
    SSU: ['ServicingStackUpdate'],
    WinRE: ['SecurityUpdate'],
    'WinRE/SafeOS': ['SafeOSDynamicUpdate'],
    ESU: ['Other'],
    optional: ['Other'],
    feature: ['FeatureUpdate'],
    insider: ['Other'],
    noise: ['Tool', 'Definition'],
    UUP: ['Unknown'],
  };
  return classes[first] ?? [];
}
