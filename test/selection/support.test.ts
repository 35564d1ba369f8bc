import { expect, it } from 'vitest';
import { supportWarnings } from '../../src/selection/support.ts';
import { knownReleases } from '../../src/updates/known-releases.ts';
import { lifecyclesOf } from '../../src/updates/lifecycle.ts';

it.each([
  ['Windows 10', '22H2', 'Enterprise', '2025-10-14', []],
  ['Windows 10', '22H2', 'Enterprise', '2025-10-15', ['ExtendedSupportOnly']],
  ['Windows 10', '22H2', 'Enterprise', '2028-10-11', ['OutOfSupport']],
  ['Windows 10', '21H2', 'EnterpriseS', '2025-01-01', []],
  ['Windows 10', '21H2', 'Enterprise', '2025-01-01', ['OutOfSupport']],
  ['Windows 10', '21H2', 'IoTEnterpriseS', '2031-01-01', []],
  ['Windows 10', '1809', 'IoTEnterpriseS', '2028-01-01', []],
  ['Windows 10', '1809', 'IoTEnterpriseS', '2029-02-01', ['OutOfSupport']],
  ['Windows 10', '1507', 'EnterpriseS', '2020-01-01', []],
  ['Windows 10', '1507', 'Professional', '2020-01-01', ['OutOfSupport']],
  ['Windows 11', '23H2', 'Professional', '2026-01-01', ['OutOfSupport']],
  ['Windows 11', '23H2', 'Enterprise', '2026-01-01', []],
  ['Windows Server 2016', '1607', 'ServerStandard', '2027-02-01', ['ExtendedSupportOnly']],
  ['Windows Server 2028', '28H2', 'ServerStandard', '2040-01-01', []],
])('%s %s %s on %s: %j', (family, release, edition, day, codes) => {
  const warnings = supportWarnings({ family, release, edition }, Date.parse(day));
  expect(warnings.map(({ code }) => code)).toEqual(codes);
});

it('every known client and server release of Windows 10 and later has dates, in order', () => {
  const without = knownReleases.filter(
    ({ family, release, build }) =>
      build >= 10240 && !family.startsWith('Azure') && lifecyclesOf(family, release).length === 0,
  );
  expect(without.map(({ family, release }) => `${family} ${release}`)).toEqual(['Windows 11 26H2']);
  for (const { family, release } of knownReleases) {
    for (const { ends, extended } of lifecyclesOf(family, release)) {
      expect(ends).toMatch(/^\d{4}-\d\d-\d\d$/);
      expect(extended === null || extended > ends).toBe(true);
    }
  }
});
