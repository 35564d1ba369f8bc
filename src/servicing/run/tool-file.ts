import { join } from 'node:path';
import { logPathArgument } from '../../dism/arguments.ts';
import type { Ports } from '../../ports/index.ts';
import { dismLogPrefix } from './work-folder.ts';

/** The tool that a run started last, written before the tool does anything: it may outlive the worker. */
interface ToolRecord {
  host: string;
  pid: number;
  startTime: string;
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
export async function endTools(ports: Ports, logFolder: string): Promise<boolean> {
  const noted = notedTool(ports, logFolder);
  if (noted !== undefined && noted.host !== ports.self.host) return false;
  const logging = await ports.processes.withArgument(logPathArgument(join(logFolder, dismLogPrefix)));
  for (const tool of [...(noted === undefined ? [] : [noted]), ...logging]) {
    if (!(await ports.processes.end(tool))) return false;
  }
  return true;
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
