import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Sandbox, sandbox } from '../helpers/built-engine.ts';

let box: Sandbox;
beforeAll(() => {
  box = sandbox();
});
afterAll(() => box.remove());

describe('schedule preview', () => {
  const schedule = { patchTuesday: { offsetDays: 2 }, start: '22:00', timeZone: 'Europe/Berlin' };

  it('prints the next occurrences, and nothing else', () => {
    const ran = box.run(
      'schedule',
      'preview',
      '--schedule',
      JSON.stringify(schedule),
      '--after=2026-11-29',
      '--count=2',
    );

    expect(ran).toMatchObject({ code: 0, problem: undefined });
    expect(ran.document).toMatchObject({
      timeZone: 'Europe/Berlin',
      occurrences: [
        { at: '2026-12-10T21:00:00.000Z', local: '2026-12-10T22:00:00+01:00' },
        { at: '2027-01-14T21:00:00.000Z', local: '2027-01-14T22:00:00+01:00' },
      ],
    });
  });

  it('refuses what never happens with 4, a sentence and nothing on stdout', () => {
    const ran = box.run('schedule', 'preview', '--schedule', '{"cron":"0 0 30 2 *"}');

    expect(ran).toMatchObject({ code: 4, stdout: '' });
    expect(ran.problem).toMatchObject({ id: 'ImgScheduleInvalid', detail: 'The recurrence never happens at all.' });
  });
});

describe('schedule convert', () => {
  const scheduleString = '55147880001B2000';
  const schedules = [{ weekly: { every: 1, weekDays: ['Tuesday'] }, start: '08:21', from: '2004-07-20' }];

  it('reads a schedule string, and writes one', () => {
    const read = box.run('schedule', 'convert', scheduleString);
    const written = box.run('schedule', 'convert', '--schedules', JSON.stringify(schedules[0]));

    expect(read).toMatchObject({ code: 0, problem: undefined });
    expect(read.document).toMatchObject({ scheduleString, schedules });
    expect(written.document).toEqual(read.document);
  });

  it.each([
    ['a malformed string', ['55147880001B200'], 'ImgScheduleStringInvalid'],
    ['what a string cannot say', ['--schedules', '{"cron":"0 0 * * *"}'], 'ImgScheduleNotConvertible'],
    ['both directions at once', [scheduleString, '--schedules', '{"daily":{}}'], 'ImgArgumentInvalid', 2],
    ['neither direction', [], 'ImgArgumentInvalid', 2],
  ])('refuses %s, with nothing on stdout', (_what, args, id, code = 4) => {
    const ran = box.run('schedule', 'convert', ...args);

    expect(ran).toMatchObject({ code, stdout: '' });
    expect(ran.problem).toMatchObject({ id });
  });
});

describe('schedule set', () => {
  it('suspends, resumes and changes a schedule that another process made', () => {
    const out = box.path('image.wim');
    const index = { name: 'Windows 11 Enterprise', edition: 'Enterprise', installationType: 'Client' };
    const system = { release: '24H2', build: 26100, revision: 1742, architecture: 'x64', language: 'en-US' };
    const spec = JSON.stringify({ indexes: [{ ...index, ...system }], compression: 'none' });
    expect(box.run('rehearsal', 'image', out, '--spec', spec).code).toBe(0);
    expect(box.run('image', 'add', out, '--name=Image', '--accept-eula').code).toBe(0);
    const daily = JSON.stringify({ daily: {}, start: '22:00', timeZone: 'UTC' });
    const added = box.run('schedule', 'add', '--image=Image', '--latest', '--schedule', daily);
    const { scheduleId } = (added.document as { schedule: { scheduleId: string } }).schedule;

    const suspended = box.run('schedule', 'set', scheduleId, '--enabled=false');
    expect(suspended).toMatchObject({ code: 0, problem: undefined });
    expect(suspended.document).toMatchObject({
      schedule: { enabled: false, state: 'None', nextRun: null },
      applied: true,
    });

    const tried = box.run('schedule', 'set', scheduleId, '--enabled', '--name=Nightly', '--dry-run');
    expect(tried.document).toMatchObject({ schedule: { enabled: true, name: 'Nightly' }, applied: false });
    const changed = box.run('schedule', 'set', scheduleId, '--enabled', '--continue-on-error');
    expect(changed.document).toMatchObject({
      schedule: { enabled: true, state: 'Scheduled', name: '', continueOnError: true, latest: true },
    });

    const refused = box.run('schedule', 'set', scheduleId, '--at=2020-01-01T00:00:00Z');
    expect(refused).toMatchObject({ code: 4, stdout: '', problem: { id: 'ImgScheduleInvalid' } });
  });
});
