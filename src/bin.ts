/** The engine as a program: the real world in, the exit code out. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runCommandLine } from './cli/main.ts';
import { taskRunner } from './images/library/tasks.ts';
import { realPorts } from './ports/index.ts';
import { answerAsThread, isThread } from './ports/node-threads.ts';

if (isThread) answerAsThread(taskRunner(realPorts(process.env)).run as (request: unknown) => unknown);
else main();

function main(): void {
  const interrupted = new AbortController();
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(name, () => (interrupted.signal.aborted ? process.exit(130) : interrupted.abort()));
  }

  const folder = import.meta.dirname;
  runCommandLine(process.argv.slice(2), {
    ports: realPorts(process.env),
    installation: {
      engine: [process.execPath, join(folder, 'imgupdate.cjs')],
      emulator: [process.execPath, join(folder, 'imgupdate-dism.cjs')],
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
