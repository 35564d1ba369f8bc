import { describe, expect, it } from 'vitest';
import { parseTitle } from '../../../src/updates/title/parse-title.ts';
import { titles, unknownTitles } from './titles.ts';

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

  it.each([
    '2025-07 Hotpatch Update for Windows 11 Version 24H2 for x64-based Systems (KB5062660)',
    '2025-07 Security Hotpatch Update for Windows Server 2025 for x64-based Systems (KB5062660) (26100.4652)',
    'Hotpatch pour Windows 11 (KB5062660)',
  ])('counts no word of a hotpatch as not understood, because it competes nowhere: %s', (title) => {
    expect(parseTitle(title)).toMatchObject({ kind: 'Hotpatch', notUnderstood: [] });
  });

  it.each(['SQL Server 2019', 'Microsoft Exchange Server 2019'])('knows that %s is no Windows', (product) => {
    expect(parseTitle(`2027-03 Cumulative Update for ${product} (KB5200009)`)).toMatchObject({
      family: null,
      targets: [],
    });
  });

  it('sees that a short client title is of a preview', () => {
    expect(parseTitle('2026-05 Preview Update (KB5090000) (26200.8400)')).toMatchObject({
      kind: 'Unknown',
      preview: true,
    });
  });

  it.each([
    ['2023-10 Kumulatives Update für Windows 11 Version 22H2 für x64-basierte Systeme (KB5031354)', 'x64'],
    ['2023-10 适用于基于ARM64的系统 Windows 11 Version 22H2 的累积更新 (KB5031354)', 'arm64'],
    ['2023-10 Kumulatives Update für Windows 11 Version 22H2 für x64- und arm64-basierte Systeme (KB5031354)', null],
  ])('finds the architecture in words of other languages: %s', (title, architecture) => {
    expect(parseTitle(title)).toMatchObject({ kind: 'Unknown', architecture });
  });

  it('still names the parts of a localised title that no language changes', () => {
    const parsed = parseTitle('2023-10 x64 ベース システム用 Windows 11 Version 22H2 の累積更新プログラム (KB5031354)');
    expect(parsed).toMatchObject({ articleId: '5031354', architecture: 'x64', month: '2023-10', release: '22H2' });
  });

  // The word for "version" differs by language and one that nobody knows is no reason to lose the release: 24H2 is
  // written the same in all of them and is nothing else. A number such as 23 or 2409 may be anything, so it is no release;
  // and of two releases only the words that were not understood would say which is meant.
  it.each([
    ['2025-07 kumulatives Update für Windows 11 Fassung 24H2 für x64-basierte Systeme (KB5062553)', '24H2'],
    ['Накопительное обновление для Windows 11 сборки 24H2 (KB5062553)', '24H2'],
    ['2025-07 Windows 11 24H2 用の累積更新プログラム (KB5062553)', '24H2'],
    ['2025-07 kumulatives Update für Windows 11 Fassung 2409 (KB5062553)', null],
    ['2025-07 kumulatives Update für Windows 11 Fassung 23 (KB5062553)', null],
    ['2025-07 kumulatives Update für Windows 11 Fassung 24H2 und 25H2 (KB5062553)', null],
    ['2025-07 kumulatives Update für Windows 11 (KB5062553)', null],
  ])('keeps of a title in another language the release that is plain, and no other: %s', (title, release) => {
    expect(parseTitle(title)).toMatchObject({ kind: 'Unknown', family: 'Windows 11', release });
  });

  it('stays fast and calm on text that is no title', () => {
    for (const text of ['('.repeat(100_000), 'for '.repeat(100_000), 'windows server 2016 '.repeat(10_000)]) {
      expect(() => parseTitle(text)).not.toThrow();
    }
  });
});
