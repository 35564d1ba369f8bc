import type { Run } from '../../contract/generated/types.ts';
import type { Database } from '../../site/database.ts';
import { type Fact, oneLine, shownTime } from '../fact.ts';
import { eventKinds } from '../kinds.ts';

/** Runs whose servicing tool is silent for longer than is usual there, now. The next silence of a run is a new fact. */
export async function stallFacts(database: Database): Promise<Fact[]> {
  const rows = await database
    .selectFrom('run')
    .select(['run_id', 'image_id', 'image_name', 'rehearsal', 'log_path', 'stall_json'])
    .where('status', '=', 'Running')
    .where('stall_json', 'is not', null)
    .orderBy('run_id')
    .execute();
  return rows.flatMap((row): Fact[] => {
    const stall: Run['stall'] = JSON.parse(row.stall_json ?? 'null');
    if (stall === null) return [];
    const { since, command, caption, usualMinutes, usual, remedy } = stall;
    const rehearsal = row.rehearsal === 1 ? ' (rehearsal)' : '';
    return [
      {
        ...{ key: `stall:${row.run_id}:${since}`, kind: 'RunStalled', level: eventKinds.RunStalled.level },
        image: { id: row.image_id, name: row.image_name },
        at: since,
        title: oneLine(`${row.image_name}: the servicing tool is silent since ${shownTime(since)}${rehearsal}`),
        sentence: oneLine(
          `The run goes on. Up to ${usualMinutes} minutes are usual in ${command}: ${usual}. ${remedy}`,
          800,
        ),
        details: [
          { label: 'Last line', value: caption === '' ? 'none' : oneLine(caption) },
          { label: 'Run', value: row.run_id },
          ...(row.log_path === null ? [] : [{ label: 'Log', value: oneLine(row.log_path) }]),
        ],
      },
    ];
  });
}
