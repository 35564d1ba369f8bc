/** Whether anything starts a worker when a schedule is due. */

import { ownerLives } from '../../site/locks.ts';
import type { Engine } from '../run/engine.ts';
import type { ScheduleRow } from '../schedules/schedule-store.ts';
import { anyWaker } from './store.ts';

/** Locks of workers that stay: the lock says that one lives, not that others may not. */
const prefix = 'worker:';

export function workerLock(id: string): string {
  return `${prefix}${id}`;
}

/**
 * Is there a task that was registered, or a worker that stays? Tasks that somebody made by hand are not known; then this
 * says no, and is wrong.
 */
export async function isAttended({ ports, site }: Pick<Engine, 'ports' | 'site'>): Promise<boolean> {
  if (await anyWaker(site.database)) return true;
  const locks = await site.database.selectFrom('lock').selectAll().where('name', 'like', `${prefix}%`).execute();
  for (const lock of locks) if (await ownerLives(ports, lock)) return true;
  return false;
}

/** Tells whoever makes or lists a schedule that waits for its time that nothing will start it. */
export function warnUnattended(engine: Pick<Engine, 'emit'>, scheduleId?: string): void {
  engine.emit({
    level: 'warning',
    type: 'schedule.unattended',
    message:
      'Nothing is known that starts a worker, so no schedule begins by itself: register a task (imgupdate task register, Register-ImgScheduledTask) or leave a worker running (imgupdate worker run).',
    ...(scheduleId === undefined ? {} : { data: { scheduleId } }),
  });
}

/** The same for a schedule that was just made or changed, where it waits for a time and nothing is known that starts it. */
export async function warnIfUnattended(
  engine: Pick<Engine, 'ports' | 'site' | 'emit'>,
  { schedule_id, next_run }: Pick<ScheduleRow, 'schedule_id' | 'next_run'>,
): Promise<void> {
  if (next_run !== null && !(await isAttended(engine))) warnUnattended(engine, schedule_id);
}
