import { workerCommand } from '../wakers/command.ts';
import { ring } from './bell.ts';
import type { Engine } from './engine.ts';

/**
 * Starts a worker that outlives this process: it runs what is due and ends. It has no console; it writes to the log of
 * the site. Several workers do no harm. Returns its process id.
 */
export async function startWorker(engine: Engine): Promise<number> {
  ring(engine);
  const [program = '', ...args] = workerCommand(engine);
  return engine.ports.processes.startDetached({ program, arguments: args, cwd: engine.site.folder });
}
