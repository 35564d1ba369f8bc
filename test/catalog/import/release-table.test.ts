import { describe, expect, it } from 'vitest';
import { importReleaseTable } from '../../../src/catalog/import/release-table.ts';
import { buildOfRelease } from '../../../src/updates/known-releases.ts';
import { bytesOf, collect } from '../../helpers/updates.ts';

const header = 'product\trelease\tdate\tbuild\tkb\tkind';

function read(text: string): Promise<unknown[]> {
  return collect(importReleaseTable(bytesOf(text, 11)));
}

describe('importReleaseTable', () => {
  it('reads tab-separated rows and JSON lines to the same rows', async () => {
    const cells = ['Windows Server 2025', '24H2', '2025-11-11', '26100.7171', 'KB5068861', 'Standard'];
    const names = header.split('\t');
    const object = Object.fromEntries(names.map((name, index) => [name, cells[index]]));
    const fromTable = (await read(`${header}\r\n${cells.join('\t')}\r\n`)) as { row: unknown }[];
    const fromJson = (await read(`${JSON.stringify(object)}\n`)) as { row: unknown }[];

    expect(fromJson.map(({ row }) => row)).toEqual(fromTable.map(({ row }) => row));
    expect(fromTable[0]?.row).toMatchObject({
      family: 'Windows Server 2025',
      build: 26100,
      revision: 7171,
      articleId: '5068861',
    });
  });

  it.each(['2026-02-30', '2026-13-01', '03/10/2026', ''])('refuses the day %j, which no calendar has', async (date) => {
    const [item] = await read(`${header}\nWindows 11\t24H2\t${date}\t26100.1\t\tStandard`);
    expect(item).toEqual({ line: 2, error: 'date is not YYYY-MM-DD' });
  });

  it('takes the day of a time', async () => {
    const [item] = await read(`${header}\nWindows 11\t27H1\t2027-07-13T17:00:00Z\t29000.5\t\tStandard`);
    expect(item).toMatchObject({ row: { date: '2027-07-13' } });
  });

  it.each([
    ['Windows 10', '2009', 'Windows 10', '20H2'],
    ['Windows Server', '23H2', 'Windows Server', '23H2'],
    ['Windows Server 2016', '1709', 'Windows Server', '1709'],
    ['Windows 12', '28H2', 'Windows 12', '28H2'],
    ['Windows Server 2028', '28H2', 'Windows Server 2028', '28H2'],
    ['Another System', 'R7', 'Another System', 'R7'],
  ])('knows %s %s as %s %s', async (product, release, family, name) => {
    const build = buildOfRelease(family, name) ?? 26100;
    const [item] = await read(`${header}\n${product}\t${release}\t2025-01-01\t${build}.1\t\tStandard`);
    expect(item).toMatchObject({ row: { family, release: name, articleId: null } });
  });

  it.each([
    ['Windows 10, version 1809', 'Version 1809', '17763.1', 'Windows 10', '1809'],
    ['Windows 10 Enterprise LTSC 2019', '1809', '17763.1', 'Windows 10', '1809'],
    ['Windows Server, version 1909 (Server Core)', '1909', '18363.1', 'Windows Server', '1909'],
    ['Microsoft server operating system, version 24H2', '24H2', '26100.1', 'Windows Server 2025', '24H2'],
    ['Windows 10', 'RTM', '10240.1', 'Windows 10', '1507'],
    ['Windows Server 2012 R2', '6.3', '9600.1', 'Windows Server 2012 R2', '9600'],
    ['Windows Server 2022', '2022', '10.0.20348.1', 'Windows Server 2022', '21H2'],
    ['Windows Server 2025', '', '26100.1', 'Windows Server 2025', '24H2'],
  ])('knows %s "%s" of build %s as %s %s', async (product, release, build, family, name) => {
    const [item] = await read(`${header}\n${product}\t${release}\t2025-01-01\t${build}\t\tOut of band`);
    expect(item).toMatchObject({ row: { family, release: name, kind: 'Out-of-band' } });
  });

  it.each([
    ['Windows 11', '24H2', '26200.1', 'build 26200 is not one of Windows 11 24H2 (26100); it is one of release 25H2'],
    ['Windows 11', '24H2', '19045.1', 'build 19045 is not one of Windows 11 24H2 (26100)'],
    ['Windows Server 2022', '21H2', '20349.1', 'build 20349 is not one of Windows Server 2022 21H2 (20348)'],
  ])('refuses %s %s with the build of another release, %s', async (product, release, build, error) => {
    expect(await read(`${header}\n${product}\t${release}\t2025-01-01\t${build}\t\tStandard`)).toEqual([
      { line: 2, error },
    ]);
  });

  it('reports rows that are wrong with their line, and a header that lacks a column', async () => {
    const good = 'Windows 11\t24H2\t2025-11-11\t26100.7171\tKB5068861\tPreview';
    const bad = [
      'Windows 11\t24H2\t11.11.2025\t26100.1\t\tStandard',
      'Windows 11\t24H2\t2025-11-11\t26100\t\tStandard',
      'Windows 11\t24H2\t2025-11-11\t26100.1\tx\tStandard',
      'Windows 11\t24H2\t2025-11-11\t26100.1\t\tWeekly',
    ];
    const items = (await read([header, ...bad, good].join('\n'))) as { line: number; error?: string }[];

    expect(items.filter((item) => item.error !== undefined).map(({ line }) => line)).toEqual([2, 3, 4, 5]);
    expect(await read('product\trelease\nx\ty')).toEqual([
      { line: 1, error: 'the header lacks date, build, kb, kind' },
    ]);
  });
});
