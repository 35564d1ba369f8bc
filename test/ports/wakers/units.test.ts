import { describe, expect, it } from 'vitest';
import { quoteArgument } from '../../../src/ports/wakers/quote-argument.ts';
import { quoteWord, serviceUnit, timerUnit, unitName, wakeUnit } from '../../../src/ports/wakers/units.ts';
import type { WakerTask } from '../../../src/ports/wakers/waker.ts';

const task: WakerTask = {
  ...{
    name: 'ImgUpdate',
    scope: 'System',
    description: 'looks',
    program: '/opt/node',
    arguments: ['a b', '--site=/s'],
  },
  ...{ folder: '/s', account: 'servicing', stays: false, repetitionMinutes: 5 },
  wakeTimes: ['2026-12-10T21:00:00Z', '2027-01-14T21:00:30Z'],
};

describe('an argument on a command line of Windows', () => {
  it.each([
    ['plain', 'plain'],
    ['', '""'],
    ['a b', '"a b"'],
    ['C:\\Program Files\\x', '"C:\\Program Files\\x"'],
    ['C:\\a b\\', '"C:\\a b\\\\"'],
    ['C:\\ab\\', 'C:\\ab\\'],
    ['say "x"', '"say \\"x\\""'],
    ['a\\"b', '"a\\\\\\"b"'],
  ])('%s', (argument, written) => expect(quoteArgument(argument)).toBe(written));
});

describe('a word of a unit', () => {
  it.each([
    ['plain', '"plain"'],
    ['100%', '"100%%"'],
    ['$HOME', '"$$HOME"'],
    ['a "b" \\', '"a \\"b\\" \\\\"'],
    ['two\nlines', '"two\\nlines"'],
  ])('%s', (word, written) => expect(quoteWord(word)).toBe(written));
});

it.each([
  ['ImgUpdate', 'imgupdate'],
  ['imgupdate-North', 'imgupdate-north'],
  ['ssh', 'imgupdate-ssh'],
  ['ImgUpdates', 'imgupdate-imgupdates'],
])('names the units of %s %s', (name, unit) => expect(unitName(name)).toBe(unit));

it('starts the worker as a service that ends', () => {
  const text = serviceUnit(task);

  expect(text).toContain('Type=oneshot\nExecStart="/opt/node" "a b" "--site=/s"\nUser=servicing\n');
  expect(serviceUnit({ ...task, scope: 'User' })).not.toContain('User=');
  expect(serviceUnit({ ...task, stays: true })).toContain('Type=exec\n');
});

it('looks at once, and again after each look', () => {
  expect(timerUnit(task)).toContain('OnActiveSec=0\nOnUnitInactiveSec=5min\n');
  expect(timerUnit(task)).not.toContain('WakeSystem');
});

it('wakes the machine at the moments alone', () => {
  expect(wakeUnit(task)).toContain(
    'OnCalendar=2026-12-10 21:00:00 UTC\nOnCalendar=2027-01-14 21:00:30 UTC\nAccuracySec=1s\nWakeSystem=true\n',
  );
});
