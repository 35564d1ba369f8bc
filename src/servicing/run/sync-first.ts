import { asProblem } from '../../errors.ts';
import type { ServicingLog } from '../../report/servicing-log.ts';
import { writeTransaction } from '../../site/database.ts';
import type { Settings } from '../../site/settings.ts';
import { sourceRows } from '../../sources/store/sources.ts';
import { synchronise } from '../../sources/sync/sync.ts';
import type { SourceTable } from '../../sources/tables.ts';
import type { Engine } from './engine.ts';
import type { Order, RunRow } from './run-store.ts';

interface Asking {
  run: RunRow;
  order: Order;
  settings: Settings;
  signal: AbortSignal;
  log: ServicingLog;
}

const day = 86_400_000;

/**
 * Synchronises before a run that is due and chooses its updates, so that the month's update is known; once for all images
 * of one time. A source that fails is no failure of the run: what is known decides, and the sentences that are returned
 * say how old it is. Throws the reason of the signal.
 */
export async function syncFirst(engine: Engine, { run, order, settings, signal, log }: Asking): Promise<string[]> {
  const chooses = order.latest || (order.rule ?? null) !== null;
  if (!chooses || run.occurrence === null || !(order.syncBeforeRun ?? settings.syncBeforeRun)) return [];
  const { ports, site } = engine;
  const enabled = (await sourceRows(site.database)).filter((row) => row.enabled === 1);
  const rows = enabled.filter(({ last_sync }) => last_sync === null || last_sync < run.created);
  if (rows.length === 0) return [];
  await writeTransaction(site.database, (writer) =>
    writer.updateTable('run').set({ phase: 'Synchronising' }).where('run_id', '=', run.run_id).execute(),
  );
  log.write(`Synchronising: ${rows.map(({ name }) => name).join(', ')}`);
  const warnings: string[] = [];
  try {
    const request = { ports, site, source: undefined, rows, articles: [], full: false, dryRun: false, signal };
    const syncs = await synchronise({ ...request, tell: () => undefined });
    signal.throwIfAborted();
    for (const { source, problem, status } of syncs) {
      log.write(`Synchronised ${source}: ${status}`);
      if (problem === null) continue;
      const row = rows.find(({ name }) => name === source);
      warnings.push(`${source} could not be synchronised: ${problem.detail} ${ageOf(row, ports.clock.now())}`);
    }
  } catch (error) {
    signal.throwIfAborted();
    const [oldest] = rows.toSorted((a, b) => (a.last_sync ?? '').localeCompare(b.last_sync ?? ''));
    const { message } = asProblem(error);
    warnings.push(`The synchronisation failed: ${message} ${ageOf(oldest, ports.clock.now())}`);
  }
  for (const message of warnings) {
    log.write(message, 'Warning');
    engine.emit({ level: 'warning', type: 'run.warning', message, runId: run.run_id });
  }
  return warnings;
}

/** How old what is known of a source is. */
function ageOf(row: SourceTable | undefined, now: Date): string {
  if (row?.last_sync == null) return 'It was never synchronised; what is in the catalog decides.';
  const days = Math.floor((now.getTime() - Date.parse(row.last_sync)) / day);
  const age = days < 1 ? 'less than a day' : days === 1 ? 'a day' : `${days} days`;
  return `What is known of it is ${age} old (${row.last_sync}), and decides.`;
}
