/**
 * How many runs a machine holds at once. One always runs: whether there is room for it, its first step tells. Another one
 * begins beside it only where memory and disk hold both: each run keeps the space that it needs for itself, so that none
 * eats what another was promised.
 */
import { dirname, join } from 'node:path';
import type { Selectable } from 'kysely';
import type { ImageTable } from '../../images/tables.ts';
import type { Ports } from '../../ports/index.ts';
import type { MachineMemory } from '../../ports/machine-memory.ts';
import type { ServicingLog } from '../../report/servicing-log.ts';
import { type Writer, writeTransaction } from '../../site/database.ts';
import type { Settings } from '../../site/settings.ts';
import type { ServicingPlan } from '../plan/plan.ts';
import type { Engine } from './engine.ts';
import type { RunRow } from './run-store.ts';

/** Bytes of memory that DISM takes for an edition, as the field knows it, and the emulator for its small images. */
const memoryOfDism = 4 * 1024 ** 3;
const memoryOfEmulator = 256 * 1024 ** 2;

/** Phase of a pending run that the memory of the machine does not hold beside those at work. */
export const waitingForMemory = 'Waiting for memory that other runs need';

/** Milliseconds between two looks for space. */
const lookInterval = 1_000;

/** Bytes of memory that a run takes. */
export function memoryOf(
  { rehearsal }: { rehearsal: number },
  { memoryPerRun }: Pick<Settings, 'memoryPerRun'>,
): number {
  if (memoryPerRun > 0) return memoryPerRun;
  return rehearsal === 1 ? memoryOfEmulator : memoryOfDism;
}

/**
 * Whether a run that takes `own` bytes of memory may begin beside those at work. All together must fit the machine, for
 * those that have just begun have not taken theirs; and what other programs took is not there.
 */
export function memoryHolds(memory: MachineMemory, atWork: readonly number[], own: number): boolean {
  if (atWork.length === 0) return true;
  const together = atWork.reduce((sum, bytes) => sum + bytes, own);
  return together <= memory.total() && own <= memory.available();
}

/** Free bytes that are needed at a place. */
export interface Space {
  path: string;
  bytes: number;
  /** For people. */
  what: string;
  /** It is the work folder of the run: its files are part of what was kept for it. */
  isWorkFolder?: boolean;
}

/** What a run needs: on the servicing drive, and where the image lies, for the new file beside it. */
export function spaceOf(run: {
  files: Pick<Ports['files'], 'sameVolume'>;
  root: string;
  image: Pick<Selectable<ImageTable>, 'path' | 'size'>;
  plan: Pick<ServicingPlan, 'estimates'>;
  settings: Pick<Settings, 'minimumFreeSpace'>;
}): Space[] {
  const { files, root, image, plan, settings } = run;
  const needed = settings.minimumFreeSpace > 0 ? settings.minimumFreeSpace : plan.estimates.bytes;
  const drive = { path: root, what: 'the servicing drive', isWorkFolder: true };
  if (files.sameVolume(root, image.path)) return [{ ...drive, bytes: needed + image.size }];
  return [
    { ...drive, bytes: needed },
    { path: dirname(image.path), bytes: image.size, what: 'the volume of the image' },
  ];
}

/**
 * Keeps the space that a run needs for it, as soon as there is enough beside what other runs of this machine have kept and
 * not used yet. Waits while there is not; alone it never waits. `signal` ends the waiting.
 */
export async function reserveSpace(
  { ports, site }: Engine,
  run: Pick<RunRow, 'run_id'>,
  needed: readonly Space[],
  { log, signal }: { log: ServicingLog; signal: AbortSignal },
): Promise<void> {
  const reserved_json = JSON.stringify(needed);
  let hasWaited = false;
  for (;;) {
    const lacking = await writeTransaction(site.database, async (writer) => {
      const lack = lackingSpace(ports.files, needed, await reservations(writer, run.run_id, ports.self.host));
      const change = lack === undefined ? { reserved_json } : { phase: 'Waiting for space that other runs need' };
      await writer.updateTable('run').set(change).where('run_id', '=', run.run_id).execute();
      return lack;
    });
    if (lacking === undefined) return;
    if (!hasWaited) {
      log.write(
        `Waiting: ${lacking.path} has too little space beside what other runs need: it lacks ${lacking.bytes} bytes`,
      );
    }
    hasWaited = true;
    await ports.clock.pause(lookInterval, signal);
    signal.throwIfAborted();
  }
}

/** The first place that lacks space for one run more, and by how many bytes; undefined where all of them have enough. */
export function lackingSpace(
  files: Pick<Ports['files'], 'sameVolume' | 'freeSpace' | 'names' | 'facts'>,
  needed: readonly Space[],
  others: readonly (readonly Space[])[],
): Space | undefined {
  if (others.length === 0) return undefined;
  for (const space of needed) {
    const kept = others
      .flat()
      .filter(({ path }) => files.sameVolume(path, space.path))
      .reduce((sum, other) => sum + stillToCome(files, other), 0);
    const bytes = stillToCome(files, space) + kept - files.freeSpace(space.path);
    if (bytes > 0) return { ...space, bytes };
  }
  return undefined;
}

/**
 * What a run will still take of what is kept for it: all but the copies of the image that are there. What is mounted is not
 * counted, so a run may seem to need more than it does, never less.
 */
function stillToCome(files: Pick<Ports['files'], 'names' | 'facts'>, { path, bytes, isWorkFolder }: Space): number {
  if (isWorkFolder !== true) return bytes;
  const found = files.names(path).map((name) => files.facts(join(path, name)));
  const there = found.reduce((sum, facts) => sum + (facts?.kind === 'file' ? facts.size : 0), 0);
  return Math.max(0, bytes - there);
}

/** What the other runs at work on this machine have kept for themselves. */
async function reservations(database: Writer, runId: string, host: string): Promise<Space[][]> {
  const rows = await database
    .selectFrom('run')
    .innerJoin('lock', 'lock.run_id', 'run.run_id')
    .select('run.reserved_json')
    .where('run.status', '=', 'Running')
    .where('run.run_id', '!=', runId)
    .where('lock.host', '=', host)
    .execute();
  return rows.flatMap(({ reserved_json }) => (reserved_json === null ? [] : [JSON.parse(reserved_json)]));
}
