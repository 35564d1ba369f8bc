/** Drivers from a folder: which of them go in, where, and how that is proved. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Month, older, openMonth, updates } from '../helpers/month.ts';

let month: Month;
beforeEach(async () => {
  month = await openMonth();
  await month.content(updates.june);
});
afterEach(() => month.close());

/** Writes a driver package into a folder of its own below the drivers of this test. */
function driver(name: string, { catalog = `${name}.cat`, isSigned = true } = {}): string {
  const folder = month.path('drivers', 'vendor x', name);
  mkdirSync(folder, { recursive: true });
  const text = `; ${name}\r\n[Version]\r\nSignature = "$WINDOWS NT$"\r\nCatalogFile = ${catalog}\r\n`;
  // Vendors write either.
  writeFileSync(join(folder, `${name}.inf`), name < 'n' ? text : Buffer.from(`\ufeff${text}`, 'utf16le'));
  writeFileSync(join(folder, `${name}.sys`), `code of ${name}`);
  if (isSigned) writeFileSync(join(folder, `${name}.cat`), `catalog of ${name}`);
  return join(folder, `${name}.inf`);
}

const storeOf = async (index: number): Promise<string[]> => {
  const under = '\\Windows\\System32\\DriverStore\\FileRepository';
  const request = { path: month.path('Image.wim'), index, under };
  const { entries } = await month.call('image.files', request);
  return entries
    .map(({ path }: { path: string }) => path.slice(under.length + 1))
    .filter((path: string) => path !== '');
};

describe('drivers', () => {
  it('go into every index after the updates; unsigned ones and other .inf files stay out', async () => {
    await month.image('Image', {}, older);
    driver('net');
    driver('audio');
    const unsigned = driver('beta', { isSigned: false });
    writeFileSync(month.path('drivers', 'autorun.inf'), '[autorun]\r\nopen=setup.exe\r\n');
    const order = { image: 'Image', updates: [updates.june.uniqueId], driverFolder: month.path('drivers') };

    const { plan } = await month.call('plan.show', order);
    const run = await month.service(order);

    expect(plan.warnings).toEqual([`Not signed (no catalog file), left out: ${unsigned}. forceUnsigned puts them in.`]);
    expect([run.status, run.errors]).toEqual(['Succeeded', []]);
    expect(run.steps.map(({ kind, index }) => (index === undefined ? kind : `${kind} ${index}`))).toEqual([
      ...['check', 'copy', 'mount 1', 'add-update 1', 'add-drivers 1', 'unmount 1'],
      ...['mount 2', 'add-drivers 2', 'unmount 2', 'verify', 'publish'],
    ]);
    for (const index of [1, 2]) {
      const files = await storeOf(index);
      expect(
        files
          .filter((path) => path.includes('\\'))
          .map((path) => path.split('\\')[1])
          .sort(),
      ).toEqual([...['audio.cat', 'audio.inf', 'audio.sys', 'net.cat', 'net.inf', 'net.sys']]);
    }
    expect(await month.leftovers()).toEqual([]);
  });

  it('go in alone, unsigned ones where that is asked', async () => {
    await month.image('Image');
    driver('beta', { isSigned: false });

    const refused = await month.fails('plan.show', { image: 'Image', driverFolder: month.path('drivers') });
    const run = await month.service({ image: 'Image', driverFolder: month.path('drivers'), forceUnsigned: true });

    expect([refused.id, refused.message]).toEqual([
      'ImgDriverNotFound',
      expect.stringContaining('come without a catalog file'),
    ]);
    expect(run).toMatchObject({ status: 'Succeeded', published: { sourceVersion: 2 } });
    expect(await storeOf(1)).toContainEqual(expect.stringMatching(/^beta\.inf_amd64_[0-9a-f]{16}$/));
  });

  it.each([
    ['a folder that is not there', 'nowhere', /There is no folder/],
    ['a folder without drivers', 'empty', /hold no driver/],
  ])('are told from %s', async (_what, name, message) => {
    await month.image('Image');
    mkdirSync(month.path('empty'));

    const problem = await month.fails('schedule.add', { image: 'Image', driverFolder: month.path(name), runNow: true });

    expect([problem.id, problem.exitCode]).toEqual(['ImgDriverNotFound', 4]);
    expect(problem.message).toMatch(message);
  });

  it('that DISM only says it added fail the run', async () => {
    await month.image('Image');
    const inf = driver('net');
    month.plan({ command: 'Add-Driver', do: 'pretend-success' });

    const run = await month.service({ image: 'Image', driverFolder: month.path('drivers') });

    expect(run).toMatchObject({ status: 'Failed', published: null, errors: [{ id: 'ImgProofFailed' }] });
    expect(run.proof?.indexes[0]?.missing).toEqual([`The driver ${inf} is not in the driver store.`]);
  });

  it('are read when the run starts, from the folder of the schedule', async () => {
    await month.image('Image');
    driver('net');
    const order = { image: 'Image', latest: true, driverFolder: month.path('drivers'), at: '2020-01-01T00:00:00Z' };
    const { schedule } = await month.call('schedule.add', order);
    driver('audio');

    await month.call('worker.run', { once: true });

    expect(schedule).toMatchObject({ driverFolder: month.path('drivers'), forceUnsigned: false });
    expect((await storeOf(1)).filter((path) => !path.includes('\\'))).toHaveLength(2);
  });
});
