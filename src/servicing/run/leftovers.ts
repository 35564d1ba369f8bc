import { unfinishedContent } from '../../content/unfinished.ts';
import { imageLock, ownerLives } from '../../site/locks.ts';
import type { Engine } from './engine.ts';
import type { Finding } from './recover.ts';

/** What `recover` would settle, without touching anything. */
export async function inspectLeftovers({ ports, site }: Engine): Promise<Finding[]> {
  const locks = await site.database.selectFrom('lock').selectAll().execute();
  const stale = new Set<string>();
  for (const lock of locks) {
    if (!(await ownerLives(ports, lock))) stale.add(lock.name);
  }
  const running = await site.database.selectFrom('run').selectAll().where('status', '=', 'Running').execute();
  const interrupted = running.filter((run) => {
    const name = imageLock(run.image_id);
    return stale.has(name) || !locks.some((lock) => lock.name === name);
  });
  return [
    ...interrupted.map(
      (run): Finding => ({ kind: 'run', target: run.run_id, mended: false, message: `Interrupted: ${run.phase}.` }),
    ),
    ...unfinishedContent({ ports, site }).map(
      (path): Finding => ({ kind: 'file', target: path, mended: false, message: 'A copy that was never finished.' }),
    ),
    ...[...stale].map(
      (name): Finding => ({ kind: 'lock', target: name, mended: false, message: 'Its process has ended.' }),
    ),
  ];
}
