/** A month through every operation of it: each result, event and problem has the form that its schema promises. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { problemDocument } from '../../src/errors.ts';
import { type Month, openMonth, updates } from '../helpers/month.ts';
import { checkForm } from '../helpers/result-forms.ts';

let month: Month;
let runId: string;
let scheduleId: string;
beforeAll(async () => {
  month = await openMonth();
  await month.image('Image');
  await month.content(updates.june);
  const run = await month.service({ image: 'Image', updates: [updates.june.uniqueId], removeSupersededUpdates: true });
  ({ runId } = run);
  scheduleId = run.scheduleId ?? '';
});
afterAll(() => month.close());

describe('a result has its form', () => {
  it.each<[name: string, request: () => object, dryRun?: boolean]>([
    ['site.show', () => ({})],
    ['environment.check', () => ({ image: 'Image', powerShell: { version: '5.1.1', edition: 'Desktop' } })],
    ['site.set', () => ({ retainVersion: 3 })],
    ['site.set', () => ({ retainVersion: 4 }), true],
    ['schema.show', () => ({ name: 'image' })],
    ['image.list', () => ({})],
    ['image.show', () => ({ image: 'Image' })],
    ['image.installed', () => ({ image: 'Image' })],
    ['image.status', () => ({ image: 'Image' })],
    ['image.advice', () => ({ image: 'Image' })],
    ['image.inspect', () => ({ path: month.path('Image.wim'), packages: true })],
    ['image.files', () => ({ image: 'Image', index: 1, under: '\\Windows' })],
    ['image.verify', () => ({ image: 'Image' })],
    ['image.versions', () => ({ image: 'Image' })],
    ['image.restore', () => ({ image: 'Image' }), true],
    ['image.restore', () => ({ image: 'Image' })],
    ['image-version.remove', () => ({ image: 'Image', sourceVersion: 1 }), true],
    ['image-version.remove', () => ({ image: 'Image', sourceVersion: 1 })],
    ['image.refresh', () => ({ image: 'Image' })],
    ['update.list', () => ({})],
    ['update.list', () => ({ latest: true, explain: true })],
    ['update.list', () => ({ applicableTo: 'Image', latest: true, explain: true })],
    ['update.show', () => ({ id: updates.june.uniqueId })],
    ['update.classify', () => ({ titles: [updates.june.title, 'nothing'] })],
    ['release.list', () => ({})],
    ['content.list', () => ({})],
    ['schedule.list', () => ({})],
    ['schedule.show', () => ({ scheduleId })],
    ['schedule.add', () => ({ image: 'Image', latest: true, runNow: true }), true],
    ['schedule.add', () => ({ image: 'Image', latest: true, at: '2099-01-01T00:00:00Z' })],
    ['schedule.add', () => ({ maintenance: { part: ['content'] }, schedule: { daily: {} } })],
    ['maintenance.run', () => ({}), true],
    ['maintenance.run', () => ({})],
    ['maintenance.list', () => ({})],
    ['schedule.clear', () => ({ image: 'Image' }), true],
    ['schedule.preview', () => ({ schedule: { daily: {}, start: '02:30', timeZone: 'Europe/Berlin' } })],
    ['schedule.convert', () => ({ scheduleString: '791378800008000055147880001B2000' })],
    ['plan.show', () => ({ image: 'Image', latest: true })],
    ['run.start', () => ({ image: 'Image', latest: true }), true],
    ['run.list', () => ({})],
    ['run.show', () => ({ runId })],
    ['run.wait', () => ({ runId })],
    ['run.stop', () => ({ runId })],
    ['worker.run', () => ({ once: true })],
    ['servicing.repair', () => ({})],
    ['servicing.repair', () => ({}), true],
    ['log.show', () => ({ runId })],
    ['log.show', () => ({ runId, source: 'Dism', level: 'Warning' })],
    ['log.show', () => ({ tail: 5 })],
  ])('%s', async (name, request, dryRun = false) => {
    const answer = await month.call(name, request(), { dryRun });

    expect(answer['formatVersion']).toBe('1.0');
    if ('applied' in answer && name !== 'run.stop') expect(answer['applied']).toBe(!dryRun);
  });
});

it('every event has its form', () => {
  expect(month.events.length).toBeGreaterThan(3);
  for (const event of month.events) checkForm('event', { time: new Date().toISOString(), ...event });
});

it('every problem has its form', async () => {
  const problems = [
    await month.fails('run.show', { runId: 'x' }),
    await month.fails('run.show', { bogus: 1 }),
    await month.fails('schedule.add', { image: 'Image', updates: ['x'], runNow: true }),
  ];

  for (const problem of problems) checkForm('problem', problemDocument(problem));
});
