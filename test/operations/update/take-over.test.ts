import { afterAll, beforeAll, expect, it } from 'vitest';
import { openDatabase } from '../../../src/database.ts';
import { followTakeOver } from '../../../src/operations/update/take-over.ts';
import { type Database, writeTransaction } from '../../../src/site/database.ts';

let database: Database;
beforeAll(async () => {
  database = await openDatabase(':memory:');
});
afterAll(() => database.destroy());

it('content, history and schedules follow an update that got its own id', async () => {
  const schedule = {
    ...{ name: '', description: '', state: 'Scheduled', action: 'None', at: null, next_run: null },
    ...{ last_run: null, latest: 0, continue_on_error: 0, remove_superseded: 0, update_distribution_point: 0 },
    ...{ indexes_json: '[]', created: '2026-01-01T00:00:00Z' },
  };
  await writeTransaction(database, async (writer) => {
    await writer
      .insertInto('content')
      .values({
        ...{ sha256: 'a', sha1: 'b', name: 'x.msu', size: 1, path: '/x', unique_id: 'old' },
        ...{ matched_by: 'sha1', stand_in: 0, added: '2026-01-01T00:00:00Z' },
      })
      .execute();
    await writer
      .insertInto('schedule')
      .values([
        { ...schedule, schedule_id: 's1', updates_json: '["other","old"]' },
        { ...schedule, schedule_id: 's2', updates_json: '["other"]' },
      ])
      .execute();

    await followTakeOver(writer, { from: 'old', to: 'new' });
  });

  const contents = await database.selectFrom('content').select('unique_id').execute();
  const schedules = await database.selectFrom('schedule').select('updates_json').orderBy('schedule_id').execute();
  expect(contents).toEqual([expect.objectContaining({ unique_id: 'new' })]);
  expect(schedules.map((row) => row.updates_json)).toEqual(['["other","new"]', '["other"]']);
});
