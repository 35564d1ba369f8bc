import type { ProblemDocument } from '../../errors.ts';
import type { Database } from '../../site/database.ts';
import { type Fact, oneLine, shownTime } from '../fact.ts';

/** Sources that were not synchronised for so many days, or whose last sync failed. */
export async function staleSources(database: Database, { days, now }: { days: number; now: Date }): Promise<Fact[]> {
  const rows = await database.selectFrom('source').selectAll().where('enabled', '=', 1).orderBy('position').execute();
  const before = new Date(now.getTime() - days * 86_400_000).toISOString();
  return rows.flatMap((row): Fact[] => {
    const isFailing = row.state === 'failing' || row.state === 'changed';
    const last = row.last_sync ?? row.created;
    if (!isFailing && last >= before) return [];
    const problem: ProblemDocument | null = row.problem_json === null ? null : JSON.parse(row.problem_json);
    const shown = row.last_sync === null ? 'never was' : `was last ${shownTime(row.last_sync)}`;
    return [
      {
        key: isFailing ? `sync:${row.name_key}:${row.state}:${row.state_since}` : `sync:${row.name_key}:stale:${last}`,
        ...{ kind: 'SyncStale', level: 'warning', image: null, at: now.toISOString() },
        title: oneLine(
          `Source ${row.name}: ${isFailing ? 'the last synchronisation failed' : `not synchronised for ${days} days`}`,
        ),
        sentence: oneLine(
          `A synchronisation that succeeded ${shown}.${isFailing && problem !== null ? ` ${problem.detail} ${problem.remedy}` : ''}`,
        ),
        details: [
          { label: 'Source', value: oneLine(row.name) },
          { label: 'Kind', value: row.type },
        ],
      },
    ];
  });
}

/** Schedules whose time came so many hours ago, and runs that wait since then, with nobody at work on them. */
export async function overdueRuns(database: Database, { hours, now }: { hours: number; now: Date }): Promise<Fact[]> {
  const before = new Date(now.getTime() - hours * 3_600_000).toISOString();
  const schedules = await database
    .selectFrom('schedule')
    .leftJoin('schedule_target as target', 'target.schedule_id', 'schedule.schedule_id')
    .leftJoin('image', 'image.id', 'target.image_id')
    .select(['schedule.schedule_id as id', 'next_run as at', 'target.image_id as image_id'])
    .select(({ fn }) => fn.coalesce('image.name', 'target.pattern').as('name'))
    .select(['schedule.name as schedule_name', 'schedule.maintenance_json as maintenance'])
    // A schedule for several images is told once, by the first that it names.
    .where((row) => row.or([row('target.position', '=', 0), row('schedule.maintenance_json', 'is not', null)]))
    .where('next_run', '<=', before)
    .execute();
  const runs = await database
    .selectFrom('run')
    .select(['run_id as id', 'created as at', 'image_id', 'image_name as name'])
    .where('status', '=', 'Pending')
    .where('created', '<=', before)
    .execute();
  return [
    ...schedules.map(({ maintenance, schedule_name, ...row }) => ({
      ...{ ...row, what: 'schedule' },
      name: maintenance === null ? row.name : ['Maintenance', schedule_name].join(' ').trim(),
    })),
    ...runs.map((row) => ({ ...row, what: 'run' })),
  ].map(
    ({ id, at, image_id, name, what }): Fact => ({
      ...{ key: `overdue:${id}:${at}`, kind: 'NothingRan', level: 'error', at: now.toISOString() },
      image: image_id === null ? null : { id: image_id, name: name ?? image_id },
      title: oneLine(`${name ?? 'An image'}: nothing ran, due since ${shownTime(at ?? '')}`),
      sentence: `Its ${what} was due more than ${hours} hours ago and no worker took it: does imgupdate worker run, and does something start it?`,
      details: [{ label: what === 'run' ? 'Run' : 'Schedule', value: id }],
    }),
  );
}
