import type { MaintenancePart } from '../../contract/generated/types.ts';
import type { Database } from '../../site/database.ts';
import type { Tables } from '../../site/tables.ts';
import { type Fact, oneLine, shownTime } from '../fact.ts';

type MaintenanceRow = Tables['maintenance_run'];

/** Maintenances that ended at `since` or later. One that found nothing to clean up is no news. */
export async function maintenanceFacts(database: Database, since: string): Promise<Fact[]> {
  const rows = await database
    .selectFrom('maintenance_run')
    .leftJoin('schedule', 'schedule.schedule_id', 'maintenance_run.schedule_id')
    .selectAll('maintenance_run')
    .select('schedule.name as schedule_name')
    .where('completed', '>=', since)
    .orderBy('completed')
    .execute();
  return rows.flatMap((row) => factOf(row, row.schedule_name ?? ''));
}

function factOf(row: MaintenanceRow, name: string): Fact[] {
  const parts: MaintenancePart[] = JSON.parse(row.parts_json);
  const failed = parts.filter(({ status }) => status === 'Failed');
  const isWhole = row.status === 'Succeeded';
  const changed = parts.some(({ part, count, bytes }) => (part !== 'database' && count > 0) || bytes > 0);
  if (isWhole && !changed) return [];
  const what = name === '' ? 'Maintenance' : `Maintenance ${name}`;
  const [first] = failed;
  const wrong =
    first === undefined
      ? 'It broke off again and again. See whether the site can be opened: imgupdate environment check.'
      : `${first.summary} ${first.problem?.remedy ?? ''}`;
  return [
    {
      ...{ key: `maintenance:${row.maintenance_id}:${row.status}`, image: null },
      ...(isWhole
        ? ({ kind: 'MaintenanceSucceeded', level: 'info' } as const)
        : ({ kind: 'MaintenanceFailed', level: 'error' } as const)),
      at: row.completed ?? row.created,
      title: oneLine(`${what}: ${row.status}${failed.map(({ part }) => `, ${part} failed`).join('')}`),
      sentence: oneLine(isWhole ? parts.map(({ summary }) => summary).join(' ') : wrong),
      details: [
        ...parts.map(({ part, summary }) => ({ label: labels[part], value: oneLine(summary) })),
        { label: 'Ended', value: shownTime(row.completed ?? row.created) },
      ],
    },
  ];
}

const labels = { decline: 'Declined', content: 'Content', versions: 'Versions', database: 'Database' } as const;
