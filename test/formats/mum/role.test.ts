import { expect, it } from 'vitest';
import { articleIn, isUpdateRole, packageRole, windowsRevision } from '../../../src/formats/mum/role.ts';

it.each([
  ['Package_for_RollupFix', 'cumulative-update', true],
  ['package_for_rollupfix', 'cumulative-update', true],
  ['Package_for_RollupFix_Wrapper', 'update-part', false],
  ['Package_for_ServicingStack_8035', 'servicing-stack', true],
  ['Package_for_DotNetRollup', 'dotnet-update', true],
  ['Package_for_DotNetRollup_481', 'dotnet-update', true],
  ['Package_for_KB5054156', 'other-update', true],
  ['Package_for_KB2999226_RTM_BF', 'update-part', false],
  ['Package_1_for_KB4601060', 'update-part', false],
  ['Package_for_SafeOSDU', 'other-update', true],
  ['Microsoft-Windows-Client-LanguagePack-Package', 'language-pack', false],
  ['Microsoft-OneCore-DirectX-Database-FOD-Package', 'feature-on-demand', false],
  ['Microsoft-Windows-Foundation-Package', 'foundation', false],
  ['OpenSSH-Client-Package', 'other', false],
] as const)('knows %s as %s', (name, role, update) => {
  expect(packageRole(name)).toBe(role);
  expect(isUpdateRole(packageRole(name))).toBe(update);
});

it.each([
  ['Package_for_RollupFix', '26100.8655.1.20', '26100.8655'],
  ['Package_for_RollupFix', '9600.20821.1.18', '9600.20821'],
  ['Package_for_RollupFix', '26100.8655', null],
  ['Package_for_DotNetRollup_481', '10.0.9321.3', null],
  ['Package_for_KB5054156', '26100.6717.1.4', null],
])('reads the revision of Windows from %s %s', (name, version, revision) => {
  expect(windowsRevision({ name, version })).toBe(revision);
});

it.each([
  ['Package_for_KB5054156', '5054156'],
  ['KB5026368', '5026368'],
  ['http://support.microsoft.com/?kbid=4601060', '4601060'],
  ['https://support.microsoft.com/help/5026368', '5026368'],
  ['http://support.microsoft.com/?kbid=777777', null],
  ['Package_for_RollupFix', null],
  ['KB123', null],
  ['KB123456789', null],
])('finds the article in %s', (text, article) => {
  expect(articleIn(text)).toBe(article);
});
