import type { MountedImage } from '../dism/mounted-images.ts';
import { isBelow } from '../ports/paths.ts';
import { inspectLeftovers } from '../servicing/run/leftovers.ts';
import { schedulesForImages } from '../servicing/schedules/schedule-store.ts';
import { quickCheck } from '../site/quick-check.ts';
import { findTool } from './find-tool.ts';
import {
  type EnvironmentCheck,
  failed,
  ofSite,
  ok,
  type SiteFacts,
  type Surroundings,
  warning,
} from './surroundings.ts';

/** A worker starts what is due within seconds; after so many milliseconds none is there. */
const patience = 60_000;

/** SQLite's own check of every page. */
export const examineDatabase = ofSite(async ({ site }) => {
  const wrong = await quickCheck(site.database);
  if (wrong.length === 0) return [ok('Database', 'The database of the site is whole.')];
  const remedy = `Stop all workers, put back a copy of ${site.databaseFile}, or begin a new site.`;
  return [failed('Database', `The database of the site is damaged: ${wrong[0]}.`, remedy)];
});

/** What a run that broke off left: mounts below our folder, locks and work of processes that have ended. */
export const examineLeftovers = ofSite(async (facts, surroundings): Promise<EnvironmentCheck[]> => {
  const { ports, installation } = surroundings;
  const { site } = facts;
  const running = await site.database.selectFrom('run').select('run_id').where('status', '=', 'Running').execute();
  const found = await inspectLeftovers({ ports, site, installation, emit: () => undefined });
  const interrupted = found.filter(({ kind }) => kind === 'run').length;
  const mounts = running.length > interrupted ? [] : await mountsOfOurs(facts, surroundings);
  const [first] = [...mounts.map(({ mountDir }) => `the mount ${mountDir}`), ...found.map((each) => each.target)];
  if (first === undefined) return [ok('Leftovers', 'Nothing is left of runs that broke off.')];
  const count = mounts.length + found.length;
  const message = `Runs that broke off left ${count === 1 ? first : `${count} things, ${first} among them`}.`;
  return [warning('Leftovers', message, 'Run `imgupdate servicing repair`, or let the next worker do it.')];
});

/** Mounts of either tool below our folder: the emulator has a table of its own. */
async function mountsOfOurs(
  { tool, images, servicingFolder }: SiteFacts,
  { ports, installation: { emulator }, platform }: Surroundings,
): Promise<MountedImage[]> {
  const rehearsed = tool.isReal && images.some(({ rehearsal }) => rehearsal === 1);
  const more = rehearsed ? (await findTool(ports, emulator, emulator)).mounts : [];
  return [...tool.mounts, ...more].filter(({ mountDir }) => isBelow(mountDir, servicingFolder, platform));
}

/** Schedules whose time has come, and runs that wait, while no worker takes them. */
export const examineSchedules = ofSite(async ({ site, images }, { ports }) => {
  const before = new Date(ports.clock.now().getTime() - patience).toISOString();
  const ids = images.map(({ id }) => id);
  if (ids.length === 0) return [];
  const overdue = await site.database
    .selectFrom('schedule')
    .select('next_run as since')
    .where('next_run', '<=', before)
    .where('schedule_id', 'in', await schedulesForImages(site.database, ids))
    .execute();
  const waiting = await site.database
    .selectFrom('run')
    .select('created as since')
    .where('status', '=', 'Pending')
    .where('created', '<=', before)
    .where('image_id', 'in', ids)
    .execute();
  const since = [...overdue, ...waiting].map((row) => row.since ?? '').sort()[0];
  // While a run is at work, its worker takes the others when there is room for them.
  const busy = await site.database
    .selectFrom('run')
    .select('run_id')
    .where('status', '=', 'Running')
    .executeTakeFirst();
  if (since === undefined || busy !== undefined) return [ok('Schedules', 'No schedule waits for a worker.')];
  const count = overdue.length + waiting.length;
  const message = `${count} schedule${count === 1 ? ' is' : 's are'} due, the first since ${since}, and no worker takes them.`;
  return [warning('Schedules', message, 'Start a worker: `imgupdate worker run`.')];
});
