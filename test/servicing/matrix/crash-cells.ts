/** Every step of a run, at its start, in its middle and at its end, and three ways to be killed there. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { makeDisc } from '../../formats/udf/sample-disc.ts';
import { haltOperationAt, haltWorkerAt, killHard, type Place } from '../../helpers/halted.ts';
import { type Month, openMonth, sha256 } from '../../helpers/month.ts';
import { keepPatience } from '../../helpers/patient-clock.ts';
import { crashOrder, type ServicedShape } from './crash-orders.ts';

export interface CrashCell {
  shape: ServicedShape | 'ISO in';
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
  'upgrade package': [
    ...['01-check', '02-copy', '03-take-recovery-re1', '04-mount-re1', '05-add-update-re1', '06-add-update-re1'],
    ...['07-clean-up-re1', '08-unmount-re1', '09-export-re1', '10-mount-1', '11-put-recovery-1', '12-add-update-1'],
    ...['13-unmount-1', '14-export', '15-copy-boot', '16-mount-boot1', '17-add-update-boot1', '18-clean-up-boot1'],
    ...['19-unmount-boot1', '20-mount-boot2', '21-add-update-boot2', '22-clean-up-boot2', '23-unmount-boot2'],
    ...['24-export-boot', '25-expand-setup', '26-take-setup', '27-take-boot-managers', '28-update-boot-manager'],
    ...['29-verify', '30-publish'],
  ],
  additions: [
    ...['01-check', '02-copy', '03-take-features', '04-mount-1', '05-add-language-1', '06-add-capability-1'],
    ...['07-add-update-1', '08-clean-up-1', '09-enable-feature-1', '10-add-update-1', '11-add-drivers-1'],
    ...['12-unmount-1', '13-export', '14-verify', '15-publish', '16-distribute'],
  ],
  'ISO in': ['image', 'media'],
} as const satisfies Record<CrashCell['shape'], readonly string[]>;

const shapes = ['OS image', 'multi-index', 'upgrade package', 'additions', 'ISO in'] as const;
const moments = ['start', 'middle', 'end'] as const;
const kills = ['worker', 'everything', 'twice'] as const;

export const crashCells: readonly CrashCell[] = shapes.flatMap((shape) =>
  stepsOf[shape].flatMap((step) =>
    moments.flatMap((moment) => kills.map((kill): CrashCell => ({ shape, step, moment, kill }))),
  ),
);

export const columnsOf = ({ shape, step, moment, kill }: CrashCell): string[] => [
  shape.padEnd(15),
  step.padEnd(20),
  moment.padEnd(6),
  kill.padEnd(10),
];

/** Kills a run there and starts a worker again. Returns what is wrong; empty when it is as if nothing had happened. */
export async function tryCrash(cell: CrashCell): Promise<string[]> {
  const month = await openMonth();
  try {
    const { shape, ...at } = cell;
    return await (shape === 'ISO in' ? judgedIso(month, cell) : judged(month, { shape, ...at }));
  } finally {
    await month.close();
  }
}

async function judged(month: Month, cell: CrashCell & { shape: ServicedShape }): Promise<string[]> {
  const { path, beside, order, point } = await crashOrder(month, cell.shape);
  keepPatience(month);
  const before = sha256(path);
  const besideBefore = beside.map(sha256);
  const { schedule } = await month.call('schedule.add', { image: 'Image', ...order, runNow: true });

  // Slow enough that a kill in the middle of a step meets a tool that works.
  month.env['IMGUPDATE_DISM_PACE'] = '5';
  const second = isKnownByFile(cell) ? { step: nextOf(cell) } : placeOf(cell);
  for (const place of cell.kill === 'twice' ? [placeOf(cell), second] : [placeOf(cell)]) {
    const child = await haltWorkerAt(month, place).catch((error: Error) => {
      if (isPublished(cell)) return undefined;
      throw error;
    });
    if (child === undefined) break;
    await killHard(month, child, cell.kill === 'worker' ? 'worker' : 'everything');
  }
  month.env['IMGUPDATE_DISM_PACE'] = '0';
  const atKill = sha256(path);
  const besideAtKill = beside.map(sha256);
  const published = isPublished(cell);

  await month.call('worker.run', { once: true });

  const { run } = await month.call('run.show', { runId: schedule.runId ?? '' });
  const now = sha256(path);
  const { versions } = await month.call('image.versions', { image: 'Image' });
  const kept = versions.find((version: { sourceVersion: number }) => version.sourceVersion === 1);
  const verified = await month.call('image.verify', { path });
  const besideNow = beside.map(sha256);
  const { entries } = await month.call('log.show', { runId: schedule.runId ?? '' });
  const isFound = entries.some(({ message }: { message: string }) =>
    message.startsWith(`Step ${cell.step} was finished`),
  );
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
    [`whether the step was finished was ${isFound ? '' : 'not '}found out`, isFound !== isKnownByFile(cell)],
    ['a half file lay beside it', !isEach(besideAtKill, besideBefore, besideNow)],
    ['what was published is not where it is sent to', point !== undefined && sha256(point) !== now],
    ['what lies beside it was not published', besideNow.some((digest, at) => digest === besideBefore[at])],
    ['what lay beside it does not come back', !(await comesBack(month, beside, besideBefore))],
  ]);
  const left = await month.leftovers();
  return [...[...wrong].filter(([, is]) => is).map(([words]) => words), ...left];
}

const isEach = (these: readonly string[], ...either: (readonly string[])[]): boolean =>
  these.every((digest, at) => either.some((list) => list[at] === digest));

/** Whether the version before brings back what is published with the image. */
async function comesBack(month: Month, beside: readonly string[], before: readonly string[]): Promise<boolean> {
  if (beside.length === 0) return true;
  await month.call('image.restore', { image: 'Image', sourceVersion: 1 });
  return isEach(beside.map(sha256), before);
}

/** Kills what takes an image, or media, out of an ISO image; the next attempt must find nothing of it. */
async function judgedIso(month: Month, { step, moment, kill }: CrashCell): Promise<string[]> {
  const wim = month.path('source.wim');
  await month.imageFile(wim, {});
  const iso = month.path('Win11.iso');
  const tree = {
    'setup.exe': Buffer.from('MZ'),
    sources: { 'setup.exe': Buffer.from('MZ'), 'install.wim': readFileSync(wim) },
  };
  writeFileSync(iso, makeDisc(tree, { label: 'CCCOMA_X64FRE', bridge: true }).file.bytes());
  const source = sha256(iso);
  const beside = readdirSync(month.folder).sort();
  const name = step === 'image' ? 'image.add' : 'upgrade-package.add';
  const target = step === 'image' ? 'Win11.wim' : 'Win11';
  const request = { path: iso, acceptEula: true };
  for (let times = kill === 'twice' ? 2 : 1; times > 0; times -= 1) {
    const child = await haltOperationAt(month, isoPlaces[step as 'image' | 'media'][moment], { name, request });
    await killHard(month, child, kill === 'worker' ? 'worker' : 'everything');
  }

  // A worker alone mends it; so does the next attempt.
  if (kill === 'worker') await month.call('worker.run', { once: true });
  const cleared = kill !== 'worker' || readdirSync(month.folder).sort().join() === beside.join();
  await month.call(name, request);

  const [image] = (await month.call('image.list')).images;
  const wrong = new Map<string, boolean>([
    ['the worker left something', !cleared],
    ['the ISO image was changed', sha256(iso) !== source],
    ['the image is another', image?.sha256 !== sha256(wim)],
    ['something is left beside it', readdirSync(month.folder).sort().join() !== [...beside, target].sort().join()],
  ]);
  const marks = readdirSync(month.folder, { recursive: true, encoding: 'utf8' }).filter((file) => /\.tmp$/.test(file));
  return [...[...wrong].filter(([, is]) => is).map(([words]) => words), ...marks, ...(await month.leftovers())];
}

/** While the new file or folder is written; before it gets its name; when it has it and is not registered yet. */
const isoPlaces: Record<'image' | 'media', Record<CrashCell['moment'], Place>> = {
  image: {
    start: { file: 'sink', match: '\\.tmp', after: true },
    middle: { file: 'link', match: 'Win11\\.wim' },
    end: { file: 'digest', match: 'Win11\\.wim' },
  },
  media: {
    start: { file: 'sink', match: '\\.tmp', after: true },
    middle: { file: 'rename', match: 'Win11"' },
    end: { file: 'digest', match: 'install\\.wim' },
  },
};

/** The new file has taken its place by then: the next worker completes the run, it does not begin again. */
function isPublished({ step, moment }: CrashCell): boolean {
  return step.endsWith('-distribute') || (step.endsWith('-publish') && moment === 'end');
}

/** Its last act is seen in the file: the next worker does not do it again, although nothing was noted. */
function isKnownByFile({ step, moment }: CrashCell): boolean {
  return moment === 'end' && /-(unmount|export)\b/.test(step);
}

function nextOf({ shape, step }: CrashCell): string {
  const steps: readonly string[] = stepsOf[shape];
  return steps[steps.indexOf(step) + 1] ?? '';
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
