import { Problem } from '../../errors.ts';
import { quickCheck } from '../../site/quick-check.ts';
import { databaseSpace, emptyLog, giveSpaceBack, refreshStatistics } from '../../site/upkeep.ts';
import type { Engine } from '../run/engine.ts';
import { type Done, type Item, type Part, type PartContext, shownBytes } from './part.ts';

/** Writing the file anew is worth while where so many bytes, and such a share of it, hold nothing. */
const leastUnused = 8 * 1024 ** 2;
const leastShare = 0.1;

/** Checks the pages of the database, counts its statistics anew, and gives unused space back. */
export const database: Part = async (context) => {
  const { engine, dryRun } = context;
  const { site } = engine;
  const wrong = await quickCheck(site.database);
  if (wrong.length > 0) {
    throw new Problem('ImgSiteUnusable', {
      detail: `The database ${site.databaseFile} is damaged: ${wrong.join('; ')}.`,
      remedy: 'Stop all workers, keep a copy of the file, and restore the site from its last backup.',
    });
  }
  const { size } = await databaseSpace(site.database);
  if (!dryRun) await refreshStatistics(site.database);
  const space = await unusedSpace(context);
  // A reader keeps the log from being emptied: the next maintenance tries again.
  if (!dryRun) await emptyLog(site.database);
  return {
    ...space,
    count: space.items.length + 2,
    summary: `The database is whole (${shownBytes(size)})${dryRun ? '' : '; its statistics are new'}. ${space.summary}`,
    items: [
      { name: 'pages', reason: 'all were looked at', bytes: 0 },
      { name: 'statistics', reason: 'of tables that changed', bytes: 0 },
      ...space.items,
    ],
  };
};

async function unusedSpace({ engine, dryRun }: PartContext): Promise<Done> {
  const { site, ports } = engine;
  const { size, unused } = await databaseSpace(site.database);
  const item = (reason: string): Item => ({ name: 'unused space', reason, bytes: unused });
  const none = { count: 0, bytes: 0, items: [], kept: [] };
  if (unused < leastUnused || unused < size * leastShare)
    return { ...none, summary: `Only ${shownBytes(unused)} of it hold nothing.` };
  const why = (await isAtWork(engine))
    ? 'a run is at work, which writing the database anew would hold up'
    : ports.files.freeSpace(site.folder) < size * 2
      ? 'its volume has too little space to write the database anew'
      : undefined;
  if (why !== undefined)
    return { ...none, summary: `${shownBytes(unused)} of it hold nothing and stay: ${why}.`, kept: [item(why)] };
  if (!dryRun) await giveSpaceBack(site.database);
  return {
    ...none,
    bytes: unused,
    items: [item('pages that hold nothing')],
    summary: `${shownBytes(unused)} that hold nothing ${dryRun ? 'would be' : 'are'} given back.`,
  };
}

async function isAtWork({ site }: Engine): Promise<boolean> {
  const run = await site.database.selectFrom('run').select('run_id').where('status', '=', 'Running').executeTakeFirst();
  return run !== undefined;
}
