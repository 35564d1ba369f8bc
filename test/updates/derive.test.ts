import { describe, expect, it } from 'vitest';
import { derive } from '../../src/updates/derive.ts';
import { familyAndRelease, type ReleaseRow, releaseLookup } from '../../src/updates/release-table.ts';
import { update } from '../helpers/updates.ts';

function row(product: string, release: string, rest: Partial<ReleaseRow>): ReleaseRow {
  const names = familyAndRelease(product, release);
  return { product, ...names, date: '2025-11-11', build: 0, revision: 0, articleId: null, kind: 'Standard', ...rest };
}

const table = releaseLookup([
  row('Windows 11', '24H2', { build: 26100, revision: 7171, articleId: '5068861' }),
  row('Windows 11', '25H2', { build: 26200, revision: 7171, articleId: '5068861' }),
  row('Windows Server 2025', '24H2', { build: 26100, revision: 7171, articleId: '5068861' }),
  row('Windows 10', '1709', { build: 16299, revision: 785, articleId: '4467681', kind: 'Preview', date: '2018-11-27' }),
  row('Windows 10', '1507', { build: 10240, revision: 16413, articleId: '3081424', date: '2015-08-05' }),
  row('Windows 11', '22H2', { build: 22621, revision: 2428, articleId: '5031354', date: '2023-10-10' }),
]);

describe('derive', () => {
  it('takes the revision from the title before the release table', () => {
    const title =
      '2025-11 Cumulative Update for Windows 11, version 24H2 for x64-based Systems (KB5068861) (26100.7172)';
    expect(derive(update({ title }), table).revision).toBe('26100.7172');
  });

  it('takes revision and channel from the table where the title has none', () => {
    const title = '2018-11 Cumulative Update for Windows 10 Version 1709 for x64-based Systems (KB4467681)';
    const facts = derive(update({ title }), table);

    expect(facts).toMatchObject({ revision: '16299.785', kind: 'CumulativeUpdatePreview', preview: true });
    expect(facts.lines[0]).toMatchObject({ line: { kind: 'CumulativeUpdate' }, channel: 'preview' });
  });

  it('lets one KB serve the releases that share its file, but never another family', () => {
    const title = '2025-11 Cumulative Update for Windows 11 Version 24H2 for x64-based Systems (KB5068861)';
    const { lines } = derive(update({ title }), table);

    expect(lines.map(({ key, exact }) => [key, exact])).toEqual([
      ['Windows 11|24H2|x64|CumulativeUpdate', true],
      ['Windows 11|25H2|x64|CumulativeUpdate', false],
    ]);
  });

  it('knows a cumulative update of the early years by the table, whatever its title calls it', () => {
    const title = 'Update for Windows 10 for x64-based Systems (KB3081424)';

    expect(derive(update({ title })).kind).toBe('Other');
    expect(derive(update({ title }), table)).toMatchObject({ kind: 'CumulativeUpdate', revision: '10240.16413' });
  });

  it('recognises a localised title through products and KB, and only with both', () => {
    const title = '2023-10 x64 ベース システム用 Windows 11 Version 22H2 の累積更新プログラム (KB5031354)';

    expect(derive(update({ title }), table).kind).toBe('Unknown');
    expect(derive(update({ title, products: ['Windows 11'] }), table)).toMatchObject({
      kind: 'CumulativeUpdate',
      release: '22H2',
      architecture: 'x64',
    });
  });

  it('puts an update without release or architecture into no line', () => {
    const noArchitecture = '2021-10 Cumulative Update for Windows 11 (KB5006674)';
    const files = [{ name: 'SSU-26100.1-x64.cab', size: 1 }];
    const noRelease = '2023-05 Cumulative Update for Windows 11 for x64-based Systems (KB5026372)';

    expect(derive(update({ title: noArchitecture })).lines).toEqual([]);
    expect(derive(update({ title: noRelease, files })).lines).toEqual([]);
  });

  it('gives a family that nobody knew a line even where its titles name no release', () => {
    const title = '2029-03 Cumulative Update for Windows Server 2028 for x64-based Systems (KB6200001)';
    const listed = releaseLookup([
      row('Windows Server 2028', '28H2', { build: 29500, revision: 7, articleId: '6200001' }),
    ]);

    expect(derive(update({ title })).lines).toMatchObject([{ line: { family: 'Windows Server 2028', release: '' } }]);
    expect(derive(update({ title }), listed)).toMatchObject({ release: '28H2', revision: '29500.7' });
  });

  it.each([
    ['2026-06 Setup Dynamic Update for Windows 11, version 24H2 for x64-based Systems (KB5102558)', [], 'MediaFiles'],
    ['Feature update to Windows 11, version 25H2', [], 'NotAPackage'],
    ['anything', [], 'KindUnknown'],
    [
      '2023-05 Cumulative Update for Windows 11, version 22H2 for x64-based Systems (KB5026372)',
      ['Windows11.0-KB5026372-x64.cab', 'Windows11.0-KB5026372-x64.psf', 'SSU-22621.1626-x64.cab'],
      'NoPackageFile',
    ],
    [
      '2023-06 Cumulative Update for Windows 10 Version 22H2 for x64-based Systems (KB5027215)',
      ['windows10.0-kb5027215-x64.cab'],
      null,
    ],
  ])('says whether %s with %j can be applied offline', (title, names, code) => {
    const files = names.map((name) => ({ name, size: 1 }));
    expect(derive(update({ title, files }))).toMatchObject({ code, isOfflineServiceable: code === null });
  });
});
