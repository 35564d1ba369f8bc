import { expect, it } from 'vitest';
import { languagesBehind, packagesBehind } from '../../src/images/behind.ts';

const before = '2026-03-06T10:00:00.000Z';
const later = '2026-03-07T10:00:00.000Z';
const pack = (language: string, version: string, installTime = before, state = 'Installed') => ({
  ...{ identity: `LP ${language} ${version}`, name: 'Microsoft-Windows-Client-LanguagePack-Package' },
  ...{ version, state, installTime, hidden: false },
});
const other = (name: string, version: string, installTime = before, hidden = false) => ({
  ...{ identity: `${name} ${version}`, name, version, state: 'Installed', installTime, hidden },
});
const rollup = other('Package_for_RollupFix', '26100.8037.1.19');
const basic = 'Microsoft-Windows-LanguageFeatures-Basic-de-de-Package';

it.each<[what: string, packages: Parameters<typeof packagesBehind>[0], behind: string[]]>([
  [
    'an image as captures show it: parts of several revisions, .NET 3.5 of the release put in later',
    [
      rollup,
      pack('en-US', '10.0.26100.1742', '', 'Staged'),
      pack('en-US', '10.0.26100.8037'),
      other('Microsoft-Windows-LanguageFeatures-Basic-en-us-Package', '10.0.26100.8036'),
      other('Microsoft-Windows-MediaPlayer-Package', '10.0.26100.7824'),
      other('Microsoft-Windows-Foundation-Package', '10.0.26100.1'),
      other('Microsoft-Windows-FodMetadata-Package', '10.0.26100.1'),
      other('Microsoft-Windows-NetFx3-OnDemand-Package', '10.0.26100.1', later),
    ],
    [],
  ],
  [
    'an image of 2018, whose cumulative updates leave the languages at the release',
    [other('Package_for_RollupFix', '17763.107.1.3', later), pack('en-US', '10.0.17763.1')],
    [],
  ],
  ['an image as it was released', [pack('en-US', '10.0.26100.1'), pack('de-DE', '10.0.26100.1')], []],
  [
    'a language that somebody added',
    [rollup, pack('en-US', '10.0.26100.8037'), pack('de-DE', '10.0.26100.1', later)],
    ['LP de-DE 10.0.26100.1'],
  ],
  [
    'a language that somebody added to an image of 2018',
    [
      other('Package_for_RollupFix', '17763.107.1.3'),
      pack('en-US', '10.0.17763.1'),
      pack('de-DE', '10.0.17763.1', later),
    ],
    ['LP de-DE 10.0.17763.1'],
  ],
  ['a feature that somebody added', [rollup, other(basic, '10.0.26100.1', later)], [`${basic} 10.0.26100.1`]],
  ['a feature that came before the update', [rollup, other(basic, '10.0.26100.1')], []],
  ['a part of another package', [rollup, other(basic, '10.0.26100.1', later, true)], []],
  ['an update of .NET that came later', [rollup, other('Package_for_DotNetRollup_481', '10.0.9310.2', later)], []],
])('%s', (_what, packages, behind) => {
  expect(packagesBehind(packages)).toEqual(behind);
});

it('tells languages by each other alone, whatever the times say', () => {
  const packages = [
    rollup,
    pack('en-US', '10.0.26100.8037'),
    pack('de-DE', '10.0.26100.1'),
    other(basic, '10.0.26100.1', later),
  ];

  expect(languagesBehind(packages)).toEqual(['LP de-DE 10.0.26100.1']);
});

it('takes a feature as not behind once we put the update in after it, whatever time the image tells', () => {
  const packages = [rollup, other(basic, '10.0.26100.1', later)];

  expect(packagesBehind(packages, '2026-03-07T11:00:00.000Z')).toEqual([]);
  expect(packagesBehind(packages, '2026-03-06T11:00:00.000Z')).toEqual([`${basic} 10.0.26100.1`]);
});
