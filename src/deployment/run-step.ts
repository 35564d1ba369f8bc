/** Runs the step on this computer: the state machine decides, the update agent does. */
import { Problem } from '../errors.ts';
import type { Ports } from '../ports/index.ts';
import {
  type AgentUpdate,
  type AgentWork,
  agentWork,
  lastStart,
  restartComputer,
  startInstall,
  startScan,
} from '../ports/power-shell/scripts/update-agent.ts';
import { type Database, writeTransaction } from '../site/database.ts';
import { whileHolding } from '../site/locks.ts';
import { after, begin, type Next, type StepEvent, type StepOptions, shownProgress } from './step/flow.ts';
import type { InstallStepTable } from './tables.ts';

export interface StepWish extends StepOptions {
  /** Mandatory: without those that Windows only offers. */
  target: 'All' | 'Mandatory';
  acceptLicenseTerms: boolean;
  /** Restart the computer where an update asks for it; else the step ends there, to be called again. */
  restart: boolean;
}

/** An update that a scan found, and what came of it. */
export interface StepUpdate extends Omit<AgentUpdate, 'isLicenseAccepted' | 'asksUser'> {
  status: 'Available' | 'Installed' | 'Failed' | 'Skipped';
  /** Why it was skipped; HRESULT of what failed; else null. */
  reason: string | null;
}

export interface StepOutcome {
  status: 'Succeeded' | 'Failed' | 'RestartRequired';
  reasonCode: string | null;
  detail: string;
  rounds: number;
  updates: StepUpdate[];
}

export interface StepContext {
  database: Database;
  ports: Ports;
  signal: AbortSignal;
  tell(message: string, progress?: { done: number; total: number; unit: string }): void;
}

/** Milliseconds between two looks at the agent. */
const pollEvery = 2000;
const lockName = 'install-updates';

/** What would be installed: a scan, and nothing more. Throws Problem ImgUpdateAgentFailed. */
export async function scanOnly(context: StepContext, wish: StepWish): Promise<StepUpdate[]> {
  await context.ports.shell.ask(startScan, { cached: false });
  let next = begin(now(context));
  while (next.action.do !== 'End') {
    const work = await look(context);
    if (work.status === 'Complete') return work.updates.map((update) => judged(update, wish));
    next = after(next.state, scanEvent(work, 0), now(context), wish);
  }
  const { state } = next;
  context.ports.shell.end();
  throw new Problem('ImgUpdateAgentFailed', {
    detail: state.phase === 'Ended' && 'detail' in state ? state.detail : '',
  });
}

/**
 * Begins the step, or goes on with one that a restart cut. One at a time on a computer. Throws Problem
 * ImgInstallUnderway, and those of PowerShell; how the step itself ended is in the outcome.
 */
export async function runStep(context: StepContext, wish: StepWish): Promise<StepOutcome> {
  const { database, ports } = context;
  return whileHolding({ database, ports }, lockName, {
    async work() {
      try {
        return await walk(context, wish);
      } finally {
        // What still runs in the host belongs to nobody any more.
        ports.shell.end();
      }
    },
    refused({ pid, host }) {
      throw new Problem('ImgInstallUnderway', { detail: `Process ${pid} on ${host} installs updates.` });
    },
  });
}

async function walk(context: StepContext, wish: StepWish): Promise<StepOutcome> {
  const { ports, signal, tell } = context;
  const booted = await ports.shell.ask(lastStart, null);
  const left = await stored(context);
  const done = new Map<string, StepUpdate>();
  let next: Next = begin(now(context));
  if (left !== undefined) {
    for (const update of JSON.parse(left.updates_json) as StepUpdate[]) done.set(keyOf(update), update);
    const restarted = left.booted !== booted;
    next = after(JSON.parse(left.state_json), { kind: 'resumed', restarted }, now(context), wish);
    tell(restarted ? 'Goes on after a restart.' : 'Goes on where it was cut.');
  }
  let chosen: StepUpdate[] = [];
  for (;;) {
    signal.throwIfAborted();
    const { state, action } = next;
    if (action.do === 'End') {
      await forget(context);
      const rounds = state.rounds;
      const updates = [...done.values()];
      if (state.phase === 'Ended' && state.status === 'Failed') {
        return { status: 'Failed', reasonCode: state.reason, detail: state.detail, rounds, updates };
      }
      return {
        status: 'Succeeded',
        reasonCode: null,
        detail: 'A scan finds nothing more to install.',
        rounds,
        updates,
      };
    }
    if (action.do !== 'Wait')
      await store(context, {
        booted,
        state_json: JSON.stringify(state),
        updates_json: JSON.stringify([...done.values()]),
      });
    if (action.do === 'Restart') {
      if (wish.restart) await ports.shell.ask(restartComputer, null);
      const detail = wish.restart ? 'The computer restarts.' : 'An update asks for a restart of the computer.';
      const updates = [...done.values()];
      return { status: 'RestartRequired', reasonCode: null, detail, rounds: state.rounds, updates };
    }
    if (action.do === 'Scan') {
      tell(`${action.scan} scan.`);
      await ports.shell.ask(startScan, { cached: action.scan === 'Cached' });
    }
    if (action.do === 'Install') {
      tell(`Installs ${chosen.length} updates.`, { done: 0, total: 100, unit: 'percent' });
      const updates = chosen.map(({ updateId, revisionNumber }) => ({ updateId, revisionNumber }));
      await ports.shell.ask(startInstall, { updates });
    }
    const event = await heard(next);
    next = after(state, event, now(context), wish);
  }

  /** Looks at what the state waits for, notes what became of updates, and says what was heard. */
  async function heard({ state }: Next): Promise<StepEvent> {
    const work = state.phase === 'Settling' ? await pauseOnly() : await look(context);
    if (work === undefined) return { kind: 'waited' };
    if (state.phase === 'Scanning') {
      if (work.status !== 'Complete') return scanEvent(work, 0);
      const found = work.updates.map((update) => judged(update, wish));
      for (const update of found) if (update.status === 'Skipped') done.set(keyOf(update), update);
      chosen = found.filter(({ status }) => status === 'Available');
      return scanEvent(work, chosen.length);
    }
    note(work);
    if (work.status === 'InProgress') {
      const { position } = work;
      const stage = work.stage === 'Scanning' ? 'Locating' : work.stage;
      const halves = stage === 'Installing' ? chosen.length + position : position;
      tell(`${stage}: ${chosen[position]?.title ?? ''}`, {
        ...{ done: shownProgress(halves, chosen.length * 2), total: 100, unit: 'percent' },
      });
      // The agent does not say how many bytes came.
      return { kind: 'install', status: 'InProgress', stage, position, bytes: null };
    }
    if (work.status === 'Failed') return { kind: 'install', status: 'Failed', detail: work.detail };
    return { kind: 'install', status: 'Complete', restartRequired: work.restartRequired };
  }

  function note(work: AgentWork): void {
    for (const result of work.results) {
      const update = chosen.find((each) => keyOf(each) === keyOf(result));
      if (update === undefined) continue;
      const status = result.isInstalled ? 'Installed' : 'Failed';
      done.set(keyOf(update), { ...update, status, reason: result.isInstalled ? null : result.code });
    }
  }

  async function pauseOnly(): Promise<undefined> {
    await ports.clock.pause(pollEvery, signal);
  }
}

function judged({ isLicenseAccepted, asksUser, ...update }: AgentUpdate, wish: StepWish): StepUpdate {
  const reason = !update.isMandatory && wish.target === 'Mandatory' ? 'It is optional.' : undefined;
  const licence = !isLicenseAccepted && !wish.acceptLicenseTerms ? 'Its licence terms are not accepted.' : undefined;
  const asks = asksUser ? 'It may ask the user while it is installed.' : undefined;
  const why = reason ?? licence ?? asks;
  return { ...update, status: why === undefined ? 'Available' : 'Skipped', reason: why ?? null };
}

function scanEvent(work: AgentWork, found: number): StepEvent {
  if (work.status === 'Failed') return { kind: 'scan', status: 'Failed', detail: work.detail };
  if (work.status === 'Complete') return { kind: 'scan', status: 'Complete', found };
  return { kind: 'scan', status: 'InProgress' };
}

/** One look at the agent; waits first, so that nobody asks all the time. */
async function look({ ports, signal }: StepContext): Promise<AgentWork> {
  await ports.clock.pause(pollEvery, signal);
  return ports.shell.ask(agentWork, null);
}

function keyOf({ updateId, revisionNumber }: { updateId: string; revisionNumber: number }): string {
  return `${updateId} ${revisionNumber}`;
}

function now({ ports }: StepContext): number {
  return ports.clock.now().getTime();
}

function stored({ database, ports }: StepContext): Promise<InstallStepTable | undefined> {
  return database.selectFrom('install_step').selectAll().where('host', '=', ports.self.host).executeTakeFirst();
}

async function store(
  { database, ports }: StepContext,
  row: Pick<InstallStepTable, 'booted' | 'state_json' | 'updates_json'>,
): Promise<void> {
  const values = { ...row, written: ports.clock.now().toISOString() };
  await writeTransaction(database, (writer) =>
    writer
      .insertInto('install_step')
      .values({ host: ports.self.host, ...values })
      .onConflict((conflict) => conflict.column('host').doUpdateSet(values))
      .execute(),
  );
}

async function forget({ database, ports }: StepContext): Promise<void> {
  await writeTransaction(database, (writer) =>
    writer.deleteFrom('install_step').where('host', '=', ports.self.host).execute(),
  );
}
