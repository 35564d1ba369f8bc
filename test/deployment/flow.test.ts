/** Each branch of the figure of "Install Software Updates", and each timer on both sides of its end. */
import { describe, expect, it } from 'vitest';
import {
  after,
  begin,
  type StepEvent,
  type StepOptions,
  type StepState,
  shownProgress,
} from '../../src/deployment/step/flow.ts';
import { defaultTimers } from '../../src/deployment/step/timers.ts';

const options = (more: Partial<StepOptions['timers']> = {}, cachedScan = true): StepOptions => ({
  cachedScan,
  timers: { ...defaultTimers, ...more },
});
const hour = 3_600_000;
const counts = { rounds: 1, unexpectedRestarts: 0 };
const scanning: StepState = { ...counts, rounds: 0, phase: 'Scanning', scan: 'Full', since: 0 };
const installing = (stage: 'Locating' | 'Downloading' | 'Installing', more: object = {}): StepState => ({
  ...{ ...counts, phase: 'Installing', stage, position: 0, bytes: null, since: 0, moved: 0, ...more },
});
const progress = (stage: 'Locating' | 'Downloading' | 'Installing', more: object = {}): StepEvent => ({
  ...{ kind: 'install', status: 'InProgress', stage, position: 0, bytes: null, ...more },
});
const restarting: StepState = { ...counts, phase: 'Restarting' };
const cached: StepState = { ...scanning, rounds: 1, scan: 'Cached' };
const scanned: StepEvent = { kind: 'scan', status: 'InProgress' };
const complete = (found: number): StepEvent => ({ kind: 'scan', status: 'Complete', found });
const installed = (restartRequired: boolean): StepEvent => ({ kind: 'install', status: 'Complete', restartRequired });
const resumed = (restarted: boolean): StepEvent => ({ kind: 'resumed', restarted });

it('begins with a full scan, whatever is set', () => {
  expect(begin(7)).toEqual({
    state: { rounds: 0, unexpectedRestarts: 0, phase: 'Scanning', scan: 'Full', since: 7 },
    action: { do: 'Scan', scan: 'Full' },
  });
});

describe('the figure', () => {
  it.each<[string, StepState, StepEvent, number, StepOptions, object, object?]>([
    ['a scan in progress before its timer', scanning, scanned, hour - 1, options(), { do: 'Wait' }],
    ['a scan in progress at its timer', scanning, scanned, hour, options(), { do: 'End' }, { reason: 'ScanTimeout' }],
    ['a timer that was set', scanning, scanned, 5000, options({ scan: 5 }), { do: 'End' }, { reason: 'ScanTimeout' }],
    [
      ...(['a scan that fails', scanning, { kind: 'scan', status: 'Failed', detail: 'x' }, 1, options()] as const),
      ...([{ do: 'End' }, { reason: 'ScanFailed', detail: 'x' }] as const),
    ],
    ['a cached scan in progress before its timer', cached, scanned, hour - 1, options(), { do: 'Wait' }],
    ['a cached scan at its timer', cached, scanned, hour, options(), { do: 'End' }, { reason: 'ScanTimeout' }],
    [
      ...(['a cached scan that fails', cached, { kind: 'scan', status: 'Failed', detail: 'x' }, 1, options()] as const),
      ...([{ do: 'End' }, { reason: 'ScanFailed', detail: 'x' }] as const),
    ],
    ['a cached scan that finds nothing', cached, complete(0), 1, options(), { do: 'End' }, { status: 'Succeeded' }],
    ['a cached scan that finds updates', cached, complete(1), 1, options(), { do: 'Install' }, { rounds: 2 }],
    ['a scan that finds nothing', scanning, complete(0), 1, options(), { do: 'End' }, { status: 'Succeeded' }],
    ['a scan that finds updates', scanning, complete(2), 1, options(), { do: 'Install' }, { rounds: 1 }],
    [
      ...(['the same updates for ever', { ...scanning, rounds: 10 }, complete(1), 1, options()] as const),
      ...([{ do: 'End' }, { reason: 'TooManyRounds' }] as const),
    ],
    [
      'nothing left after the last round',
      { ...scanning, rounds: 10 },
      complete(0),
      1,
      options(),
      { do: 'End' },
      { status: 'Succeeded' },
    ],
    [
      ...([
        'an installation that fails',
        installing('Installing'),
        { kind: 'install', status: 'Failed', detail: 'y' },
      ] as const),
      ...([1, options(), { do: 'End' }, { reason: 'InstallFailed', detail: 'y' }] as const),
    ],
    [
      'installed, cached scan set',
      installing('Installing'),
      installed(false),
      1,
      options(),
      { do: 'Scan', scan: 'Cached' },
    ],
    [
      'installed, cached scan not set',
      installing('Installing'),
      installed(false),
      1,
      options({}, false),
      { do: 'Scan', scan: 'Full' },
    ],
    ['installed, restart wanted', installing('Installing'), installed(true), 1, options(), { do: 'Restart' }],
    [
      'still 8 hours before inactivity',
      installing('Installing'),
      progress('Installing'),
      8 * hour - 1,
      options(),
      { do: 'Wait' },
    ],
    [
      ...(['8 hours inactive', installing('Installing'), progress('Installing'), 8 * hour, options()] as const),
      ...([{ do: 'End' }, { reason: 'InstallInactive' }] as const),
    ],
    [
      ...(['another update after 8 hours', installing('Installing'), progress('Installing', { position: 1 })] as const),
      ...([8 * hour, options(), { do: 'Wait' }, { moved: 8 * hour, since: 8 * hour }] as const),
    ],
    ['no location before its timer', installing('Locating'), progress('Locating'), hour - 1, options(), { do: 'Wait' }],
    [
      'no location',
      installing('Locating'),
      progress('Locating'),
      hour,
      options(),
      { do: 'End' },
      { reason: 'LocationTimeout' },
    ],
    [
      'a download before its timer',
      installing('Downloading'),
      progress('Downloading'),
      hour - 1,
      options(),
      { do: 'Wait' },
    ],
    [
      ...([
        'a download that takes too long though it moves',
        installing('Downloading'),
        progress('Downloading', { bytes: 9 }),
      ] as const),
      ...([hour, options(), { do: 'End' }, { reason: 'DownloadTimeout' }] as const),
    ],
    [
      ...([
        'a place that sends nothing',
        installing('Downloading', { bytes: 5, moved: hour }),
        progress('Downloading', { bytes: 5 }),
      ] as const),
      ...([
        2 * hour,
        options({ contentDownload: 9 * 3600 }),
        { do: 'End' },
        { reason: 'DistributionPointInactive' },
      ] as const),
    ],
    [
      ...([
        'a place that sends again',
        installing('Downloading', { bytes: 5, moved: hour }),
        progress('Downloading', { bytes: 6 }),
      ] as const),
      ...([2 * hour, options({ contentDownload: 9 * 3600 }), { do: 'Wait' }, { moved: 2 * hour, since: 0 }] as const),
    ],
    [
      'restarted as asked',
      restarting,
      resumed(true),
      1,
      options(),
      { do: 'Scan', scan: 'Cached' },
      { unexpectedRestarts: 0 },
    ],
    ['called again before the restart', restarting, resumed(false), 1, options(), { do: 'Restart' }],
    [
      'restarted, a second restart is awaited',
      restarting,
      resumed(true),
      1,
      options({ secondRestart: 600 }),
      { do: 'Wait' },
      { until: 600_001 },
    ],
    [
      'the wait is not over',
      { ...counts, phase: 'Settling', until: 9 },
      { kind: 'waited' },
      8,
      options(),
      { do: 'Wait' },
    ],
    [
      'the wait is over',
      { ...counts, phase: 'Settling', until: 9 },
      { kind: 'waited' },
      9,
      options(),
      { do: 'Scan', scan: 'Cached' },
    ],
    [
      'a second restart in the wait',
      { ...counts, phase: 'Settling', until: 9 },
      resumed(true),
      9,
      options(),
      { do: 'Scan', scan: 'Cached' },
    ],
    [
      'a restart that nobody asked for',
      installing('Installing'),
      resumed(true),
      1,
      options(),
      { do: 'Scan', scan: 'Cached' },
      { unexpectedRestarts: 1 },
    ],
    [
      'one in the first scan',
      scanning,
      resumed(true),
      1,
      options(),
      { do: 'Scan', scan: 'Full' },
      { unexpectedRestarts: 1 },
    ],
    [
      ...([
        'one too many',
        { ...installing('Installing'), unexpectedRestarts: 2 },
        resumed(true),
        1,
        options(),
      ] as const),
      ...([{ do: 'End' }, { reason: 'UnexpectedRestarts' }] as const),
    ],
    [
      'no retries at all',
      installing('Installing'),
      resumed(true),
      1,
      options({ restartRetries: 0 }),
      { do: 'End' },
      { reason: 'UnexpectedRestarts' },
    ],
    [
      'the program alone ended',
      installing('Installing'),
      resumed(false),
      1,
      options(),
      { do: 'Scan', scan: 'Cached' },
      { unexpectedRestarts: 0 },
    ],
    ['an event of another phase', scanning, installed(true), 1, options(), { do: 'Wait' }, { phase: 'Scanning' }],
    [
      'after the end',
      { ...counts, phase: 'Ended', status: 'Succeeded' },
      resumed(true),
      1,
      options(),
      { do: 'End' },
      { status: 'Succeeded' },
    ],
  ])('%s', (_what, state, event, now, given, action, expected = {}) => {
    const next = after(state, event, now, given);
    expect(next.action).toEqual(action);
    expect(next.state).toMatchObject(expected);
  });
});

it.each([
  [true, ['Scan Full', 'Install', 'Wait', 'Scan Cached', 'Install', 'Restart', 'Scan Cached', 'End']],
  [false, ['Scan Full', 'Install', 'Wait', 'Scan Full', 'Install', 'Restart', 'Scan Full', 'End']],
])('walks through the figure, with cached scans: %s', (cachedScan, expected) => {
  const heard = [complete(2), progress('Installing'), installed(false), complete(1), installed(true), resumed(true)];
  let next = begin(0);
  const did = [next.action];
  for (const [at, event] of [...heard, complete(0)].entries()) {
    next = after(next.state, event, at + 1, options({}, cachedScan));
    did.push(next.action);
  }
  expect(did.map((action) => (action.do === 'Scan' ? `Scan ${action.scan}` : action.do))).toEqual(expected);
  expect(next.state).toMatchObject({ phase: 'Ended', status: 'Succeeded', rounds: 2 });
});

it.each([
  [0, 0, 0],
  [0, 7, 0],
  [1, 7, 10],
  [6, 7, 80],
  [7, 7, 100],
])('%i of %i are shown as %i %%', (done, total, shown) => {
  expect(shownProgress(done, total)).toBe(shown);
});
