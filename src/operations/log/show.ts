import { join } from 'node:path';
import type { LogShowRequest, LogShowResult } from '../../contract/generated/types.ts';
import { logShow as validate } from '../../contract/generated/validators.js';
import { parseDismLog } from '../../dism/log.ts';
import { Problem } from '../../errors.ts';
import { flatText, parseServicingLog, servicingLogName } from '../../report/servicing-log.ts';
import type { Engine } from '../../servicing/run/engine.ts';
import { careFor } from '../../servicing/run/follow.ts';
import { findRun, isOver, type RunRow } from '../../servicing/run/run-store.ts';
import { engineOf } from '../engine-of.ts';
import type { Context, Operation } from '../operation.ts';
import { type LogFile, type Position, readCursor, readNew, writeCursor } from './growing.ts';

const ranks = { Error: 2, Warning: 1, Info: 0 } as const;
/** Entries of an answer at most: following a debug log of DISM must not fill the memory. */
const mostEntries = 100_000;
/** Milliseconds: how often a log is looked at, and how often whether somebody still works on the run. */
const interval = 200;
const careInterval = 3_000;
/** Looks for the last line of a run after its end: it is written right after the end is noted. */
const lastLooks = 25;
/** Bytes of the end of a log in which its last line is looked for. */
const endOfLog = 64 * 1024;

type Entry = LogShowResult['entries'][number];

export const logShow: Operation<LogShowRequest, LogShowResult> = {
  name: 'log.show',
  validate,
  async run(request, context) {
    const engine = await engineOf(context);
    if (request.wait === true) return { result: await follow(engine, request, context.signal) };
    const run = request.runId === undefined ? undefined : await findRun(engine.site.database, request.runId);
    return { result: look(engine, run, request) };
  },
};

/** The answer without the version of the contract. */
type Answer = Pick<LogShowResult, 'path' | 'entries' | 'next' | 'over'>;

/** What the log holds now: its last entries, or those behind a cursor. */
function look(engine: Engine, run: RunRow | undefined, request: LogShowRequest): Answer {
  if (run !== undefined && run.log_path === null) {
    throw new Problem('ImgRunNotFound', { detail: `The run ${run.run_id} has not started, so it has no log yet.` });
  }
  const position = request.after === undefined ? undefined : readCursor(request.after);
  const reading = readEntries(engine, run, request, position);
  const { tail = position === undefined ? 200 : mostEntries } = request;
  const over = run !== undefined && isOver(run.status) && !reading.hasMore;
  return { path: reading.path, entries: reading.entries.slice(-tail), next: writeCursor(reading.position), over };
}

/**
 * Follows a log to the end of its run, telling each entry as an event; that of the site, as long as the caller wants. When
 * `timeout` is over it ends with what came until then: that is no problem, for `next` goes on from there.
 */
async function follow(engine: Engine, request: LogShowRequest, signal: AbortSignal): Promise<Answer> {
  const { ports, site, emit } = engine;
  const { runId, timeout } = request;
  const now = (): number => ports.clock.now().getTime();
  const deadline = timeout === undefined ? Number.POSITIVE_INFINITY : now() + timeout * 1000;
  let position = request.after === undefined ? undefined : readCursor(request.after);
  let entries: Entry[] = [];
  let cared = now();
  let looksLeft = lastLooks;
  for (;;) {
    const run = runId === undefined ? undefined : await findRun(site.database, runId);
    const reading = readEntries(engine, run, request, position);
    const fresh = position === undefined ? reading.entries.slice(-(request.tail ?? 200)) : reading.entries;
    // One run's folder comes with its start: what is before the first reading is nothing to be left out.
    position = reading.position;
    for (const entry of fresh) emit(entryEvent(entry, runId));
    entries = [...entries, ...fresh].slice(-mostEntries);
    const result = { path: reading.path, entries, next: writeCursor(position) };
    const isEnded = run !== undefined && isOver(run.status);
    const over = isEnded && !reading.hasMore && (isWhole(engine, run) || looksLeft-- <= 0);
    if (over || (!reading.hasMore && now() >= deadline)) return { ...result, over };
    if (runId !== undefined && now() - cared > careInterval) {
      cared = now();
      await careFor(engine, runId);
    }
    if (!reading.hasMore) await ports.clock.pause(interval, signal);
    signal.throwIfAborted();
  }
}

interface EntryReading {
  path: string;
  entries: Entry[];
  position: Position;
  hasMore: boolean;
}

function readEntries(
  engine: Engine,
  run: RunRow | undefined,
  { source = 'Engine', level = 'Info' }: LogShowRequest,
  position: Position | undefined,
): EntryReading {
  const folder = run === undefined ? engine.site.logFolder : run.log_path;
  // A run that nobody has begun has no log; one that was cancelled then never has.
  if (folder === null) {
    return { path: '', entries: [], position: new Map(), hasMore: false };
  }
  const isEnded = run !== undefined && isOver(run.status);
  const logs =
    source === 'Engine' ? [{ name: servicingLogName, path: join(folder, servicingLogName) }] : dismLogs(engine, folder);
  const { texts, ...reading } = readNew(engine.ports, logs, { position, isOver: isEnded });
  const entries = texts.flatMap((text): Entry[] =>
    source === 'Engine'
      ? parseServicingLog(text).map((entry) => ({ ...entry }))
      : parseDismLog(text, mostEntries).map(dismEntry),
  );
  return {
    ...reading,
    path: logs.at(-1)?.path ?? folder,
    entries: entries.filter((entry) => ranks[entry.level] >= ranks[level]),
  };
}

/** Whether a run that is over has written the end of its log, its summary: it does so right after it noted the end. */
function isWhole({ ports }: Engine, { log_path, summary }: RunRow): boolean {
  if (log_path === null || summary === null) return true;
  const path = join(log_path, servicingLogName);
  return ports.files.facts(path) === undefined || ports.files.tail(path, endOfLog).includes(flatText(summary));
}

function entryEvent({ time, level, source, message }: Entry, runId: string | undefined) {
  const levels = { Error: 'error', Warning: 'warning', Info: 'info' } as const;
  const of = runId === undefined ? {} : { runId };
  return { level: levels[level], type: 'log.entry', message, ...of, data: { time, source } };
}

/** The logs of the calls of one run, in the order of its steps; of all runs when none is named. */
function dismLogs({ ports }: Pick<Context, 'ports'>, folder: string): LogFile[] {
  const here = ports.files.names(folder).filter((name) => name.startsWith('dism-'));
  if (here.length > 0) return here.map((name) => ({ name, path: join(folder, name) }));
  // A run that ended before its first call has its own log alone; logs are no folders.
  const runs = ports.files.names(folder).filter((name) => ports.files.facts(join(folder, name))?.kind === 'folder');
  return runs.flatMap((run) =>
    ports.files
      .names(join(folder, run))
      .filter((name) => name.startsWith('dism-'))
      .map((name) => ({ name: `${run}/${name}`, path: join(folder, run, name) })),
  );
}

/** DISM writes local times without a zone; where the log was written here, that is this machine's zone. */
function dismEntry({ time, level, source, text }: ReturnType<typeof parseDismLog>[number]): Entry {
  return {
    time: time === '' ? null : new Date(time).toISOString(),
    level: level === 'Debug' ? 'Info' : level,
    source,
    message: text,
  };
}
