/** When a computer that sleeps must be awake for the schedules of a site. */
import type { Engine } from '../run/engine.ts';
import { loadCalendar } from '../schedules/calendar.ts';
import type { ScheduleRow } from '../schedules/schedule-store.ts';

/** Task Scheduler takes 48 triggers of a task. Workers name the next ones when some have gone by. */
const most = 40;
/** Times of one schedule: a year of a monthly one. */
const ofOne = 12;

type Waiting = Pick<ScheduleRow, 'schedule_id' | 'due' | 'next_run' | 'recurrence_json'>;

/** The schedules that wait for a time. */
export async function waitingSchedules({ site }: Pick<Engine, 'site'>): Promise<Waiting[]> {
  return site.database
    .selectFrom('schedule')
    .select(['schedule_id', 'due', 'next_run', 'recurrence_json'])
    .where('next_run', 'is not', null)
    .orderBy('schedule_id')
    .execute();
}

/** Changes when other wake times may come of these schedules; costs no calendar. */
export function basisOf(schedules: readonly Waiting[]): string {
  return JSON.stringify(schedules.map((each) => [each.schedule_id, each.next_run, each.recurrence_json]));
}

/** The next moments at which schedules begin, in order, each once. RFC 3339, UTC, whole seconds. */
export async function wakeTimesOf({ ports }: Pick<Engine, 'ports'>, schedules: readonly Waiting[]): Promise<string[]> {
  const now = ports.clock.now().getTime();
  const moments: number[] = [];
  for (const schedule of schedules) {
    if (schedule.next_run !== null) moments.push(Date.parse(schedule.next_run));
    if (schedule.recurrence_json === null) continue;
    const calendar = await loadCalendar();
    const rule = calendar.checkedRule(JSON.parse(schedule.recurrence_json), ports.clock.timeZone());
    const scheduleId = schedule.schedule_id;
    let at = Date.parse(schedule.due ?? schedule.next_run ?? '');
    for (let count = 1; count < ofOne; count += 1) {
      const next = calendar.nextOccurrence(rule, at)?.at;
      if (next === undefined) break;
      at = next;
      moments.push(calendar.beginning(rule, { scheduleId, at }));
    }
  }
  const coming = [...new Set(moments.map((moment) => Math.ceil(moment / 1000) * 1000))].filter(
    (moment) => moment > now,
  );
  return coming
    .sort((a, b) => a - b)
    .slice(0, most)
    .map((moment) => new Date(moment).toISOString().replace('.000Z', 'Z'));
}
