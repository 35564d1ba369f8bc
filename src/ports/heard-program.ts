import type { Command, ProcessRunner, RunningProcess } from './processes.ts';

const mostOutput = 4000;

export interface HeardProgram extends RunningProcess {
  /** The last three lines that it printed, for the end of a sentence. */
  lastLines(): string;
}

/** Starts a program of which only its end and its last words matter. Undefined when it is not on this machine. */
export async function startHeard(
  { processes }: { processes: Pick<ProcessRunner, 'start'> },
  command: Command,
  signal?: AbortSignal,
): Promise<HeardProgram | undefined> {
  let said = '';
  const decoder = new TextDecoder('latin1');
  const onOutput = (bytes: Uint8Array): void => {
    said = (said + decoder.decode(bytes)).slice(-mostOutput);
  };
  try {
    const running = await processes.start({ ...command, onOutput, signal });
    const { pid, startTime, finished } = running;
    return { pid, startTime, finished, kill: () => running.kill(), lastLines: () => lastLinesOf(said) };
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code !== 'ENOENT' && code !== 'EACCES') throw error;
    return undefined;
  }
}

function lastLinesOf(said: string): string {
  const lines = said.split(/[\r\n]+/).filter((line) => line.trim() !== '');
  return lines.slice(-3).join(' ').slice(0, 500);
}
