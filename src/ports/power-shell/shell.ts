/**
 * A PowerShell process that lines are written to, over node-powershell. A file of its own in the build: most commands
 * never ask PowerShell anything. It knows nothing of scripts and answers; see `live.ts`.
 */
import type { ChildProcess } from 'node:child_process';
import { PowerShell } from 'node-powershell';
import type { Candidate } from './candidates.ts';

/** What came of a line. */
export interface Said {
  /** What was printed on standard output until the line was done; empty when that did not come. */
  stdout: string;
  /** How the process ended over it, in words. */
  ended?: string;
  /** It printed more than `limit` characters and was ended for that. */
  flooded: boolean;
}

export interface Shell {
  /** Writes one line and gives what was printed until it was done. Never throws. */
  say(line: string): Promise<Said>;
  /** How the process ended, in words; undefined while it lives. */
  readonly ended: string | undefined;
  /** The beginning of what was printed since the last line was written, on both streams. */
  readonly noise: string;
  end(): void;
}

/** Members of node-powershell 5.0.1 that its types hide. */
interface Inside {
  process: ChildProcess;
  exitPromise: Promise<void>;
}

/** What node-powershell has printed around each line, on both streams. */
const delimiters = /^[0-9A-Za-z]{16}$/gm;

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

  // It must not outlive the engine, nor keep it alive: that is for whoever waits for an answer.
  const end = (): void => void child.kill('SIGKILL');
  process.once('exit', end);
  for (const handle of [child, stdin, stdout, stderr]) (handle as { unref?: () => void }).unref?.();
  let over: (how: string) => void = () => undefined;
  const gone = new Promise<void>((resolve) => {
    over = (how) => {
      ended ??= how;
      process.removeListener('exit', end);
      resolve();
    };
  });
  child.on('error', (error) => over(error.message));
  child.on('exit', (code, signal) => over(signal === null ? `it ended with ${code}` : `it was ended by ${signal}`));
  // Whoever waits for an answer learns of the end; a rejection that nobody looks at would end the engine.
  exitPromise.catch(() => undefined);
  for (const stream of [stdin, stdout, stderr]) stream.on('error', () => undefined);
  for (const stream of [stdout, stderr]) {
    stream.on('data', (text: string) => {
      printed += text.length;
      if (noise.length < 1_000) noise += text.slice(0, 1_000);
      if (printed > limit) end();
    });
  }

  return {
    async say(line) {
      printed = 0;
      noise = '';
      // What waits inside node-powershell when the process ends is dropped there without a word.
      const record = (await Promise.race([host.invoke(line).catch(() => undefined), gone])) ?? undefined;
      // It would keep everything that was ever said.
      host.history.length = 0;
      const flooded = printed > limit;
      if (record?.stdout === undefined) return { stdout: '', ended: ended ?? 'it ended', flooded };
      return { stdout: record.stdout.toString(), flooded };
    },
    get ended() {
      return ended;
    },
    get noise() {
      return noise.replace(delimiters, '');
    },
    end,
  };
}

/**
 * In node-powershell an option is a name that is given or not, and -NoLogo comes first unless it is not given. A leading
 * argument is a name that stands before all others.
 */
function optionsOf({ leading = [] }: Candidate): Record<string, boolean> {
  const before = leading.map((argument): [string, boolean] => [argument, true]);
  const ours: [string, boolean][] = [
    ['-NoProfile', true],
    ['-NonInteractive', true],
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
