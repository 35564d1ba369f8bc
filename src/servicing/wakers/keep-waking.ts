/** Keeps the moments at which computers are woken current: schedules come, go and change after the task was registered. */
import { asProblem } from '../../errors.ts';
import type { Engine } from '../run/engine.ts';
import { storeWaker, taskOf, wakerRows } from './store.ts';
import { basisOf, waitingSchedules, wakeTimesOf } from './wake-times.ts';

/**
 * Tells the system of this machine other moments where there are some. A worker that may not, or fails, leaves that to the
 * next one: only waking is late, and the schedules run when the computer is awake.
 */
export async function keepWaking(engine: Engine): Promise<void> {
  const { ports, site, emit } = engine;
  const rows = (await wakerRows(site.database)).filter((row) => row.host === ports.self.host && row.wake === 1);
  if (rows.length === 0) return;
  const schedules = await waitingSchedules(engine);
  const basis = basisOf(schedules);
  for (const row of rows) {
    if (row.wake_basis === basis) continue;
    try {
      const wakeTimes = await wakeTimesOf(engine, schedules);
      const changed = { ...row, wake_times_json: JSON.stringify(wakeTimes), wake_basis: basis };
      if (changed.wake_times_json !== row.wake_times_json) {
        ports.waker.settle({ scope: row.scope === 'User' ? 'User' : 'System', account: row.account });
        for (const message of await ports.waker.register(taskOf(changed, site.folder))) {
          emit({ level: 'warning', type: 'task.note', message });
        }
      }
      await storeWaker(site.database, changed);
    } catch (error) {
      const message = `The times at which the task ${row.name} wakes the computer stay old: ${asProblem(error).message}`;
      emit({ level: 'warning', type: 'task.note', message });
    }
  }
}
