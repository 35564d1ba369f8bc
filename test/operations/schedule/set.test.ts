/** Changes of a schedule: what is not named stays, and what a worker writes is left to it. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Month, openMonth, updates } from '../../helpers/month.ts';

let month: Month;
let scheduleId: string;
const recurrence = { patchTuesday: { offsetDays: 2 }, start: '22:00', timeZone: 'Europe/Berlin' };
const december = '2026-12-10T21:00:00.000Z';

beforeEach(async () => {
  month = await openMonth();
  now('2026-11-29T12:00:00Z');
  await month.image('Image');
  const added = await month.call('schedule.add', {
    image: 'Image',
    latest: true,
    name: 'Monthly',
    schedule: recurrence,
  });
  scheduleId = added.schedule.scheduleId;
});
afterEach(() => month.close());

function now(time: string): void {
  month.ports.clock.now = () => new Date(time);
}

const set = async (members: object) => (await month.call('schedule.set', { scheduleId, ...members })).schedule;

describe('schedule.set', () => {
  it('suspends and resumes: what came meanwhile is not made up for', async () => {
    expect(await set({ enabled: false })).toMatchObject({ state: 'None', nextRun: null, due: null, enabled: false });
    now('2026-12-20T12:00:00Z');
    expect((await month.call('worker.run', { once: true })).ran).toEqual([]);

    const resumed = await set({ enabled: true });

    expect(resumed).toMatchObject({ state: 'Scheduled', nextRun: '2027-01-14T21:00:00.000Z', schedule: recurrence });
  });

  it('leaves an occurrence that is due as it is when nothing of the time is named', async () => {
    now('2026-12-20T12:00:00Z');
    expect(await set({ enabled: true, name: 'Other', description: 'Remark' })).toMatchObject({
      ...{ name: 'Other', description: 'Remark', nextRun: december, latest: true },
    });
  });

  it('takes another recurrence, also while it is suspended', async () => {
    const schedule = { daily: {}, start: '05:00', timeZone: 'UTC' };
    expect(await set({ enabled: false, schedule })).toMatchObject({ nextRun: null, schedule, state: 'None' });
    expect(await set({ enabled: true })).toMatchObject({ nextRun: '2026-11-30T05:00:00.000Z' });
    expect(await set({ at: '2026-12-01T00:00:00Z' })).toMatchObject({
      ...{ nextRun: '2026-12-01T00:00:00.000Z', schedule: null, due: null },
    });
  });

  it('takes another choice instead of the one before, and keeps the options', async () => {
    await set({ continueOnError: true, removeSupersededUpdates: true, strict: true, syncBeforeRun: false });
    await month.content(updates.june);
    const named = await set({ updates: [updates.june.uniqueId] });
    expect(named).toMatchObject({
      ...{ updates: [updates.june.uniqueId], latest: false, rule: null },
      ...{ continueOnError: true, removeSupersededUpdates: true, strict: true, syncBeforeRun: false },
    });
    await month.call('rule.add', { name: 'Recent', postedWithin: 'P1D' });
    expect(await set({ rule: 'Recent', reset: ['syncBeforeRun'] })).toMatchObject({
      ...{ updates: [], rule: 'Recent', syncBeforeRun: null, continueOnError: true },
    });
  });

  it('says what the image cannot take, and changes nothing when nothing is left', async () => {
    const problem = await month.fails('schedule.set', { scheduleId, updates: [updates.arm.uniqueId] });
    expect(problem.id).toBe('ImgNothingApplicable');
    expect((await month.call('schedule.show', { scheduleId })).schedule).toMatchObject({ latest: true, updates: [] });
  });

  it.each([
    ['two times', { at: '2030-01-01', schedule: recurrence }, 'ImgScheduleInvalid'],
    ['a time that has gone by', { at: '2020-01-01T00:00:00Z' }, 'ImgScheduleInvalid'],
    ['a recurrence that has gone by', { schedule: { ...recurrence, until: '2020-01-01' } }, 'ImgScheduleInvalid'],
    ['two choices', { latest: true, rule: 'Any' }, 'ImgScheduleInvalid'],
    ['a rule that is not there', { rule: 'None' }, 'ImgRuleNotFound'],
    ['a schedule that is not there', { scheduleId: 'none' }, 'ImgScheduleNotFound'],
  ])('refuses %s', async (_what, members, id) => {
    expect((await month.fails('schedule.set', { scheduleId, ...members })).id).toBe(id);
  });

  it('waits for the end of its run', async () => {
    const { schedule } = await month.call('schedule.add', { image: 'Image', latest: true, runNow: true });
    const problem = await month.fails('schedule.set', { scheduleId: schedule.scheduleId, name: 'Other' });
    expect(problem.id).toBe('ImgImageBusy');
  });
});
