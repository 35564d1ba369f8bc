/** Schedules whose updates a rule chooses when the run starts. */
import { afterEach, beforeEach, expect, it } from 'vitest';
import { type Month, openMonth, updates } from '../helpers/month.ts';

let month: Month;
beforeEach(async () => {
  month = await openMonth();
});
afterEach(() => month.close());

it('puts in what the rule chooses', async () => {
  await month.image('Image');
  await month.content(updates.june);
  await month.call('rule.add', { name: 'Monthly' });

  const run = await month.service({ image: 'Image', rule: 'monthly' });

  expect(run).toMatchObject({ status: 'Succeeded', proof: { ok: true } });
  expect(run.updateResults).toMatchObject([{ uniqueId: updates.june.uniqueId, result: 'Installed' }]);
});

it('does not put in what the rule holds', async () => {
  await month.image('Image');
  await month.content(updates.june);
  const { articleId } = await month.call('update.show', { id: updates.june.uniqueId }).then(({ update }) => update);
  await month.call('rule.add', { name: 'Careful', holds: [{ articleId, reason: 'breaks printing' }] });

  const { steps } = (await month.call('plan.show', { image: 'Image', rule: 'Careful' })).plan;

  expect(steps.map((step: { uniqueId?: string }) => step.uniqueId)).not.toContain(updates.june.uniqueId);
});

it('plans nothing when the rule leaves everything out, and says so', async () => {
  await month.image('Image');
  await month.content(updates.june);
  await month.call('rule.add', { name: 'Recent', postedWithin: 'P1D' });

  const problem = await month.fails('plan.show', { image: 'Image', rule: 'Recent' });

  expect(problem).toMatchObject({ id: 'ImgCatalogEmpty', message: expect.stringContaining('that passes the filter') });
});

it('is asked when the run starts, under the name that it has then', async () => {
  await month.image('Image');
  await month.call('rule.add', { name: 'Monthly' });
  const { schedule } = await month.call('schedule.add', {
    image: 'Image',
    rule: 'Monthly',
    at: '2099-01-01T00:00:00Z',
  });
  expect(schedule).toMatchObject({ rule: 'Monthly', latest: false, updates: [] });

  await month.call('rule.set', { name: 'Monthly', newName: 'Every month' });

  const { schedules } = await month.call('schedule.list');
  expect(schedules).toMatchObject([{ scheduleId: schedule.scheduleId, rule: 'Every month' }]);
});

it('keeps the rule that a schedule waits for', async () => {
  await month.image('Image');
  await month.call('rule.add', { name: 'Monthly' });
  const order = { image: 'Image', rule: 'Monthly', at: '2099-01-01T00:00:00Z' };
  const { schedule } = await month.call('schedule.add', order);

  const problem = await month.fails('rule.remove', { name: 'monthly' });
  expect(problem).toMatchObject({ id: 'ImgRuleInUse', message: expect.stringContaining(schedule.scheduleId) });
  await month.call('schedule.clear', { scheduleId: schedule.scheduleId });
  await month.call('rule.remove', { name: 'monthly' });

  expect((await month.call('rule.list')).rules).toEqual([]);
});

it.each([
  ['an unknown rule', { rule: 'none' }, 'ImgRuleNotFound'],
  ['a rule and latest', { rule: 'none', latest: true }, 'ImgScheduleInvalid'],
  ['a rule and updates', { rule: 'none', updates: [updates.june.uniqueId] }, 'ImgScheduleInvalid'],
])('refuses %s', async (_what, request, id) => {
  await month.image('Image');
  const problem = await month.fails('schedule.add', { image: 'Image', runNow: true, ...request });
  expect(problem.id).toBe(id);
});
