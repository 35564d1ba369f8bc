/** A run that was interrupted goes on after its last finished step, where its files are provably those of the journal. */
import {
  appendFileSync,
  copyFileSync,
  existsSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { haltWorkerAt, killHard } from '../helpers/halted.ts';
import { type Month, openMonth, sha256, updates } from '../helpers/month.ts';
import { expectRecovered, type Prepared, twoIndexes } from './killed-run.ts';

let month: Month;
let prepared: Prepared;
beforeEach(async () => {
  month = await openMonth();
  prepared = await twoIndexes(month);
});
afterEach(() => month.close());

/** Steps of a run over two indexes with clean-up and export, in their order. */
const steps = [
  ...['01-check', '02-copy', '03-mount-1', '04-add-update-1', '05-clean-up-1', '06-unmount-1'],
  ...['07-mount-2', '08-add-update-2', '09-clean-up-2', '10-unmount-2', '11-export', '12-verify', '13-publish'],
];

async function interruptAt(step: string, moment?: 'middle' | 'end'): Promise<void> {
  // Slow enough that a kill in the middle of a step meets a tool that works.
  month.env['IMGUPDATE_DISM_PACE'] = '20';
  const place = moment === undefined ? { step } : { step, moment };
  await killHard(month, await haltWorkerAt(month, place), 'everything');
  month.env['IMGUPDATE_DISM_PACE'] = '0';
}

/** When each step began, as the journal says it. */
async function starts(): Promise<Map<string, string | undefined>> {
  const { run } = await month.call('run.show', { runId: prepared.runId });
  return new Map(run.steps.map(({ id, started }) => [id, started]));
}

async function logLines(): Promise<string[]> {
  const { entries } = await month.call('log.show', { runId: prepared.runId });
  return entries.map(({ message }: { message: string }) => message);
}

/** The working copy of the run, while it waits. */
function workingCopy(): string {
  const root = join(month.site.folder, 'ImgUpdate_OfflineImageServicing');
  const [name = ''] = readdirSync(root);
  return join(root, name, 'image.wim');
}

describe('a run over two indexes', () => {
  it.each([
    ['07-mount-2', undefined, 6],
    ['08-add-update-2', 'middle', 6],
    ['09-clean-up-2', 'end', 6],
    ['05-clean-up-1', undefined, 2],
    ['06-unmount-1', 'end', 6],
    ['10-unmount-2', 'end', 10],
    ['11-export', 'end', 11],
    ['11-export', 'middle', 10],
    ['12-verify', undefined, 11],
    ['13-publish', undefined, 12],
  ] as const)('killed in %s (%s) does its first %i steps once', async (step, moment, finished) => {
    await interruptAt(step, moment);
    const before = await starts();

    await expectRecovered(month, prepared, [2]);

    const after = await starts();
    const again = steps.filter((id) => after.get(id) !== before.get(id));
    expect(again).toEqual(steps.slice(finished));
    expect(await logLines()).toContain(`Going on with step ${steps[finished]}: ${finished} steps were finished before`);
  });

  it('begins anew where nothing was finished but the check', async () => {
    await interruptAt('02-copy', 'middle');

    await expectRecovered(month, prepared, [2]);

    expect((await logLines()).filter((line) => line.startsWith('Going on'))).toEqual([]);
  });
});

describe('a working copy that is not the one of the journal', () => {
  it.each<[what: string, change: (path: string) => void, why: string]>([
    ['was removed', (path) => rmSync(path), 'is gone'],
    ['was cut', (path) => truncateSync(path, 5_000), 'was changed'],
    ['is another file', (path) => writeFileSync(path, 'MSWIM'), 'was changed'],
    [
      'has another header and more bytes',
      (path) => {
        writeFileSync(path, Buffer.alloc(64), { flag: 'r+' });
        appendFileSync(path, Buffer.alloc(9_000));
      },
      'was changed',
    ],
  ])('%s: the run begins anew', async (_what, change, why) => {
    await interruptAt('07-mount-2');
    const before = await starts();
    change(workingCopy());

    await expectRecovered(month, prepared, [2]);

    const after = await starts();
    expect(steps.filter((id) => after.get(id) === before.get(id))).toEqual([]);
    expect((await logLines()).filter((line) => line.startsWith('The run begins anew'))).toEqual([
      expect.stringContaining(why),
    ]);
  });

  it('has bytes behind it from a save that was interrupted: they are cut off, twice too', async () => {
    await interruptAt('07-mount-2');
    appendFileSync(workingCopy(), Buffer.alloc(50_000, 7));
    await interruptAt('08-add-update-2');
    appendFileSync(workingCopy(), Buffer.alloc(50_000, 7));

    await expectRecovered(month, prepared, [3]);

    expect((await logLines()).filter((line) => line.startsWith('Going on with step 07-mount-2'))).toHaveLength(2);
  });
});

describe('a save that ended and was not noted', () => {
  it('is noted by the next worker: a second kill does not bring it back', async () => {
    await interruptAt('06-unmount-1', 'end');
    await interruptAt('07-mount-2');

    await expectRecovered(month, prepared, [3]);

    const lines = await logLines();
    expect(lines.filter((line) => line.startsWith('Going on with step 07-mount-2'))).toHaveLength(2);
    expect(lines.filter((line) => line.startsWith('Step 06-unmount-1 was finished'))).toHaveLength(1);
  });

  it.each<[what: string, finished: number, tear: (path: string, sizeBefore: number) => unknown]>([
    ['has a hole where its contents were', 2, (path, size) => overwrite(path, size, Array(600).fill(0))],
    ['is the copy as it was before', 2, (path) => copyFileSync(prepared.path, path)],
    [
      'is another image',
      0,
      (path) => {
        rmSync(path);
        return month.imageFile(path);
      },
    ],
  ])('%s: only its first %i steps are not done again', async (_what, finished, tear) => {
    await interruptAt('06-unmount-1', 'end');
    const before = await starts();
    await tear(workingCopy(), await sizeAtCheckpoint());

    await expectRecovered(month, prepared, [2]);

    const after = await starts();
    expect(steps.filter((id) => after.get(id) !== before.get(id))).toEqual(steps.slice(finished));
  });

  it('lacks the update that the tool said is in: it is done again', async () => {
    month.plan({ command: 'Add-Package', do: 'pretend-success', times: 1 });
    await interruptAt('06-unmount-1', 'end');

    await expectRecovered(month, prepared, [2]);

    expect(await logLines()).toContainEqual(
      expect.stringMatching(/^Whether index 1 was saved is not certain, so it is done again: .*not 26100\.4349/),
    );
  });

  function overwrite(path: string, at: number, bytes: number[]): void {
    const whole = readFileSync(path);
    whole.set(bytes, at);
    writeFileSync(path, whole);
  }

  async function sizeAtCheckpoint(): Promise<number> {
    const row = await month.site.database.selectFrom('run').select('checkpoint_json').executeTakeFirstOrThrow();
    return JSON.parse(row.checkpoint_json ?? '').files[0].size;
  }
});

it('a run that would choose other updates now begins anew', async () => {
  await interruptAt('07-mount-2');
  const { database } = month.site;
  const { order_json } = await database.selectFrom('run').select('order_json').executeTakeFirstOrThrow();
  const order = { ...JSON.parse(order_json), updates: [updates.june.uniqueId] };
  await database
    .updateTable('run')
    .set({ order_json: JSON.stringify(order) })
    .execute();

  await month.call('worker.run', { once: true });

  expect(await logLines()).toContain('The run begins anew: another plan is made for it now');
});

describe('a run that waits to go on', () => {
  it('leaves nothing when it is cancelled', async () => {
    await interruptAt('07-mount-2');
    await month.call('servicing.repair');
    const waiting = workingCopy();
    expect(existsSync(waiting)).toBe(true);

    const { run } = await month.call('run.stop', { runId: prepared.runId });

    expect(run.status).toBe('Canceled');
    expect(existsSync(waiting)).toBe(false);
    expect(sha256(prepared.path)).toBe(prepared.before);
    expect(await month.leftovers()).toEqual([]);
  });
});
