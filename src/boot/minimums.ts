import type { BootMinimums } from '../contract/generated/types.ts';

/**
 * The lowest secure version numbers that firmware accepts where the authority of 2011 is revoked, as published with the
 * revocation lists. They rise: a request may name a newer table of the same form.
 */
export const bootMinimums: BootMinimums = {
  asOf: '2026-07-01',
  source: 'microsoft/secureboot_objects, dbx_info_msft_latest.json',
  minimums: [
    { program: 'bootmgfw', svn: '9.0', since: '2026-05-21', advisory: 'CVE-2026-45654' },
    { program: 'cdboot', svn: '3.0' },
    { program: 'wdsmgfw', svn: '3.0' },
  ],
};

/** Whether a secure version number reaches a minimum; both "major.minor". */
export function reaches(svn: string, minimum: string): boolean {
  const [one, other] = [svn, minimum].map((text) => text.split('.').map(Number)) as [number[], number[]];
  const [major, minor] = [0, 1].map((at) => (one[at] ?? 0) - (other[at] ?? 0)) as [number, number];
  return major === 0 ? minor >= 0 : major > 0;
}
