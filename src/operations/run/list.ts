import type { RunListRequest, RunListResult } from '../../contract/generated/types.ts';
import { runList as validate } from '../../contract/generated/validators/run.list.js';
import { imagesMatching } from '../../images/library/matching.ts';
import { runDocument } from '../../servicing/run/run-store.ts';
import type { Operation } from '../operation.ts';

export const runList: Operation<RunListRequest, RunListResult> = {
  name: 'run.list',
  validate,
  async run({ image, scheduleId, status, limit = 500, after }, { site }) {
    const { database } = await site();
    let query = database
      .selectFrom('run')
      .selectAll()
      .orderBy('run_id', 'desc')
      .limit(limit + 1);
    if (status !== undefined) query = query.where('status', '=', status);
    if (scheduleId !== undefined) query = query.where('schedule_id', '=', scheduleId);
    if (after !== undefined) query = query.where('run_id', '<', after);
    if (image !== undefined) query = query.where('image_id', 'in', await imagesMatching(database, image));
    const rows = await query.execute();
    const page = rows.slice(0, limit);
    const runs = await Promise.all(page.map((row) => runDocument(database, row)));
    return { result: { runs, next: rows.length > limit ? (page.at(-1)?.run_id ?? null) : null } };
  },
};
