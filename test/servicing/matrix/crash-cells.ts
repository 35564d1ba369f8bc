/** Every step of a run, at its start, in its middle and at its end, and three ways to be killed there. */
import { haltWorkerAt, killHard, type Place } from '../../helpers/halted.ts';
import { type Month, older, openMonth, sha256, updates } from '../../helpers/month.ts';

export interface CrashCell {
  shape: 'OS image' | 'multi-index';
  step: string;
  moment: 'start' | 'middle' | 'end';
  /** The worker alone, its tool lives on; with its tool; with its tool, and the next worker at the same place again. */
  kill: 'worker' | 'everything' | 'twice';
}

const stepsOf = {
  'OS image': ['01-check', '02-copy', '03-mount-1', '04-add-update-1', '05-unmount-1', '06-verify', '07-publish'],
  'multi-index': [
    ...['01-check', '02-copy', '03-mount-1', '04-add-update-1', '05-clean-up-1', '06-unmount-1'],
    ...['07-mount-2', '08-add-update-2', '09-clean-up-2', '10-unmount-2', '11-export', '12-verify', '13-publish'],
  ],
} as const satisfies Record<CrashCell['shape'], readonly string[]>;

const shapes = ['OS image', 'multi-index'] as const;
const moments = ['start', 'middle', 'end'] as const;
const kills = ['worker', 'everything', 'twice'] as const;

export const crashCells: readonly CrashCell[] = shapes.flatMap((shape) =>
  stepsOf[shape].flatMap((step) =>
    moments.flatMap((moment) => kills.map((kill): CrashCell => ({ shape, step, moment, kill }))),
  ),
);

export const columnsOf = ({ shape, step, moment, kill }: CrashCell): string[] => [
  shape.padEnd(11),
  step.padEnd(15),
  moment.padEnd(6),
  kill.padEnd(10),
];

/** Kills a run there and starts a worker again. Returns what is wrong; empty when it is as if nothing had happened. */
export async function tryCrash(cell: CrashCell): Promise<string[]> {
  const month = await openMonth();
  try {
    return await judged(month, cell);
  } finally {
    await month.close();
  }
}

async function judged(month: Month, cell: CrashCell): Promise<string[]> {
  const { path } = await month.image('Image', ...(cell.shape === 'OS image' ? [{}] : [{}, older]));
  const wanted = cell.shape === 'OS image' ? [updates.june] : [updates.june, updates.older];
  for (const update of wanted) await month.content(update);
  const order = { image: 'Image', updates: wanted.map(({ uniqueId }) => uniqueId) };
  const before = sha256(path);
  const removeSupersededUpdates = cell.shape === 'multi-index';
  const { schedule } = await month.call('schedule.add', { ...order, removeSupersededUpdates, runNow: true });

  // Slow enough that a kill in the middle of a step meets a tool that works.
  month.env['IMGUPDATE_DISM_PACE'] = '5';
  for (let times = cell.kill === 'twice' ? 2 : 1; times > 0; times -= 1) {
    const child = await haltWorkerAt(month, placeOf(cell)).catch((error: Error) => {
      if (isPublished(cell)) return undefined;
      throw error;
    });
    if (child === undefined) break;
    await killHard(month, child, cell.kill === 'worker' ? 'worker' : 'everything');
  }
  month.env['IMGUPDATE_DISM_PACE'] = '0';
  const atKill = sha256(path);
  const published = isPublished(cell);

  await month.call('worker.run', { once: true });

  const { run } = await month.call('run.show', { runId: schedule.runId ?? '' });
  const now = sha256(path);
  const { versions } = await month.call('image.versions', { image: 'Image' });
  const kept = versions.find((version: { sourceVersion: number }) => version.sourceVersion === 1);
  const verified = await month.call('image.verify', { path });
  const attempts = published ? 1 : cell.kill === 'twice' ? 3 : 2;
  const wrong = new Map<string, boolean>([
    ['a half file was published', atKill !== before && atKill !== now],
    ['the new file was not there at the kill', published === (atKill === before)],
    [`the run is ${run.status}`, run.status !== 'Succeeded'],
    [`it took ${run.attempt} attempts, not ${attempts}`, run.attempt !== attempts],
    ['the result is not proved', run.proof?.ok !== true],
    ['the published file is another', run.published?.sha256 !== now || run.published.sourceVersion !== 2],
    ['the file is damaged', verified.ok !== true],
    ['the version before is lost', kept?.available !== true || kept.sha256 !== before],
    ['the schedule does not know the end', (await stateOf(month)) !== 'Succeeded'],
  ]);
  const left = await month.leftovers();
  return [...[...wrong].filter(([, is]) => is).map(([words]) => words), ...left];
}

/** The new file has taken its place by then: the next worker completes the run, it does not begin again. */
function isPublished({ step, moment }: CrashCell): boolean {
  return step.endsWith('-publish') && moment === 'end';
}

async function stateOf(month: Month): Promise<string | undefined> {
  return (await month.call('schedule.list')).schedules[0]?.state;
}

/** The middle of publishing is between the kept version and the rename. */
function placeOf({ step, moment }: CrashCell): Place {
  if (moment === 'start') return { step };
  if (step.endsWith('-publish') && moment === 'middle') return { file: 'rename', match: '2\\.new' };
  return { step, moment };
}
