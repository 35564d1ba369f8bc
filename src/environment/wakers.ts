import type { WakerPlace } from '../ports/wakers/waker.ts';
import { isAttended } from '../servicing/wakers/attended.ts';
import { type WakerRow, wakerRows } from '../servicing/wakers/store.ts';
import { type EnvironmentCheck, ofSite, ok, type Surroundings, warning } from './surroundings.ts';

const register = 'Register a task: `imgupdate task register`.';

/** Schedules that nobody will start, and tasks that do not do what they were registered for. */
export const examineWakers = ofSite(async ({ site }, { ports }): Promise<EnvironmentCheck[]> => {
  const waiting = await site.database
    .selectFrom('schedule')
    .select('schedule_id')
    .where('next_run', 'is not', null)
    .execute();
  const rows = (await wakerRows(site.database)).filter(({ host }) => host === ports.self.host);
  const lines: EnvironmentCheck[] = [];
  for (const row of rows) lines.push(await lineOf(row, ports));
  if (waiting.length === 0 || (await isAttended({ ports, site }))) return lines;
  const many = waiting.length === 1 ? '1 schedule waits' : `${waiting.length} schedules wait`;
  const message = `${many} for a time, and nothing is known that starts a worker then.`;
  return [...lines, warning('Wakers', message, register)];
});

async function lineOf(row: WakerRow, { waker }: Surroundings['ports']): Promise<EnvironmentCheck> {
  const { name, location, repetition_minutes: minutes } = row;
  const scope: WakerPlace['scope'] = row.scope === 'User' ? 'User' : 'System';
  const found = row.kind === waker.kind ? await waker.find({ name, scope }) : undefined;
  if (found === undefined) return warning('Wakers', `The task ${name} (${location}) is not there any more.`, register);
  if (found.state === 'Disabled') return warning('Wakers', `The task ${name} (${location}) is disabled.`, register);
  if (row.serves !== null) {
    // As Task Scheduler says it of a task that runs.
    const runs = found.state === 'Running' || [null, 0, 0x41301].includes(found.lastResult);
    if (runs) return ok('Wakers', `The task ${name} (${location}) keeps ${row.serves} served.`);
    const message = `The task ${name} (${location}) does not serve ${row.serves}: it ended with ${found.lastResult}.`;
    return warning('Wakers', message, `See what it says: \`imgupdate distribution serve ${row.serves}\`.`);
  }
  if (found.lastResult !== null && found.lastResult !== 0) {
    const message = `The last worker that the task ${name} (${location}) started ended with ${found.lastResult}.`;
    return warning('Wakers', message, 'Its log says why: `imgupdate log show`.');
  }
  const often = `The task ${name} (${location}) starts a worker ${minutes === 1 ? 'every minute' : `every ${minutes} minutes`}`;
  const wakes = row.wake === 1 ? ' and wakes the computer when a schedule is due' : '';
  if (found.state !== 'Unknown') return ok('Wakers', `${often}${wakes}.`);
  const remedy = 'Ask the system: `systemctl list-timers "imgupdate*"`.';
  return warning(
    'Wakers',
    `The task ${name} (${location}) is there, and the system does not say whether it runs.`,
    remedy,
  );
}
