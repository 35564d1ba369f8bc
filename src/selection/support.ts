import { type EditionGroup, editionGroup, type Lifecycle, lifecyclesOf } from '../updates/lifecycle.ts';

/** Something that a person should know of a choice. Codes are stable; sentences are for people. */
export type SelectionWarning = {
  code:
    | 'OutOfSupport'
    | 'OutOfSupportForSome'
    | 'ExtendedSupportOnly'
    | 'TooOld'
    | 'AgeUnknown'
    | 'CatalogBehind'
    | 'SourcesDiffer';
  message: string;
};

/**
 * Warns when a release no longer gets updates at a time (milliseconds): for the edition, or, without one, for all or some
 * of the editions. Releases that the table does not know give no warning.
 */
export function supportWarnings(
  system: { family: string; release: string; edition?: string | null },
  at: number,
): SelectionWarning[] {
  const rows = rowsFor(system);
  const ended = rows.filter(({ ends }) => dayEnd(ends) < at);
  if (ended.length === 0) return [];
  const name = nameOf(system, rows);
  if (ended.length < rows.length) {
    return [{ code: 'OutOfSupportForSome', message: `${name} is out of support for ${ended.map(worded).join(', ')}` }];
  }
  const extended = ended.filter((row) => row.extended !== null && dayEnd(row.extended) >= at);
  if (extended.length === ended.length) {
    const until = extended[0]?.extended;
    return [
      {
        code: 'ExtendedSupportOnly',
        message: `${name} is out of support since ${lastOf(ended)}; only with Extended Security Updates it gets updates, until ${until}`,
      },
    ];
  }
  return [{ code: 'OutOfSupport', message: `${name} is out of support since ${lastOf(ended)}` }];
}

/** When a release gets its last update for an edition; null when the table does not know it. */
export function supportEnd(system: {
  family: string;
  release: string;
  edition?: string | null;
}): { name: string; ends: string; extended: string | null } | null {
  const rows = rowsFor(system);
  if (rows.length === 0) return null;
  const ends = lastOf(rows);
  const extended = rows.find((row) => row.ends === ends)?.extended ?? null;
  return { name: nameOf(system, rows), ends, extended };
}

/** The dates that hold for an edition, or for all of them where none is known. */
function rowsFor(system: { family: string; release: string; edition?: string | null }): Lifecycle[] {
  const known = lifecyclesOf(system.family, system.release);
  const group = editionGroup(system.edition ?? null);
  const own = groupsFor(group)
    .map((each) => known.filter(({ editions }) => editions === each))
    .find((found) => found.length > 0);
  // Long-term editions are sold as their own product: they do not keep a release alive for the others.
  const general = known.filter(({ editions }) => !editions.includes('LTSC'));
  return own ?? (general.length > 0 ? general : known);
}

/** What a row may be for, the most exact first. Before 2021 the long-term edition of IoT had the dates of the other. */
function groupsFor(group: EditionGroup | null): EditionGroup[] {
  if (group === null) return [];
  return group === 'IoT LTSC' ? [group, 'LTSC', 'any'] : [group, 'any'];
}

function nameOf({ family, release }: { family: string; release: string }, rows: readonly Lifecycle[]): string {
  const named = rows.length === 1 && rows[0]?.editions !== 'any' ? ` (${rows[0]?.editions})` : '';
  return `${family} ${release}${named}`;
}

/** Warns when what was chosen is older than `days`: a catalog that is behind looks like a quiet month. */
export function ageWarnings(datePosted: string | null, days: number, at: number): SelectionWarning[] {
  if (datePosted === null) return [{ code: 'AgeUnknown', message: 'nobody says how old the chosen update is' }];
  const age = (at - Date.parse(datePosted)) / 86_400_000;
  if (age <= days) return [];
  return [
    {
      code: 'TooOld',
      message: `the chosen update is ${Math.floor(age)} days old, more than ${days}: is the catalog behind?`,
    },
  ];
}

function worded({ editions, ends }: Lifecycle): string {
  return `${editions} (${ends})`;
}

function lastOf(rows: readonly Lifecycle[]): string {
  return rows.map(({ ends }) => ends).reduce((a, b) => (a > b ? a : b));
}

function dayEnd(day: string): number {
  return Date.parse(`${day}T23:59:59.999Z`);
}
