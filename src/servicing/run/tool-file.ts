import { join } from 'node:path';
import type { Ports } from '../../ports/index.ts';

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
 * Ends the tool that an interrupted run left behind, before anybody touches its mount or its files. Returns false when
 * it could not be ended, or when it runs on another machine.
 */
export async function endRememberedTool(ports: Ports, folder: string): Promise<boolean> {
  const path = join(folder, name);
  if (ports.files.facts(path) === undefined) return true;
  const record = readRecord(ports.files.text(path, 10_000));
  if (record === undefined) return true;
  if (record.host !== ports.self.host) return false;
  return ports.processes.end(record);
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
