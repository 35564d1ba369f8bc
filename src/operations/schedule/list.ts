import type { ScheduleListRequest, ScheduleListResult } from '../../contract/generated/types.ts';
import { scheduleList as validate } from '../../contract/generated/validators/schedule.list.js';
import { imagesMatching } from '../../images/library/matching.ts';
import { isOverdue, scheduleDocument, schedulesForImages } from '../../servicing/schedules/schedule-store.ts';
import { isAttended, warnUnattended } from '../../servicing/wakers/attended.ts';
import type { Operation } from '../operation.ts';

export const scheduleList: Operation<ScheduleListRequest, ScheduleListResult> = {
  name: 'schedule.list',
  validate,
  async run({ image, state, limit = 500, after }, { site, ports, emit }) {
    const opened = await site();
    const { database } = opened;
    let query = database
      .selectFrom('schedule')
      .selectAll()
      .orderBy('schedule_id', 'desc')
      .limit(limit + 1);
    if (state !== undefined) query = query.where('state', '=', state);
    if (after !== undefined) query = query.where('schedule_id', '<', after);
    if (image !== undefined && image !== '*') {
      query = query.where(
        'schedule_id',
        'in',
        await schedulesForImages(database, await imagesMatching(database, image)),
      );
    }
    const rows = await query.execute();
    const page = rows.slice(0, limit);
    const now = ports.clock.now();
    const attended = await isAttended({ ports, site: opened });
    const schedules = await Promise.all(
      page.map(async (row) => ({
        ...(await scheduleDocument(database, row)),
        overdue: isOverdue(row, now),
        unattended: row.next_run !== null && !attended,
      })),
    );
    if (schedules.some(({ unattended }) => unattended)) warnUnattended({ emit });
    for (const { scheduleId, imageName, nextRun, overdue } of schedules) {
      if (!overdue) continue;
      const message = `The schedule of ${imageName} was due at ${nextRun}, and no worker has run: start one with worker run.`;
      emit({ level: 'warning', type: 'schedule.overdue', message, data: { scheduleId } });
    }
    return { result: { schedules, next: rows.length > limit ? (page.at(-1)?.schedule_id ?? null) : null } };
  },
};
