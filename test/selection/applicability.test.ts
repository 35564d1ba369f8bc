import { describe, expect, it } from 'vitest';
import { applicability } from '../../src/selection/applicability.ts';
import type { ImageFacts } from '../../src/selection/facts.ts';
import { derive } from '../../src/updates/derive.ts';
import { update } from '../helpers/updates.ts';

const image: ImageFacts = {
  family: 'Windows 11',
  release: '24H2',
  architecture: 'x64',
  build: 26100,
  ubr: 4349,
  packages: [],
};

const cumulative = '2025-07 Cumulative Update for Windows 11, version 24H2 for x64-based Systems (KB5062553)';
const dotNet =
  '2025-07 Cumulative Update for .NET Framework 3.5 and 4.8.1 for Windows 11, version 24H2 for x64 (KB5056579)';

const cases: readonly (readonly [string, string, Partial<ImageFacts>, object])[] = [
  [
    'needs a higher revision',
    `${cumulative} (26100.4652)`,
    {},
    { status: 'Applicable', statusCode: 3, reasonCode: 'NeedsUpdate', isOffered: true },
  ],
  [
    'has the revision',
    `${cumulative} (26100.4349)`,
    {},
    { status: 'Installed', statusCode: 2, reasonCode: 'RevisionReached' },
  ],
  [
    'is past the revision',
    `${cumulative} (26100.1742)`,
    {},
    { status: 'NotRequired', statusCode: 1, reasonCode: 'RevisionPassed' },
  ],
  [
    'compares revisions of builds that are one system',
    '2025-07 Cumulative Update for Windows 11, version 25H2 for x64-based Systems (KB5062553) (26200.4349)',
    { release: '25H2', build: 26100 },
    { reasonCode: 'RevisionReached' },
  ],
  [
    'tries an update of unknown revision',
    cumulative,
    {},
    { status: 'Unknown', statusCode: 0, reasonCode: 'RevisionUnknown', isOffered: true },
  ],
  [
    'is another system, though the build is equal',
    '2026-01 Cumulative Update for Microsoft server operating system version 24H2 for x64-based Systems (KB5073379) (26100.32230)',
    {},
    { status: 'NotRequired', reasonCode: 'OtherFamily' },
  ],
  ['is another release', cumulative.replace('24H2', '23H2'), {}, { reasonCode: 'OtherRelease' }],
  ['is another architecture', cumulative.replace('x64', 'arm64'), {}, { reasonCode: 'OtherArchitecture' }],
  [
    'holds the package',
    dotNet,
    { packages: [{ articleId: '5056579', state: 'Installed' }] },
    { status: 'Installed', reasonCode: 'PackageInstalled' },
  ],
  [
    'held the package',
    dotNet,
    { packages: [{ articleId: '5056579', state: 'Superseded' }] },
    { status: 'NotRequired', reasonCode: 'PackageSuperseded' },
  ],
  [
    'holds the first package of a KB that was published again',
    `${cumulative} (26100.4652)`,
    { packages: [{ articleId: '5062553', state: 'Installed', version: '26100.4349.1.8' }] },
    { status: 'Applicable', reasonCode: 'NeedsUpdate', isOffered: true },
  ],
  [
    'held the first package of a KB that was published again, and is at neither',
    `${cumulative} (26100.4652)`,
    { ubr: 4700, packages: [{ articleId: '5062553', state: 'Superseded', version: '26100.4349.1.8' }] },
    { status: 'NotRequired', reasonCode: 'RevisionPassed' },
  ],
  [
    'holds the package of a KB that waits for the first start',
    `${cumulative} (26100.4652)`,
    { packages: [{ articleId: '5062553', state: 'Install Pending', version: '26100.4652.1.8' }] },
    { status: 'Installed', reasonCode: 'PackageInstalled' },
  ],
  ['shows no sign of the package', dotNet, {}, { status: 'Applicable', reasonCode: 'FitsLine' }],
  [
    'is the release that a package switches on',
    'Feature update to Windows 11, version 24H2 via Enablement Package (KB5054156)',
    {},
    { status: 'NotRequired', reasonCode: 'ReleaseReached', isOffered: false },
  ],
  [
    'cannot take it offline',
    '2025-06 Setup Dynamic Update for Windows 11, version 24H2 for x64-based Systems (KB5059607)',
    {},
    { status: 'ApplicabilityCheckNotSupported', statusCode: 4, reasonCode: 'NotOfflineServiceable', isOffered: false },
  ],
  [
    'does not tell what it is',
    cumulative,
    { family: null },
    { status: 'Unknown', reasonCode: 'ImageUnknown', isOffered: false },
  ],
  [
    'meets an update that nobody understands',
    'something',
    {},
    { status: 'Unknown', reasonCode: 'UpdateUnknown', isOffered: false },
  ],
];

/** Titles of enablement packages name no architecture; their records do. */
function enabling(title: string): { architecture?: 'x64' } {
  return title.includes('Enablement') ? { architecture: 'x64' } : {};
}

describe('applicability', () => {
  it.each(cases)('says so when the image %s', (_rule, title, facts, expected) => {
    expect(applicability(derive(update({ title, ...enabling(title) })), { ...image, ...facts })).toMatchObject(
      expected,
    );
  });
});
