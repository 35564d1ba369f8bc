import { join } from 'node:path';
import { logPathArgument } from '../../dism/arguments.ts';
import { Problem } from '../../errors.ts';
import type { Ports } from '../../ports/index.ts';
import type { ProcessIdentity } from '../../ports/processes.ts';
import type { ServicingLog } from '../../report/servicing-log.ts';
import { dismLogPrefix } from './work-folder.ts';

/** The tool that a run started last, written before the tool does anything: it may outlive the worker. */
interface ToolRecord extends ProcessIdentity {
  host: string;
}

const name = 'tool.json';

export function rememberTool(ports: Ports, folder: string, pid: number, startTime: string): void {
  const record: ToolRecord = { host: ports.self.host, pid, startTime };
  ports.files.replaceText(join(folder, name), JSON.stringify(record));
}

/**
 * Ends the tool that an interrupted run left behind, before anybody touches its mount or its files: the one that was
 * noted, and one that had just been started when its worker died, which its log file gives away. Returns false when one
 * could not be ended, or when it runs on another machine.
 */
export async function endTools(
  { ports, log }: { ports: Ports; log: Pick<ServicingLog, 'write'> },
  logFolder: string,
): Promise<boolean> {
  const noted = notedTool(ports, logFolder);
  if (noted !== undefined && noted.host !== ports.self.host) return false;
  const logging = await loggingTools({ ports, log }, logFolder);
  for (const tool of [...(noted === undefined ? [] : [noted]), ...logging]) {
    if (!(await ports.processes.end(tool))) return false;
  }
  return true;
}

/**
 * Where the system ends a tool with its worker, not being able to ask for one is told and no reason to stop: this search
 * is for the moment in which the tool was started and the system did not know yet whose it is.
 */
async function loggingTools(
  { ports, log }: { ports: Ports; log: Pick<ServicingLog, 'write'> },
  logFolder: string,
): Promise<ProcessIdentity[]> {
  try {
    return await ports.processes.withArgument(logPathArgument(join(logFolder, dismLogPrefix)));
  } catch (error) {
    if (!(error instanceof Problem) || !ports.processes.childrenEndWithUs) throw error;
    log.write(`Whether a servicing tool is left could not be asked: ${error.message}`, 'Warning');
    return [];
  }
}

function notedTool(ports: Ports, logFolder: string): ToolRecord | undefined {
  const path = join(logFolder, name);
  return ports.files.facts(path) === undefined ? undefined : readRecord(ports.files.text(path, 10_000));
}

/** Half a file is possible only when the machine went down, and then the tool went with it. */
function readRecord(text: string): ToolRecord | undefined {
  try {
    const record = JSON.parse(text) as Partial<ToolRecord> | null;
    const { host, pid, startTime } = record ?? {};
    if (typeof host !== 'string' || typeof startTime !== 'string' || !Number.isInteger(pid)) return undefined;
    return record as ToolRecord;
  } catch {
    return undefined;
  }
}
