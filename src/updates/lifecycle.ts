/**
 * Until when a release gets updates. It cannot be learned from a catalog: an empty line may also be a catalog that is
 * behind. Facts: Microsoft Lifecycle (learn.microsoft.com/lifecycle/products), as collected by endoflife.date (MIT,
 * windows and windows-server, 2026-08). To add a release: one row for each group of editions with a date of its own.
 */

/** Editions that share a date. Pro: also Home and Pro for Workstations; Enterprise: also Education and IoT Enterprise. */
export type EditionGroup = 'any' | 'Pro' | 'Enterprise' | 'LTSC' | 'IoT LTSC';

export interface Lifecycle {
  editions: EditionGroup;
  /** YYYY-MM-DD: day of the last update. */
  ends: string;
  /** The same with Extended Security Updates, where there are any. */
  extended: string | null;
}

const rows: readonly (readonly [string, string, EditionGroup, string, string?])[] = [
  ['Windows 11', '26H1', 'Enterprise', '2029-03-13'],
  ['Windows 11', '26H1', 'Pro', '2028-03-14'],
  ['Windows 11', '25H2', 'Enterprise', '2028-10-10'],
  ['Windows 11', '25H2', 'Pro', '2027-10-12'],
  ['Windows 11', '24H2', 'IoT LTSC', '2034-10-10'],
  ['Windows 11', '24H2', 'LTSC', '2029-10-09'],
  ['Windows 11', '24H2', 'Enterprise', '2027-10-12'],
  ['Windows 11', '24H2', 'Pro', '2026-10-13'],
  ['Windows 11', '23H2', 'Enterprise', '2026-11-10'],
  ['Windows 11', '23H2', 'Pro', '2025-11-11'],
  ['Windows 10', '22H2', 'any', '2025-10-14', '2028-10-10'],
  ['Windows 11', '22H2', 'Enterprise', '2025-10-14'],
  ['Windows 11', '22H2', 'Pro', '2024-10-08'],
  ['Windows 10', '21H2', 'IoT LTSC', '2032-01-13'],
  ['Windows 10', '21H2', 'LTSC', '2027-01-12'],
  ['Windows 10', '21H2', 'Enterprise', '2024-06-11'],
  ['Windows 10', '21H2', 'Pro', '2023-06-13'],
  ['Windows 11', '21H2', 'Enterprise', '2024-10-08'],
  ['Windows 11', '21H2', 'Pro', '2023-10-10'],
  ['Windows 10', '21H1', 'any', '2022-12-13'],
  ['Windows 10', '20H2', 'Enterprise', '2023-05-09'],
  ['Windows 10', '20H2', 'Pro', '2022-05-10'],
  ['Windows 10', '2004', 'any', '2021-12-14'],
  ['Windows 10', '1909', 'Enterprise', '2022-05-10'],
  ['Windows 10', '1909', 'Pro', '2021-05-11'],
  ['Windows 10', '1903', 'any', '2020-12-08'],
  ['Windows 10', '1809', 'LTSC', '2029-01-09'],
  ['Windows 10', '1809', 'Enterprise', '2021-05-11'],
  ['Windows 10', '1809', 'Pro', '2020-11-10'],
  ['Windows 10', '1803', 'Enterprise', '2021-05-11'],
  ['Windows 10', '1803', 'Pro', '2019-11-12'],
  ['Windows 10', '1709', 'Enterprise', '2020-10-13'],
  ['Windows 10', '1709', 'Pro', '2019-04-09'],
  ['Windows 10', '1703', 'Enterprise', '2019-10-08'],
  ['Windows 10', '1703', 'Pro', '2018-10-09'],
  ['Windows 10', '1607', 'LTSC', '2026-10-13'],
  ['Windows 10', '1607', 'Enterprise', '2019-04-09'],
  ['Windows 10', '1607', 'Pro', '2018-04-10'],
  ['Windows 10', '1511', 'any', '2017-10-10'],
  ['Windows 10', '1507', 'LTSC', '2025-10-14'],
  ['Windows 10', '1507', 'any', '2017-05-09'],
  ['Windows Server 2025', '24H2', 'any', '2034-11-14'],
  ['Windows Server', '23H2', 'any', '2026-05-12'],
  ['Windows Server 2022', '21H2', 'any', '2031-10-14'],
  ['Windows Server', '20H2', 'any', '2022-08-09'],
  ['Windows Server', '2004', 'any', '2021-12-14'],
  ['Windows Server', '1909', 'any', '2021-05-11'],
  ['Windows Server', '1903', 'any', '2020-12-08'],
  ['Windows Server', '1809', 'any', '2020-11-10'],
  ['Windows Server 2019', '1809', 'any', '2029-01-09'],
  ['Windows Server', '1803', 'any', '2019-11-12'],
  ['Windows Server', '1709', 'any', '2019-04-09'],
  ['Windows Server 2016', '1607', 'any', '2027-01-12', '2030-01-12'],
  ['Windows Server 2012 R2', '9600', 'any', '2023-10-10', '2026-10-13'],
  ['Windows Server 2012', '9200', 'any', '2023-10-10', '2026-10-13'],
  ['Windows Server 2008 R2', '7601', 'any', '2020-01-14', '2023-01-10'],
];

/** The dates of a release; empty for one that is not in the table. */
export function lifecyclesOf(family: string, release: string): Lifecycle[] {
  return rows
    .filter((row) => row[0] === family && row[1] === release)
    .map(([, , editions, ends, extended = null]) => ({ editions, ends, extended }));
}

/** The group of an EditionID, for example EnterpriseS; null when nobody says. */
export function editionGroup(edition: string | null): EditionGroup | null {
  if (edition === null || edition === '') return null;
  if (/^IoTEnterpriseS/i.test(edition)) return 'IoT LTSC';
  if (/^EnterpriseS/i.test(edition)) return 'LTSC';
  return /^(Enterprise|Education|IoTEnterprise|ServerRdsh)/i.test(edition) ? 'Enterprise' : 'Pro';
}
