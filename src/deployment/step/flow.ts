/**
 * The step "Install Software Updates" as a state machine: scan, enumerate, install, restart, and again, until a scan finds
 * nothing. It knows no agent and no clock: `after` takes what was heard and the time, and says what to do next.
 */
import type { StepTimers } from './timers.ts';

/** Full: against the update server. Cached: against what the last scan left on the computer. */
export type ScanKind = 'Full' | 'Cached';

/** Where the content and the updates of one installation are. */
export type InstallStage = 'Locating' | 'Downloading' | 'Installing';

export interface StepOptions {
  /** Evaluate software updates from cached scan results: every scan but the first. */
  cachedScan: boolean;
  timers: StepTimers;
}

/** Times are milliseconds since 1970. Plain data: it is stored over a restart. */
export type StepState = {
  /** Scans that found something. */
  rounds: number;
  /** Restarts that nobody asked for. */
  unexpectedRestarts: number;
} & (
  | { phase: 'Scanning'; scan: ScanKind; since: number }
  | {
      phase: 'Installing';
      stage: InstallStage;
      /** Update that is downloaded or installed, counted from 0. */
      position: number;
      /** Bytes of its content; null where the agent does not say. */
      bytes: number | null;
      /** Since when this stage works on this update. */
      since: number;
      /** When something moved for the last time. */
      moved: number;
    }
  | { phase: 'Restarting' }
  | { phase: 'Settling'; until: number }
  | { phase: 'Ended'; status: 'Succeeded' }
  | { phase: 'Ended'; status: 'Failed'; reason: FailureReason; detail: string }
);

export type FailureReason =
  | 'ScanFailed'
  | 'ScanTimeout'
  | 'InstallFailed'
  | 'LocationTimeout'
  | 'DownloadTimeout'
  | 'DistributionPointInactive'
  | 'InstallInactive'
  | 'UnexpectedRestarts'
  | 'TooManyRounds';

/** What was heard. */
export type StepEvent =
  | { kind: 'scan'; status: 'InProgress' }
  | { kind: 'scan'; status: 'Failed'; detail: string }
  | { kind: 'scan'; status: 'Complete'; found: number }
  | { kind: 'install'; status: 'InProgress'; stage: InstallStage; position: number; bytes: number | null }
  | { kind: 'install'; status: 'Failed'; detail: string }
  | { kind: 'install'; status: 'Complete'; restartRequired: boolean }
  /** The step was called again: the computer, or only the program, ended in between. */
  | { kind: 'resumed'; restarted: boolean }
  /** Time passed. */
  | { kind: 'waited' };

/** What is to be done now. `Wait`: look again later. */
export type StepAction =
  | { do: 'Scan'; scan: ScanKind }
  | { do: 'Install' }
  | { do: 'Restart' }
  | { do: 'Wait' }
  | { do: 'End' };

export interface Next {
  state: StepState;
  action: StepAction;
}

/** The first call of the step: a full scan, whatever is set. */
export function begin(now: number): Next {
  return scanning({ rounds: 0, unexpectedRestarts: 0 }, 'Full', now);
}

/** The way on from `state` after `event`. An event that the state does not wait for changes nothing. */
export function after(state: StepState, event: StepEvent, now: number, options: StepOptions): Next {
  if (event.kind === 'resumed') return resumed(state, event.restarted, now, options);
  switch (state.phase) {
    case 'Scanning':
      return event.kind === 'scan' ? scanned(state, event, now, options) : stay(state);
    case 'Installing':
      return event.kind === 'install' ? installed(state, event, now, options) : stay(state);
    case 'Settling':
      return now < state.until ? stay(state) : again(state, now, options);
    case 'Restarting':
      return { state, action: { do: 'Restart' } };
    case 'Ended':
      return { state, action: { do: 'End' } };
  }
}

/** How far an installation is, in steps of 10 per cent, as the step shows it. */
export function shownProgress(done: number, total: number): number {
  return total <= 0 ? 0 : Math.min(100, Math.floor((done * 10) / total) * 10);
}

type Scanning = Extract<StepState, { phase: 'Scanning' }>;
type Installing = Extract<StepState, { phase: 'Installing' }>;
type Counts = Pick<StepState, 'rounds' | 'unexpectedRestarts'>;

function scanned(
  state: Scanning,
  event: Extract<StepEvent, { kind: 'scan' }>,
  now: number,
  { timers }: StepOptions,
): Next {
  if (event.status === 'Failed') return failed(state, 'ScanFailed', event.detail);
  if (event.status === 'InProgress') {
    return isOver(state.since, timers.scan, now)
      ? failed(state, 'ScanTimeout', `The scan did not end within ${timers.scan} s.`)
      : stay(state);
  }
  if (event.found === 0) return ended({ ...counts(state), phase: 'Ended', status: 'Succeeded' });
  if (state.rounds >= timers.maximumRounds) {
    return failed(state, 'TooManyRounds', `After ${state.rounds} rounds there are still ${event.found} updates.`);
  }
  const rounds = state.rounds + 1;
  const place = { stage: 'Locating', position: 0, bytes: null, since: now, moved: now } as const;
  return { state: { ...counts(state), rounds, phase: 'Installing', ...place }, action: { do: 'Install' } };
}

function installed(
  state: Installing,
  event: Extract<StepEvent, { kind: 'install' }>,
  now: number,
  options: StepOptions,
): Next {
  if (event.status === 'Failed') return failed(state, 'InstallFailed', event.detail);
  if (event.status === 'Complete') {
    if (!event.restartRequired) return again(state, now, options);
    return { state: { ...counts(state), phase: 'Restarting' }, action: { do: 'Restart' } };
  }
  const { stage, position, bytes } = event;
  const isSamePlace = stage === state.stage && position === state.position;
  const isStill = isSamePlace && bytes === state.bytes;
  const place: Installing = {
    ...state,
    ...{ stage, position, bytes },
    since: isSamePlace ? state.since : now,
    moved: isStill ? state.moved : now,
  };
  const late = overdue(place, now, options.timers);
  return late === undefined ? stay(place) : failed(place, late.reason, late.detail);
}

/** The timer of its stage that an installation has run into. */
function overdue(
  { stage, since, moved }: Installing,
  now: number,
  timers: StepTimers,
): { reason: FailureReason; detail: string } | undefined {
  if (stage === 'Locating' && isOver(since, timers.locationRequest, now)) {
    const detail = `No location of the content was found within ${timers.locationRequest} s.`;
    return { reason: 'LocationTimeout', detail };
  }
  if (stage === 'Downloading') {
    if (isOver(since, timers.contentDownload, now)) {
      const detail = `The content of one update did not come within ${timers.contentDownload} s.`;
      return { reason: 'DownloadTimeout', detail };
    }
    if (isOver(moved, timers.inactiveDistributionPoint, now)) {
      const detail = `The place that the content comes from sent nothing for ${timers.inactiveDistributionPoint} s.`;
      return { reason: 'DistributionPointInactive', detail };
    }
  }
  if (isOver(moved, timers.installInactivity, now)) {
    return { reason: 'InstallInactive', detail: `Nothing moved for ${timers.installInactivity} s.` };
  }
  return undefined;
}

/** After a restart that the step asked for, what remains is looked for; after another one, it is tried again so often. */
function resumed(state: StepState, restarted: boolean, now: number, options: StepOptions): Next {
  const { timers } = options;
  if (state.phase === 'Ended') return ended(state);
  if (state.phase === 'Settling') return now < state.until ? stay(state) : again(state, now, options);
  if (state.phase === 'Restarting') {
    return restarted ? settling(state, now, options) : { state, action: { do: 'Restart' } };
  }
  if (!restarted) return scanning(counts(state), kindOfScan(state, options), now);
  const unexpectedRestarts = state.unexpectedRestarts + 1;
  if (unexpectedRestarts > timers.restartRetries) {
    const detail = `The computer restarted ${unexpectedRestarts} times without being asked to.`;
    return failed({ ...state, unexpectedRestarts }, 'UnexpectedRestarts', detail);
  }
  return settling({ ...state, unexpectedRestarts }, now, options);
}

function settling(state: StepState, now: number, options: StepOptions): Next {
  const { secondRestart } = options.timers;
  if (secondRestart === 0) return again(state, now, options);
  return { state: { ...counts(state), phase: 'Settling', until: now + secondRestart * 1000 }, action: { do: 'Wait' } };
}

function again(state: StepState, now: number, options: StepOptions): Next {
  return scanning(counts(state), kindOfScan(state, options), now);
}

/** A first scan that never ended has left nothing to evaluate. */
function kindOfScan(state: StepState, { cachedScan }: StepOptions): ScanKind {
  return cachedScan && state.rounds > 0 ? 'Cached' : 'Full';
}

function scanning(of: Counts, scan: ScanKind, now: number): Next {
  return { state: { ...of, phase: 'Scanning', scan, since: now }, action: { do: 'Scan', scan } };
}

function failed(state: StepState, reason: FailureReason, detail: string): Next {
  return ended({ ...counts(state), phase: 'Ended', status: 'Failed', reason, detail });
}

function ended(state: StepState): Next {
  return { state, action: { do: 'End' } };
}

function stay(state: StepState): Next {
  return { state, action: { do: 'Wait' } };
}

function counts({ rounds, unexpectedRestarts }: Counts): Counts {
  return { rounds, unexpectedRestarts };
}

function isOver(since: number, seconds: number, now: number): boolean {
  return now - since >= seconds * 1000;
}
