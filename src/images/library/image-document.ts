import type { Image } from '../../contract/generated/types.ts';
import type { Tables } from '../../site/tables.ts';
import type { ImageTable } from '../tables.ts';
import { storedInspection } from './stored-inspection.ts';

export type ScheduleFacts = Pick<Tables['schedule'], 'state' | 'next_run' | 'last_run'>;

/** The document of a registered image; `schedules` are those of this image. */
export function imageDocument(row: ImageTable, schedules: readonly ScheduleFacts[]): Image {
  const { indexes, warnings } = storedInspection(row);
  const dates = schedules.flatMap(({ next_run }) => (next_run === null ? [] : [next_run])).sort();
  const shown = shownSchedule(schedules);
  const state = shown === undefined ? undefined : states[shown.state];
  return {
    id: row.id,
    name: row.name,
    kind: row.kind,
    path: row.path,
    version: row.version,
    description: row.description,
    sha256: row.sha256,
    size: row.size,
    sourceVersion: row.source_version,
    rehearsal: row.rehearsal === 1,
    acceptEula: row.accept_eula === 1,
    preCache: { architecture: row.pre_cache_architecture, language: row.pre_cache_language },
    multicast: {
      allow: row.multicast_allow === 1,
      encrypt: row.multicast_encrypt === 1,
      transferOnly: row.multicast_only === 1,
    },
    retention: { retainVersion: row.retain_version, retainDays: row.retain_days, retainBytes: row.retain_bytes },
    indexes,
    added: row.added,
    scheduledUpdatesDate: dates[0] ?? null,
    scheduledUpdatesStatus: state?.shown ?? null,
    scheduledUpdatesStatusCode: state?.code ?? null,
    lastServiced: row.last_serviced,
    warnings,
  };
}

/** States of a schedule with Configuration Manager's numbers, and how its console calls them. */
const states: Record<string, { code: number; shown: string | null }> = {
  None: { code: 0, shown: null },
  Scheduled: { code: 1, shown: 'Scheduled' },
  Running: { code: 2, shown: 'In Process' },
  Succeeded: { code: 3, shown: 'Successful' },
  Failed: { code: 4, shown: 'Failed' },
};

/** Of several schedules the one that matters to a reader: what runs, else what comes next, else what ran last. */
function shownSchedule(schedules: readonly ScheduleFacts[]): ScheduleFacts | undefined {
  return (
    schedules.find(({ state }) => state === 'Running') ??
    schedules.find(({ state }) => state === 'Scheduled') ??
    schedules.toSorted((a, b) => (b.last_run ?? '').localeCompare(a.last_run ?? ''))[0]
  );
}
