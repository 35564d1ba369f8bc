import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readReleaseHtml } from '../../../src/sources/catalog-site/pages/index.ts';
import { readReleaseMarkdown, releaseRows } from '../../../src/sources/catalog-site/release-tables.ts';
import type { ReleaseRow } from '../../../src/updates/release-table.ts';
import { type ReleaseSection, releaseHtml, releaseMarkdown } from '../../helpers/catalog-site/releases.ts';
import { anyMissing, requires, titled } from '../../helpers/requires.ts';

const client: ReleaseSection = {
  product: 'Windows 11',
  releases: [
    {
      label: 'Version 25H2 (OS build 26200)',
      rows: [
        ['2026-08 B', '2026-08-11', '26200.9168', 'KB5121003'],
        ['2026-07 D', '2026-07-28', '26200.8973', 'KB5101684'],
        ['2026-07 OOB', '2026-07-18', '26200.8894', 'KB5121767'],
        ['', '2025-09-30', '26200.6584', ''],
      ],
    },
    { label: 'Version 24H2 (OS build 26100)', rows: [['2026-08 B', '2026-08-11', '26100.9168', 'KB5121003']] },
  ],
  hotpatch: [
    ['January', '2026.01 B', 'Baseline (Restart)', '2026-01-13', '26100.7623', 'KB5074109'],
    ['February', '2026.02 B', 'Hotpatch', '2026-02-10', '26100.7781', 'KB5077212'],
    ['December', '2026.12 B', 'Hotpatch', '2026-12-08', '', ''],
  ],
};

const server: ReleaseSection = {
  product: 'Windows Server',
  releases: [
    {
      label: 'Windows Server 2025 (OS build 26100)',
      rows: [
        ['2026-06 B', '2026-06-09', '26100.32995', 'KB5094125'],
        ['2024-10 A', '2024-11-01', '26100.1742', ''],
      ],
    },
    {
      label: 'Windows Server, version 23H2 (OS build 25398)',
      rows: [['2025-10 B', '2025-10-14', '25398.1913', 'KB5066780']],
    },
    { label: 'Windows Server 2016 (OS build 14393)', rows: [['2024.08 B *', '2024-08-13', '14393.7259', 'KB5041773']] },
  ],
};

const windows10: ReleaseSection = {
  product: 'Windows 10',
  releases: [
    {
      label: 'Version 1507 (RTM) (OS build 10240)',
      rows: [
        ['2015-08 C', '2015-08-18', '10240.16445', 'KB3081444'],
        ['2015-08 A', '2015-08-05', '10240.16413', 'KB3081424'],
      ],
    },
  ],
};

const forms = {
  Markdown: (section: ReleaseSection) => releaseRows(readReleaseMarkdown(releaseMarkdown(section))),
  HTML: (section: ReleaseSection) => {
    const tables = readReleaseHtml(releaseHtml(section));
    return tables.type === 'changed' ? tables : releaseRows(tables);
  },
};

const short = ({ family, release, date, build, revision, articleId, kind }: ReleaseRow): unknown[] => [
  `${family} ${release}`,
  date,
  `${build}.${revision}`,
  articleId,
  kind,
];

describe.each(Object.entries(forms))('release information in %s', (_form, read) => {
  const rows = (section: ReleaseSection): unknown[][] => {
    const reading = read(section);
    return reading.type === 'rows' ? reading.rows.map(short) : [[reading.missing]];
  };

  it('gives the rows of each release with their kinds, and none of the hotpatch calendar', () => {
    expect(rows(client)).toEqual([
      ['Windows 11 25H2', '2026-08-11', '26200.9168', '5121003', 'Standard'],
      ['Windows 11 25H2', '2026-07-28', '26200.8973', '5101684', 'Preview'],
      ['Windows 11 25H2', '2026-07-18', '26200.8894', '5121767', 'Out-of-band'],
      ['Windows 11 25H2', '2025-09-30', '26200.6584', null, 'Unknown'],
      ['Windows 11 24H2', '2026-08-11', '26100.9168', '5121003', 'Standard'],
    ]);
  });

  it('knows servers by their names, with builds that clients have too', () => {
    expect(rows(server)).toEqual([
      ['Windows Server 2025 24H2', '2026-06-09', '26100.32995', '5094125', 'Standard'],
      ['Windows Server 2025 24H2', '2024-11-01', '26100.1742', null, 'Standard'],
      ['Windows Server 23H2', '2025-10-14', '25398.1913', '5066780', 'Standard'],
      ['Windows Server 2016 1607', '2024-08-13', '14393.7259', '5041773', 'Standard'],
    ]);
  });

  it('knows the first release by its build', () => {
    expect(rows(windows10)).toEqual([
      ['Windows 10 1507', '2015-08-18', '10240.16445', '3081444', 'Preview'],
      ['Windows 10 1507', '2015-08-05', '10240.16413', '3081424', 'Standard'],
    ]);
  });

  it.each<[what: string, row: [string, string, string, string], message: string]>([
    [
      'an update type that is not known',
      ['2026-08 X', '2026-08-11', '26100.9168', 'KB5121003'],
      'the update type "2026-08 X"',
    ],
    [
      'the build of another release',
      ['2026-08 B', '2026-08-11', '26200.9168', 'KB5121003'],
      'the build is not 26100.revision',
    ],
    ['an absurd date', ['2026-08 B', '2026-13-11', '26100.9168', 'KB5121003'], 'the availability date'],
    ['a KB that is none', ['2026-08 B', '2026-08-11', '26100.9168', 'soon'], 'the KB article'],
  ])('tells a row with %s and reads the others', (_what, row, message) => {
    const good = client.releases[1]?.rows ?? [];
    const reading = read({ ...client, releases: [{ label: 'Version 24H2 (OS build 26100)', rows: [row, ...good] }] });

    expect(reading).toMatchObject({
      type: 'rows',
      rows: [{ revision: 9168, articleId: '5121003' }],
      failed: [{ key: 'Version 24H2 (OS build 26100), row 1', message: expect.stringContaining(message) }],
    });
  });
});

describe('a changed page of release information', () => {
  const markdown = releaseMarkdown(client);
  const html = releaseHtml(client);
  const mutations: [what: string, mutate: (page: string) => string, missing: string][] = [
    [
      'no history',
      (text) => text.replaceAll('release history', 'past'),
      'a table under the heading "... release history"',
    ],
    ['another column', (text) => text.replaceAll('Update type', 'Kind'), 'the column "Update type" of Version 25H2'],
    ['no builds', (text) => text.replaceAll('Build', 'Number'), 'the column "Build" of Version 25H2'],
    [
      'other dates',
      (text) => text.replaceAll(/\b2026-(\d\d)-(\d\d)\b/g, '$2.$1.2026'),
      'a readable row of Version 24H2',
    ],
    ['releases without names', (text) => text.replaceAll('(OS build ', '(build '), 'the name of a table'],
  ];

  it.each(mutations)('with %s says what is missing', (_what, mutate, missing) => {
    const tables = readReleaseHtml(mutate(html));

    expect(releaseRows(readReleaseMarkdown(mutate(markdown)))).toMatchObject({
      type: 'changed',
      missing: expect.stringContaining(missing),
    });
    expect(tables.type === 'tables' && releaseRows(tables)).toMatchObject({
      missing: expect.stringContaining(missing),
    });
  });

  it('whose columns were moved is read by their names', () => {
    const moved = markdown.replaceAll(/^(\|[^|]*)(\|[^|]*)(\|[^|]*)(\|[^|]*)(\|.*)$/gm, '$1$4$3$2$5');

    expect(moved).not.toBe(markdown);
    expect(releaseRows(readReleaseMarkdown(moved))).toEqual(releaseRows(readReleaseMarkdown(markdown)));
  });

  it('that is another page gives nothing', () => {
    expect(releaseRows(readReleaseMarkdown('# Not found\n'))).toMatchObject({ type: 'changed' });
    expect(readReleaseHtml('<html><body>Sign in</body>')).toMatchObject({
      type: 'changed',
      missing: expect.stringContaining('</html>'),
    });
  });
});

const recorded = requires.shared('wsus-metadata/release-info/windows-server-2025-release-history.json');

it.skipIf(anyMissing(recorded))(titled('the recorded history of a release comes through both forms', recorded), () => {
  const { rows } = JSON.parse(readFileSync(join(recorded.path), 'utf8')) as {
    rows: { os: string; updateType: string; availabilityDate: string; build: string; kb: string | null }[];
  };
  const section: ReleaseSection = {
    product: 'Windows Server',
    releases: [
      {
        label: 'Windows Server 2025 (OS build 26100)',
        rows: rows.map(({ updateType, availabilityDate, build, kb }) => [
          updateType,
          availabilityDate,
          build,
          kb ?? '',
        ]),
      },
    ],
  };
  const kinds: Record<string, string> = { A: 'Standard', B: 'Standard', OOB: 'Out-of-band', D: 'Preview' };

  for (const read of Object.values(forms)) {
    const reading = read(section);
    expect(reading.type === 'rows' && reading.failed).toEqual([]);
    expect(reading.type === 'rows' && reading.rows.map(short)).toEqual(
      rows.map(({ updateType, availabilityDate, build, kb }) => [
        'Windows Server 2025 24H2',
        availabilityDate,
        build,
        kb?.slice(2) ?? null,
        kinds[updateType.split(' ')[1] ?? ''] ?? 'Unknown',
      ]),
    );
  }
});
