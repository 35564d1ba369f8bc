import type { ProcessEnd, ProcessRunner, RunningProcess } from '../ports/processes.ts';
import { commonArguments } from './arguments.ts';
import { DismError } from './dism-error.ts';
import { type Ended, outcomeOf } from './outcome.ts';
import { collectOutput } from './output-collector.ts';
import type { CallOptions, DismResult } from './types.ts';

export interface Tool {
  /** Program and leading arguments. */
  command: string[];
  processes: ProcessRunner;
}

/** Runs one command to its end. Returns its result and the printed lines, or throws `DismError`. */
export async function runCommand(
  tool: Tool,
  args: string[],
  options: CallOptions,
): Promise<{ result: DismResult; lines: readonly string[] }> {
  const [program = '', ...leading] = tool.command;
  const all = [...leading, ...commonArguments(options), ...args];
  const about = { command: [program, ...all].map(quoted).join(' '), logPath: options.logPath };
  if (options.signal?.aborted) throw cancelledBefore(about);

  const output = collectOutput(options.onProgress);
  let running: RunningProcess | undefined;
  const onOutput = (bytes: Uint8Array): void => {
    if (!output.add(bytes)) void running?.kill();
  };
  try {
    const { signal } = options;
    running = await tool.processes.start({ program, arguments: all, onOutput, signal });
  } catch (cause) {
    throw notStarted(program, about, cause);
  }
  if (output.flooded) await running.kill();
  const end = await reportedAndFinished(running, options);
  output.end();
  const ended: Ended = {
    ...about,
    end,
    lines: output.lines,
    flooded: output.flooded,
    aborted: options.signal?.aborted ?? false,
  };
  return { result: outcomeOf(ended), lines: output.lines };
}

/** A caller that cannot note the process must not leave it running unknown. */
async function reportedAndFinished(running: RunningProcess, options: CallOptions): Promise<ProcessEnd> {
  try {
    options.onStarted?.(running.pid, running.startTime);
  } catch (error) {
    await running.kill();
    await running.finished;
    throw error;
  }
  return running.finished;
}

function cancelledBefore(about: { command: string; logPath: string | undefined }): DismError {
  return new DismError({
    ...about,
    reason: 'cancelled',
    code: 1223,
    message: 'Cancelled before the tool was started.',
  });
}

function notStarted(
  program: string,
  about: { command: string; logPath: string | undefined },
  cause: unknown,
): DismError {
  const code = (cause as { code?: unknown } | undefined)?.code;
  const elevation = code === 'EACCES' && /dism\.exe$/i.test(program);
  const why =
    code === 'ENOENT'
      ? 'it was not found'
      : code === 'EACCES'
        ? 'access was denied'
        : `it could not be run (${String(code)})`;
  return new DismError({
    ...about,
    reason: elevation ? 'not-elevated' : 'not-found',
    code: elevation ? 740 : code === 'EACCES' ? 5 : 2,
    message: `The servicing tool "${program}" was not started: ${why}.`,
    cause,
  });
}

function quoted(argument: string): string {
  return /\s/.test(argument) ? `"${argument}"` : argument;
}
