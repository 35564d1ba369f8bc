import { execFileSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { realPorts } from '../../src/ports/index.ts';
import { formatLine, type LogLevel, parseServicingLog, servicingLog } from '../../src/report/servicing-log.ts';

const source = new URL('../../src/report/servicing-log.ts', import.meta.url).href;

/** Formats and reads one line in a process that lives in another time zone. */
function inZone(zone: string, moment: string): [line: string, time: string] {
  const script = `
    const { formatLine, parseServicingLog } = await import(${JSON.stringify(source)});
    const line = formatLine('text', { level: 'Info', now: new Date(${JSON.stringify(moment)}), thread: 255 });
    console.log(JSON.stringify([line, parseServicingLog(line)[0].time]));`;
  const output = execFileSync(process.execPath, ['--input-type=module', '-e', script], {
    env: { ...process.env, TZ: zone },
    encoding: 'utf8',
  });
  return JSON.parse(output);
}

describe('a line', () => {
  it.each([
    ['Etc/UTC', '07-01-2026 12:30:45.678+0'],
    ['Europe/Berlin', '07-01-2026 14:30:45.678-120'],
    ['America/New_York', '07-01-2026 08:30:45.678+240'],
    ['Asia/Kolkata', '07-01-2026 18:00:45.678-330'],
    ['Pacific/Kiritimati', '07-02-2026 02:30:45.678-840'],
  ])(
    'has the local time of %s and the minutes that lead to UTC, and is read back to the same moment',
    (zone, stamp) => {
      const moment = '2026-07-01T12:30:45.678Z';

      const [line, time] = inZone(zone, moment);

      expect(line).toBe(`text $$<SMS_OFFLINE_SERVICING_MANAGER><${stamp}><thread=255 (0xFF)>\n`);
      expect(time).toBe(moment);
    },
  );

  it.each<[level: LogLevel, text: string, message: string]>([
    ['Info', 'plain', 'plain'],
    [
      'Warning',
      'Not applying this update binary, it is not supported',
      'Not applying this update binary, it is not supported',
    ],
    ['Error', 'two\r\nlines', 'two lines'],
    ['Info', 'with $$<a><b> inside', 'with $$<a><b> inside'],
    ['Info', `ünïcödé "quotes" \\\\server\\share`, `ünïcödé "quotes" \\\\server\\share`],
    ['Info', '', ''],
  ])('of %s: %j is read back', (level, text, message) => {
    const now = new Date('2026-07-01T12:30:45.678Z');

    const line = formatLine(text, { level, now, thread: 1 });

    expect(line.split('\n')).toHaveLength(2);
    expect(parseServicingLog(line)).toEqual([
      { time: now.toISOString(), level, source: 'SMS_OFFLINE_SERVICING_MANAGER', message },
    ]);
  });
});

it('reads lines of another form as they are, and forgets empty ones', () => {
  const text = 'something else\r\n\n  \nhalf a line $$<A><07-01-2026 12:3';

  expect(parseServicingLog(text)).toEqual([
    { time: null, level: 'Info', source: '', message: 'something else' },
    { time: null, level: 'Info', source: '', message: 'half a line $$<A><07-01-2026 12:3' },
  ]);
});

it.each(['13-45-2026 99:99:99.999+0', '00-00-0000 00:00:00.000+0', '01-01-2026 00:00:00.000+99999999999999'])(
  'reads a time that cannot be: %s',
  (stamp) => {
    expect(() => parseServicingLog(`x $$<A><${stamp}><thread=1 (0x1)>`)).not.toThrow();
  },
);

it('never fails because a line cannot be written', () => {
  const log = servicingLog(realPorts({}), ['/no/such/folder']);

  expect(() => log.write('lost')).not.toThrow();
});
