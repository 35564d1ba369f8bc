/** Calls the built engine the way any program can: arguments in, one JSON document out, events on stderr. */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const program = fileURLToPath(new URL('../dist/imgupdate.cjs', import.meta.url));

export type Document = Record<string, unknown>;

/** Runs a command and returns its document. Throws with the engine's own words when it fails. */
export type Engine = (args: string[], request?: object) => Document;

/** An engine that works on the site in `folder`. `events` = 'inherit' shows progress to the person at the terminal. */
export function engineFor(env: Record<string, string>, events: 'inherit' | 'pipe' = 'pipe'): Engine {
  return (args, request) => {
    const result = spawnSync(process.execPath, [program, ...args, ...(request === undefined ? [] : ['--input=-'])], {
      env: { ...process.env, ...env },
      encoding: 'utf8',
      maxBuffer: 64 * 1024 * 1024,
      input: request === undefined ? '' : JSON.stringify(request),
      stdio: ['pipe', 'pipe', events],
    });
    if (result.stdout === '')
      throw new Error(`imgupdate ${args.join(' ')}: exit ${result.status}\n${result.stderr ?? ''}`);
    return JSON.parse(result.stdout);
  };
}
