/** The calendar of schedules, loaded when it is asked for: most commands never need its time zones and cron. */
export const loadCalendar = () => import('../../schedule/index.ts');

export type Calendar = Awaited<ReturnType<typeof loadCalendar>>;
