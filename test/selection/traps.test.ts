/**
 * The ways in which choosing the latest update goes wrong in the field, numbered as they were collected. Each is one
 * small catalog and what must come of it.
 */
import { describe, expect, it } from 'vitest';
import { applicability } from '../../src/selection/applicability.ts';
import { latest } from '../../src/selection/latest.ts';
import type { Policy } from '../../src/selection/policy.ts';
import { candidatesOf, edgesOf } from '../../src/updates/candidate.ts';
import { derive } from '../../src/updates/derive.ts';
import { packageFiles } from '../../src/updates/offline.ts';
import { readUpdate } from '../../src/updates/read-update.ts';
import { familyAndRelease, type ReleaseRow, releaseLookup } from '../../src/updates/release-table.ts';
import { parseTitle } from '../../src/updates/title/parse-title.ts';
import type { UpdateDocument } from '../../src/updates/update.ts';
import { update } from '../helpers/updates.ts';

const client = 'Windows 11, version 24H2 for x64-based Systems';
const server2025 = 'Microsoft server operating system version 24H2 for x64-based Systems';

/** The choices as "family release architecture kind": KB. Records are titles, or documents. */
function choices(
  records: readonly (string | (Partial<UpdateDocument> & { title: string }))[],
  { policy = {}, table = [] }: { policy?: Partial<Policy>; table?: readonly ReleaseRow[] } = {},
): Record<string, string | null> {
  const documents = records.map((record, at) =>
    update({ uniqueId: `u${at}`, ...(typeof record === 'string' ? { title: record } : record) }),
  );
  const lookup = releaseLookup(table);
  const all = documents.map((document) => ({ document, derived: derive(document, lookup) }));
  const { lines } = latest({
    candidates: all.flatMap(({ document, derived }) => candidatesOf(document, derived)),
    edges: documents.flatMap(edgesOf),
    policy,
  });
  const articles = new Map(all.map(({ document, derived }) => [document.uniqueId, derived.articleId]));
  return Object.fromEntries(
    lines.map(({ family, release, architecture, kind, chosen }) => [
      [family, release, architecture, kind].join(' '),
      chosen === null ? null : (articles.get(chosen) ?? null),
    ]),
  );
}

function row(product: string, release: string, build: string, kb: string, more: Partial<ReleaseRow> = {}): ReleaseRow {
  const [number = 0, revision = 0] = build.split('.').map(Number);
  const names = familyAndRelease(product, release);
  return { product, ...names, date: '2025-07-08', build: number, revision, articleId: kb, kind: 'Standard', ...more };
}

const lcu = 'Windows 11 24H2 x64 CumulativeUpdate';

describe('traps of selection', () => {
  it('1: client and server share build 26100, and their revisions are never compared', () => {
    expect(
      choices([
        `2026-01 Cumulative Update for ${client} (KB5074109) (26100.7623)`,
        `2026-01 Cumulative Update for ${server2025} (KB5073379) (26100.32230)`,
      ]),
    ).toEqual({ [lcu]: '5074109', 'Windows Server 2025 24H2 x64 CumulativeUpdate': '5073379' });
    const serverUpdate = derive(update({ title: `2026-01 Cumulative Update for ${server2025} (KB5073379)` }));
    const image = { family: 'Windows 11', release: '24H2', architecture: 'x64', build: 26100, ubr: 7623, packages: [] };
    expect(applicability(serverUpdate, image)).toMatchObject({ isOffered: false, reasonCode: 'OtherFamily' });
  });

  it('2: KB numbers are not ordered', () => {
    expect(
      choices([
        `2025-10 Cumulative Update for ${client} (KB5070881) (26100.6905)`,
        `2025-11 Cumulative Update for ${client} (KB5068861) (26100.7171)`,
      ]),
    ).toEqual({ [lcu]: '5068861' });
  });

  it('3: a date is no key: it moves with re-publishing, differs by release, and may be missing', () => {
    expect(
      choices([
        { title: `2025-06 Cumulative Update for ${client} (KB5060842)`, datePosted: '2025-09-01T00:00:00Z' },
        { title: `2025-07 Cumulative Update for ${client} (KB5062553)`, datePosted: null },
      ]),
    ).toEqual({ [lcu]: '5062553' });
  });

  it.each([{ preview: 'exclude', chosen: '5062553' } as const, { preview: 'include', chosen: '5062660' } as const])(
    '4: previews, $preview: $chosen',
    ({ preview, chosen }) => {
      const records = [
        `2025-07 Cumulative Update for ${client} (KB5062553) (26100.4652)`,
        `2025-07 Cumulative Update Preview for ${client} (KB5062660) (26100.4770)`,
      ];
      expect(choices(records, { policy: { preview } })).toEqual({ [lcu]: chosen });
    },
  );

  it.each([
    ['include', '5001'],
    ['prefer-regular', '5000'],
    ['exclude', '5000'],
  ] as const)('5: out-of-band, %s', (outOfBand, chosen) => {
    const records = [
      { title: `2026-03 Cumulative Update for ${client} (KB5005000)`, datePosted: '2026-03-10T17:00:00Z' },
      { title: `2026-03 Cumulative Update for ${client} (KB5005001)`, datePosted: '2026-03-21T17:00:00Z' },
    ];
    const table = [
      row('Windows 11', '24H2', '26100.8000', '5005000'),
      row('Windows 11', '24H2', '26100.8010', '5005001', { kind: 'Out-of-band' }),
    ];
    expect(choices(records, { policy: { outOfBand }, table })[lcu]?.slice(-4)).toBe(chosen);
  });

  it('6: of the files of a record only packages of the right architecture are taken', () => {
    const names = [
      'windows11.0-kb5062553-x64.msu',
      'windows11.0-kb5062553-arm64.msu',
      'ssu-26100.4651-x64.cab',
      'windows11.0-kb5062553-x64.psf',
      'windows11.0-kb5062553-x64.cab',
    ];
    expect(packageFiles('CumulativeUpdate', names, { architecture: 'x64' })).toEqual(['windows11.0-kb5062553-x64.msu']);
  });

  it('6: a record whose files are for another architecture goes into no image, and the right record wins', () => {
    const title = `2025-07 Cumulative Update for ${client} (KB5062553) (26100.4652)`;
    const wrong = { title, files: [{ name: 'windows11.0-kb5062553-arm64.msu', size: 1 }] };
    expect(derive(update(wrong))).toMatchObject({
      isOfflineServiceable: false,
      code: 'ForeignPackage',
      reason: 'the packages among its files are not for x64',
    });
    const right = { title, uniqueId: 'a', files: [{ name: 'windows11.0-kb5062553-x64.msu', size: 1 }] };
    const documents = [right, { ...wrong, uniqueId: 'b', revisionNumber: 9 }].map(update);
    const { lines } = latest({ candidates: documents.flatMap((each) => candidatesOf(each, derive(each))) });
    expect(lines[0]?.chosen).toBe('a');
  });

  it('7: a checkpoint stands in the line and never wins over what needs it', () => {
    expect(
      choices([
        '2024-09 Cumulative Update for Windows 11 Version 24H2 for x64-based Systems (KB5043080)',
        `2025-07 Cumulative Update for ${client} (KB5062553) (26100.4652)`,
      ]),
    ).toEqual({ [lcu]: '5062553' });
  });

  it('8: dynamic updates of one title shape are told apart by product, of another by title', () => {
    const title = '2025-07 Dynamic Update for Windows 10 Version 22H2 for x64-based Systems (KB5062799)';
    const safe = ['Windows Safe OS Dynamic Update'];
    const plain = ['Windows 10 and later Dynamic Update'];
    expect(derive(update({ title, products: safe })).kind).toBe('SafeOSDynamicUpdate');
    expect(derive(update({ title, products: plain })).kind).toBe('SetupDynamicUpdate');
    const named = `2025-07 Setup Dynamic Update for ${server2025} (KB5062683)`;
    expect(derive(update({ title: named, products: plain })).kind).toBe('SetupDynamicUpdate');
    const copy = `2025-07 Dynamic Cumulative Update for ${client} (KB5062553)`;
    expect(derive(update({ title: copy }))).toMatchObject({ kind: 'DynamicCumulativeUpdate', dynamic: true });
  });

  it('9: a .NET update is no cumulative update of Windows, and without an architecture it is for x86', () => {
    const title =
      '2023-06 Cumulative Update for .NET Framework 3.5, 4.8 and 4.8.1 for Windows 10 Version 22H2 (KB5027538)';
    const { kind, architecture, dotNetVersions } = parseTitle(title);
    expect({ kind, architecture, dotNetVersions }).toEqual({
      kind: 'DotNetCumulativeUpdate',
      architecture: 'x86',
      dotNetVersions: ['3.5', '4.8', '4.8.1'],
    });
    for (const classification of ['Security Updates', 'Updates']) {
      expect(derive(update({ title, classification })).kind).toBe('DotNetCumulativeUpdate');
    }
  });

  it.each(['x64-based Systems', 'x64-based systems', 'x64', 'X64'])('10: "for %s" is x64', (words) => {
    expect(parseTitle(`2025-07 Cumulative Update for Windows 11 for ${words} (KB5062553)`).architecture).toBe('x64');
  });
  it.each(['ARM64-based Systems', 'arm64-based Systems', 'ARM64', 'arm64'])('10: "for %s" is arm64', (words) => {
    expect(parseTitle(`2025-07 Cumulative Update for Windows 11 for ${words} (KB5062553)`).architecture).toBe('arm64');
  });

  it.each([
    ['Windows Server 2016', 'Windows Server 2016', '1607'],
    ['Windows Server 2016 (1803)', 'Windows Server', '1803'],
    ['Windows Server 2016 1709', 'Windows Server', '1709'],
    ['Windows Server, version 20H2', 'Windows Server', '20H2'],
    ['Windows Server version 20H2', 'Windows Server', '20H2'],
    ['Microsoft server operating system version 21H2', 'Windows Server 2022', '21H2'],
    ['Microsoft server operating system, version 21H2', 'Windows Server 2022', '21H2'],
    ['Microsoft server operating system', 'Windows Server 2022', '21H2'],
    ['Microsoft server operating system version 22H2', 'Azure Stack HCI', '22H2'],
    ['Microsoft server operating system version 23H2', 'Windows Server', '23H2'],
    ['Microsoft server operating system version 24H2', 'Windows Server 2025', '24H2'],
  ])('11: %s is %s %s', (words, family, release) => {
    const title = `2022-06 Cumulative Update for ${words} for x64-based Systems (KB5014678)`;
    expect(parseTitle(title)).toMatchObject({ kind: 'CumulativeUpdate', family, release });
  });

  it('12: Azure Edition in a title is not Windows Server 2019', () => {
    const title =
      '2022-05 Cumulative Update for Azure Stack HCI, version 20H2 and  Windows Server 2019 Datacenter: Azure Edition for x64-based Systems (KB5013944)';
    const lines = Object.keys(choices([title]));
    expect(lines).toContain('Azure Stack HCI 20H2 x64 CumulativeUpdate');
    expect(lines.filter((line) => line.startsWith('Windows Server 2019 '))).toEqual([]);
  });

  it('13: one KB for client and server gives two lines', () => {
    const kb = '(KB5062557)';
    expect(
      choices([
        `2025-07 Cumulative Update for Windows 10 Version 1809 for x64-based Systems ${kb}`,
        `2025-07 Cumulative Update for Windows Server 2019 for x64-based Systems ${kb}`,
      ]),
    ).toEqual({
      'Windows 10 1809 x64 CumulativeUpdate': '5062557',
      'Windows Server 2019 1809 x64 CumulativeUpdate': '5062557',
    });
  });

  it('14: an LTSC of 21H2 takes a record titled 22H2 that the table lists for both, and its own first', () => {
    const title = (release: string) =>
      `2025-07 Cumulative Update for Windows 10 Version ${release} for x64-based Systems`;
    const table = [
      row('Windows 10', '21H2', '19044.6093', '5062554'),
      row('Windows 10', '22H2', '19045.6093', '5062554'),
    ];
    const key = 'Windows 10 21H2 x64 CumulativeUpdate';
    expect(choices([`${title('22H2')} (KB5062554)`], { table })[key]).toBe('5062554');
    const documents = [`${title('22H2')} (KB5062554)`, `${title('21H2')} (KB5062554)`].map((each, at) =>
      update({ uniqueId: `u${at}`, title: each }),
    );
    const candidates = documents.flatMap((each) => candidatesOf(each, derive(each, releaseLookup(table))));
    expect(latest({ candidates }).lines.find(({ release }) => release === '21H2')?.chosen).toBe('u1');
  });

  it('15: the preparation package of extended updates is no cumulative update', () => {
    const title =
      '2025-11 Extended Security Updates (ESU) Licensing Preparation Package for Windows 10 Version 22H2 for x64-based Systems (KB5072653)';
    expect(parseTitle(title).kind).toBe('Other');
    expect(choices([title])).toEqual({});
  });

  it.each([
    ['Windows 11 Version 24H2', '24H2'],
    ['Windows 11, version 24H2', '24H2'],
    ['Windows 11 version  24H2', '24H2'],
    ['Windows 11', '21H2'],
  ])('16: %s is release %s', (words, release) => {
    expect(parseTitle(`2025-07 Cumulative Update for ${words} for x64-based Systems (KB5062553)`)).toMatchObject({
      family: 'Windows 11',
      release,
    });
  });

  it('17: the build in the title is used, else the table by KB and release', () => {
    const table = [row('Windows 11', '24H2', '26100.4652', '5062553')];
    const plain = derive(
      update({ title: `2025-07 Cumulative Update for ${client} (KB5062553)` }),
      releaseLookup(table),
    );
    expect(plain).toMatchObject({ revision: '26100.4652', lines: [{ revisionFrom: 'release table' }] });
    const titled = derive(update({ title: `2025-07 Cumulative Update for ${client} (KB5062553) (26100.4653)` }));
    expect(titled).toMatchObject({ revision: '26100.4653', lines: [{ revisionFrom: 'title' }] });
  });

  it('18: 24H2, 25H2 and 26H2 share files but are lines of their own; 26H1 is apart', () => {
    const title = (release: string, build: string) =>
      `2026-09 Cumulative Update for Windows 11, version ${release} for x64-based Systems (KB5129195) (${build})`;
    expect(choices([title('24H2', '26100.9457'), title('25H2', '26200.9457'), title('26H2', '26300.9457')])).toEqual({
      [lcu]: '5129195',
      'Windows 11 25H2 x64 CumulativeUpdate': '5129195',
      'Windows 11 26H2 x64 CumulativeUpdate': '5129195',
    });
    const image = { family: 'Windows 11', release: '25H2', architecture: 'x64', build: 26200, ubr: 9457, packages: [] };
    const shared = derive(update({ title: title('25H2', '26200.9457') }));
    expect(applicability(shared, image)).toMatchObject({ reasonCode: 'RevisionReached' });
    expect(applicability(derive(update({ title: title('26H1', '28000.2956') })), image).isOffered).toBe(false);
  });

  it('19: an enablement package is its own kind', () => {
    const title = 'Windows 10 Version 22H2 x64-based systems 2022-07 via Enablement Package';
    expect(parseTitle(title)).toMatchObject({ kind: 'EnablementPackage', release: '22H2', architecture: 'x64' });
  });

  it.each([
    ['2023-01 Security Update for Windows 11, version 22H2 for x64-based Systems (KB5012170)', 'SecurityUpdate'],
    ['2024-01 Security Update for Windows 10 Version 22H2 for x64-based Systems (KB5034441)', 'SecurityUpdate'],
    [
      '2020-10 Update for Removal of Adobe Flash Player for Windows 10 Version 2004 for x64-based systems (KB4577586)',
      'Other',
    ],
    [
      '2023-01 Security Only Quality Update for Windows Server 2012 R2 for x64-based Systems (KB5022346)',
      'SecurityOnly',
    ],
    [
      '2023-01 Security Monthly Quality Rollup for Windows Server 2012 R2 for x64-based Systems (KB5022352)',
      'MonthlyRollup',
    ],
    ['2017-11 Delta Update for Windows 10 Version 1709 for x64-based Systems (KB4048955)', 'Other'],
  ])('20: %s is %s', (title, kind) => {
    expect(parseTitle(title).kind).toBe(kind);
    expect(Object.keys(choices([title])).filter((line) => line.includes('CumulativeUpdate'))).toEqual([]);
  });

  it.each(['2026-04 Security Update (KB5083769) (26200.8246)', '2026-05 Preview Update (KB5089573) (26200.8500)'])(
    '21: the short client title "%s" has no line',
    (title) => {
      expect(choices([title])).toEqual({});
    },
  );

  it('22: a record in another language is recognised by products and the table, or not at all', () => {
    const title = '2025-07 x64 ベース システム用 Windows 11 Version 24H2 の累積更新プログラム (KB5062553)';
    expect(choices([title])).toEqual({});
    const table = [row('Windows 11', '24H2', '26100.4652', '5062553')];
    expect(choices([{ title, products: ['Windows 11'] }], { table })).toEqual({ [lcu]: '5062553' });
  });

  it('23: a hotpatch is never chosen', () => {
    const title = `2025-02 Hotpatch Cumulative Update for ${client} (KB5052105) (26100.3194)`;
    expect(choices([title, `2025-01 Cumulative Update for ${client} (KB5050009) (26100.2894)`])[lcu]).toBe('5050009');
  });

  it('24: product GUIDs mean the same as names, and what is missing from a chain breaks nothing', () => {
    const title = '2023-06 Cumulative Update for Windows 10 for x64-based Systems (KB5027215)';
    const products = ['b3c75dc1-155f-4be4-b015-3f1a91758e52'];
    expect(derive(update({ title, products })).release).toBe('22H2');
    expect(
      choices([
        { uniqueId: 'old', title: `2025-05 Cumulative Update for ${client} (KB5058411)`, supersededBy: ['gone'] },
        { uniqueId: 'new', title: `2025-07 Cumulative Update for ${client} (KB5062553)`, supersedes: ['gone'] },
      ]),
    ).toEqual({ [lcu]: '5062553' });
  });

  it('25: metadata that contradicts itself decides nothing alone', () => {
    // A file of another architecture, and a KB in the file name that is not that of the record.
    const files = [{ name: 'windows10.0-kb4999999-arm64.msu', size: 1 }];
    expect(choices([{ title: `2025-07 Cumulative Update for ${client} (KB5062553)`, files }])).toEqual({
      [lcu]: '5062553',
    });
    // Two tables disagree about the revision of one KB: the title's own build is believed.
    const table = [
      row('Windows 11', '24H2', '26100.9546', '5062553'),
      row('Windows 11', '24H2', '26100.9550', '5062553'),
    ];
    const title = `2025-07 Cumulative Update for ${client} (KB5062553) (26100.9550)`;
    expect(derive(update({ title }), releaseLookup(table)).revision).toBe('26100.9550');
    // A date that is none is an error of its record, and of nothing else.
    expect(() => readUpdate({ uniqueId: 'a', title, datePosted: 'soon' })).toThrow('"soon" is not a time');
  });
});

describe('names that nobody has seen yet', () => {
  it.each([
    ['Windows 11, version 27H2 for x64-based Systems', '26400.1234', 'Windows 11 27H2 x64'],
    ['Windows 11, version 28H1 for arm64-based Systems', '29000.10', 'Windows 11 28H1 arm64'],
    ['Windows 12, version 29H2 for x64-based Systems', '31000.5', 'Windows 12 29H2 x64'],
    ['Windows 12 for x64-based Systems', '31000.5', 'Windows 12  x64'],
    ['Microsoft server operating system version 28H2 for x64-based Systems', '30100.7', 'Windows Server 28H2 x64'],
    ['Windows Server 2028 for x64-based Systems', '30100.7', 'Windows Server 2028  x64'],
  ])('%s', (system, build, line) => {
    const [base = '', revision = ''] = build.split('.');
    const older = `2028-02 Cumulative Update for ${system} (KB6900000) (${build})`;
    const newer = `2028-03 Cumulative Update for ${system} (KB6800000) (${base}.${Number(revision) + 1})`;
    const preview = `2028-03 Cumulative Update Preview for ${system} (KB6950000) (${base}.${Number(revision) + 2})`;
    expect(choices([preview, older, newer])).toEqual({ [`${line} CumulativeUpdate`]: '6800000' });
  });

  it('of .NET, and of companions', () => {
    const net = parseTitle(
      '2028-03 Cumulative Update for .NET Framework 3.5 and 4.9 for Windows 11, version 27H2 for x64 (KB6800001)',
    );
    expect(net).toMatchObject({ kind: 'DotNetCumulativeUpdate', release: '27H2', dotNetVersions: ['3.5', '4.9'] });
    const safe = parseTitle(
      '2028-03 Safe OS Dynamic Update for Windows 12, version 29H2 for x64-based Systems (KB6800002)',
    );
    expect(safe).toMatchObject({ kind: 'SafeOSDynamicUpdate', family: 'Windows 12', release: '29H2' });
  });
});
