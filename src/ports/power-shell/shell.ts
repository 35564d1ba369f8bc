/**
 * A PowerShell process that lines are written to, started by node-powershell. A file of its own in the build: most commands
 * never ask PowerShell anything. It knows nothing of scripts and answers; see `live.ts`.
 */
import type { ChildProcess } from 'node:child_process';
import { EOL } from 'node:os';
import { PowerShell } from 'node-powershell';
import type { Candidate } from './candidates.ts';

/** What came of a question. */
export interface Said {
  /** What was printed on standard output. */
  stdout: string;
  /** How the process ended over it, in words; undefined when the mark of its end was printed. */
  ended?: string;
  /** It printed more than `limit` characters and was ended for that. */
  flooded: boolean;
}

export interface Shell {
  /** Writes lines and waits until `mark` is printed. One at a time. Never throws. */
  say(lines: readonly string[], mark: string): Promise<Said>;
  /** How the process ended, in words; undefined while it lives. */
  readonly ended: string | undefined;
  /** The beginning of what was printed since the last question, on both streams. */
  readonly noise: string;
  end(): void;
}

/** Members of node-powershell 5.0.1 that its types hide. */
interface Inside {
  process: ChildProcess;
  exitPromise: Promise<void>;
}

/** node-powershell lets a variable of the environment replace the program; ours is the one that was found. */
class Host extends PowerShell {
  protected override setExecutable({ executable = '' }: { executable?: string }): string {
    return executable;
  }
}

/** Starts the program. Never throws: a program that cannot be started has ended. */
export function openShell(candidate: Candidate, { limit }: { limit: number }): Shell {
  let host: Host;
  try {
    host = new Host({
      executable: candidate.program,
      executableOptions: optionsOf(candidate),
      throwOnInvocationError: false,
      spawnOptions: { windowsHide: true, env: environmentOf(candidate) },
    });
  } catch (error) {
    const ended = error instanceof Error ? error.message : String(error);
    return { say: async () => ({ stdout: '', ended, flooded: false }), ended, noise: '', end: () => undefined };
  }
  const { process: child, exitPromise } = host as unknown as Inside;
  const { stdin, stdout, stderr } = host.streams;
  let ended: string | undefined;
  let printed = 0;
  let noise = '';
  let onText: (text: string) => void = () => undefined;

  // It must not outlive the engine, nor keep it alive: that is for whoever waits for an answer.
  const end = (): void => void child.kill('SIGKILL');
  process.once('exit', end);
  for (const handle of [child, stdin, stdout, stderr]) (handle as { unref?: () => void }).unref?.();
  const over = (how: string): void => {
    ended ??= how;
    process.removeListener('exit', end);
  };
  child.on('exit', (code, signal) => over(signal === null ? `it ended with ${code}` : `it was ended by ${signal}`));
  const gone = new Promise<void>((resolve) => {
    child.on('error', (error) => resolve(over(error.message)));
    // All that it printed has come by then.
    child.on('close', () => resolve());
  });
  // Whoever waits for an answer learns of the end; a rejection that nobody looks at would end the engine.
  exitPromise.catch(() => undefined);
  for (const stream of [stdin, stdout, stderr]) stream.on('error', () => undefined);
  for (const stream of [stdout, stderr]) {
    // node-powershell stops reading when it has what it wants; a host whose output nobody takes would stand still.
    stream.on('pause', () => stream.resume());
    stream.on('data', (text: string) => {
      printed += text.length;
      if (noise.length < 1_000) noise += text.slice(0, 1_000);
      if (printed > limit) return end();
      if (stream === stdout) onText(text);
    });
  }

  return {
    async say(lines, mark) {
      printed = 0;
      noise = '';
      const pieces: string[] = [];
      let last = '';
      // Its own `invoke` waits for ever when both of its marks come in one piece behind other output.
      const done = new Promise<true>((resolve) => {
        onText = (text) => {
          pieces.push(text);
          last += text;
          if (last.includes(mark)) resolve(true);
          // The mark may come in two pieces.
          last = last.slice(-mark.length);
        };
      });
      stdin.write(lines.map((line) => line + EOL).join(''));
      const isDone = await Promise.race([done, gone]);
      onText = () => undefined;
      const said = { stdout: pieces.join(''), flooded: printed > limit };
      return isDone === true ? said : { ...said, ended: ended ?? 'it ended' };
    },
    get ended() {
      return ended;
    },
    get noise() {
      return noise;
    },
    end,
  };
}

/**
 * In node-powershell an option is a name that is given or not, and -NoLogo comes first unless it is not given. A leading
 * argument is a name that stands before all others.
 */
function optionsOf({ leading = [], policy }: Candidate): Record<string, boolean | string> {
  const before = leading.map((argument): [string, boolean] => [argument, true]);
  const ours: [string, boolean | string][] = [
    ['-NoProfile', true],
    ['-NonInteractive', true],
    ...(policy === undefined ? [] : [['-ExecutionPolicy', policy] as [string, string]]),
  ];
  return Object.fromEntries(before.length === 0 ? ours : [['-NoLogo', false], ...before, ...ours]);
}

function environmentOf({ without = [] }: Candidate): NodeJS.ProcessEnv {
  const dropped = new Set(without.map((name) => name.toLowerCase()));
  const kept = Object.entries(process.env).filter(([name]) => !dropped.has(name.toLowerCase()));
  return {
    ...Object.fromEntries(kept),
    TERM: 'dumb',
    NO_COLOR: '1',
    POWERSHELL_TELEMETRY_OPTOUT: '1',
    POWERSHELL_UPDATECHECK: 'Off',
  };
}
