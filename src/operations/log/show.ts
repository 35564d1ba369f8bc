import { join } from 'node:path';
import type { LogShowRequest, LogShowResult } from '../../contract/generated/types.ts';
import { logShow as validate } from '../../contract/generated/validators.js';
import { parseDismLog } from '../../dism/log.ts';
import { Problem } from '../../errors.ts';
import { parseServicingLog, servicingLogName } from '../../report/servicing-log.ts';
import { findRun } from '../../servicing/run/run-store.ts';
import type { Context, Operation } from '../operation.ts';

/** Bytes that are read of a log at most, from its end: a debug log of DISM has 50 MB. */
const readLimit = 4 * 1024 * 1024;
const ranks = { Error: 2, Warning: 1, Info: 0 } as const;

export const logShow: Operation<LogShowRequest, LogShowResult> = {
  name: 'log.show',
  validate,
  async run(request, context) {
    const { source = 'Engine', tail = 200, level = 'Info' } = request;
    const folder = await logFolderOf(context, request.runId);
    const paths = source === 'Engine' ? [join(folder, servicingLogName)] : dismLogs(context, folder);
    const { files } = context.ports;
    const entries = paths
      .filter((path) => files.facts(path) !== undefined)
      .flatMap((path) => {
        const text = files.tail(path, readLimit);
        return source === 'Engine' ? parseServicingLog(text) : parseDismLog(text).map(dismEntry);
      })
      .filter((entry) => ranks[entry.level] >= ranks[level]);
    return { result: { path: paths.at(-1) ?? folder, entries: entries.slice(-tail) } };
  },
};

async function logFolderOf({ site }: Context, runId: string | undefined): Promise<string> {
  const { database, logFolder } = await site();
  if (runId === undefined) return logFolder;
  const run = await findRun(database, runId);
  if (run.log_path !== null) return run.log_path;
  throw new Problem('ImgRunNotFound', { detail: `The run ${runId} has not started, so it has no log yet.` });
}

/** The logs of the calls of one run, in the order of its steps; of all runs when none is named. */
function dismLogs({ ports }: Context, folder: string): string[] {
  const here = ports.files.names(folder).filter((name) => name.startsWith('dism-'));
  if (here.length > 0) return here.map((name) => join(folder, name));
  // A run that ended before its first call has its own log alone; logs are no folders.
  const runs = ports.files.names(folder).filter((name) => ports.files.facts(join(folder, name))?.kind === 'folder');
  return runs.flatMap((run) =>
    ports.files
      .names(join(folder, run))
      .filter((name) => name.startsWith('dism-'))
      .map((name) => join(folder, run, name)),
  );
}

/** DISM writes local times without a zone; where the log was written here, that is this machine's zone. */
function dismEntry({
  time,
  level,
  source,
  text,
}: ReturnType<typeof parseDismLog>[number]): LogShowResult['entries'][number] {
  return {
    time: time === '' ? null : new Date(time).toISOString(),
    level: level === 'Debug' ? 'Info' : level,
    source,
    message: text,
  };
}
