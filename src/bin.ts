/** The engine as a program: the real world in, the exit code out. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runCommandLine } from './cli/main.ts';
import { realPorts } from './ports/index.ts';
import { answerAsThread, isThread } from './ports/node-threads.ts';

if (isThread) answerTasks();
else main();

/** The tasks of threads read images: what that takes is loaded here alone. */
async function answerTasks(): Promise<void> {
  const { taskRunner } = await import('./images/library/tasks.ts');
  answerAsThread(taskRunner(realPorts(process.env)).run as (request: unknown) => unknown);
}

function main(): void {
  // What root makes is written by root alone, whatever started it.
  if (process.getuid?.() === 0) process.umask(process.umask() | 0o022);
  const interrupted = new AbortController();
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(name, () => (interrupted.signal.aborted ? process.exit(130) : interrupted.abort()));
  }

  const folder = import.meta.dirname;
  runCommandLine(process.argv.slice(2), {
    ports: realPorts(process.env),
    installation: {
      engine: [process.execPath, join(folder, 'imgupdate.cjs')],
      emulator: otherEmulator(process.env['IMGUPDATE_EMULATOR']) ?? [
        process.execPath,
        join(folder, 'imgupdate-dism.cjs'),
      ],
      schemaFolder: join(folder, 'schemas', 'v1'),
      version: JSON.parse(readFileSync(join(folder, 'version.json'), 'utf8')).version,
    },
    // Opened when it is first needed: most commands never read it.
    get stdin() {
      return process.stdin;
    },
    stdout: process.stdout,
    stderr: process.stderr,
    signal: interrupted.signal,
  }).then((code) => process.exit(code));
}

/**
 * IMGUPDATE_EMULATOR: a JSON list of program and arguments that stands in for the emulator of this installation, to measure
 * or to spoil what a rehearsal does. Only images that carry the emulator's mark are ever given to it.
 */
function otherEmulator(text: string | undefined): string[] | undefined {
  if (text === undefined) return undefined;
  const command: unknown = JSON.parse(text);
  const isCommand = Array.isArray(command) && command.length > 0 && command.every((word) => typeof word === 'string');
  if (!isCommand) throw new TypeError('IMGUPDATE_EMULATOR is no JSON list of program and arguments');
  return command;
}
