import type { Clock } from '../ports/clock.ts';
import type { ProcessEnd, ProcessRunner, RunningProcess } from '../ports/processes.ts';
import { commonArguments } from './arguments.ts';
import { DismError } from './dism-error.ts';
import { type Ended, outcomeOf } from './outcome.ts';
import { collectOutput } from './output-collector.ts';
import { type Silence, type SilenceWatch, watchSilence } from './silence.ts';
import type { CallOptions, DismResult } from './types.ts';

export interface Tool {
  /** Program and leading arguments. */
  command: string[];
  processes: ProcessRunner;
  /** With both, every call is watched: told when it is silent for longer than its phase allows; see `silence.ts`. */
  clock?: Clock;
  onSilence?: (silence: Silence | undefined) => void;
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
  const watch = watched(tool, args, () => output.caption);
  let running: RunningProcess | undefined;
  const onOutput = (bytes: Uint8Array): void => {
    watch?.heard();
    if (!output.add(bytes)) void running?.kill();
  };
  try {
    const { signal } = options;
    running = await tool.processes.start({ program, arguments: all, onOutput, signal });
  } catch (cause) {
    watch?.end();
    throw notStarted(program, about, cause);
  }
  if (output.flooded) await running.kill();
  const end = await reportedAndFinished(running, options).finally(() => watch?.end());
  output.end();
  const ended: Ended = {
    ...about,
    end,
    lines: output.lines,
    flooded: output.flooded,
    isShortStatus: process.platform !== 'win32',
    aborted: options.signal?.aborted ?? false,
  };
  return { result: outcomeOf(ended), lines: output.lines };
}

function watched({ clock, onSilence }: Tool, args: readonly string[], caption: () => string): SilenceWatch | undefined {
  if (clock === undefined || onSilence === undefined) return undefined;
  // "/Image:<folder>" may come before it; no other option of ours does.
  const command = args.find((argument) => !argument.startsWith('/Image:'))?.slice(1) ?? '';
  return watchSilence({ clock, command, caption }, onSilence);
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
