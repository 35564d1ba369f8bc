import type { Engine } from './engine.ts';

/**
 * Starts a worker that outlives this process: it runs what is due and ends. It has no console; it writes to the log of
 * the site. Several workers do no harm. Returns its process id.
 */
export async function startWorker({ ports, site, installation }: Engine): Promise<number> {
  const [program = '', ...leading] = installation.engine;
  return ports.processes.startDetached({
    program,
    arguments: [...leading, 'worker', 'run', '--once', `--site=${site.folder}`, '--events=none'],
    cwd: site.folder,
  });
}
