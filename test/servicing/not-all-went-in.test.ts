/** Runs whose chosen update could not go in, or goes in only with another: what is true of the image is what the run says. */
import { readFileSync, writeFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Run } from '../../src/contract/generated/types.ts';
import type { RehearsalIndexSpec } from '../../src/emulator/image-spec.ts';
import { type Month, openMonth, sha256, updates } from '../helpers/month.ts';

let month: Month;
beforeEach(async () => {
  month = await openMonth();
});
afterEach(() => month.close());

/** A run of what is chosen when it starts; waits for nothing, and gives the run as it ended. */
async function latestRun(request: object = {}): Promise<Run> {
  const { run } = await month.call('run.start', { image: 'Image', latest: true, ...request });
  await month.call('worker.run', { once: true });
  return (await month.call('run.show', { runId: run.runId })).run;
}

const facts = { kind: 'CumulativeUpdate', installationType: 'Client', architecture: 'x64', release: '24H2' } as const;

/** Makes a package file. */
async function packageOf(spec: object, name: string): Promise<{ path: string; file: object }> {
  const path = month.path(name);
  await month.call('rehearsal.package', { out: path, spec: { form: 'msu-wim', ...facts, build: 26100, ...spec } });
  return { path, file: { name, size: readFileSync(path).length, sha256: sha256(path) } };
}

async function record(update: object): Promise<void> {
  const document = { classification: 'Security Updates', products: ['Windows 11'], isSuperseded: false, ...update };
  writeFileSync(month.path('more.jsonl'), JSON.stringify(document));
  await month.call('update.import', { path: month.path('more.jsonl') });
}

describe('a chosen update that could not go in makes no success', () => {
  const newest = {
    ...{ uniqueId: 'newest', articleId: '5099999', datePosted: '2025-07-08T17:00:00Z' },
    title: '2025-07 Cumulative Update for Windows 11 Version 24H2 for x64-based Systems (KB5099999) (26100.4652)',
  };

  it('without its package', async () => {
    const { path } = await month.image('Image');
    const before = sha256(path);
    await record({ ...newest, files: [] });

    const strict = await latestRun();
    const lenient = await latestRun({ continueOnError: true });

    expect(strict).toMatchObject({ status: 'Failed', published: null, errors: [{ id: 'ImgContentMissing' }] });
    expect(lenient).toMatchObject({ status: 'SucceededWithErrors', published: null });
    expect(lenient.updateResults).toMatchObject([{ uniqueId: 'newest', result: 'NotAttempted' }]);
    expect(sha256(path)).toBe(before);
    expect(await month.leftovers()).toEqual([]);
  });

  it('whose files no tool takes', async () => {
    await month.image('Image');
    await record({ ...newest, files: [{ name: 'windows11.0-kb5099999-x64.psf', size: 9 }] });

    const run = await latestRun();

    expect(run).toMatchObject({ status: 'SucceededWithErrors', steps: [], published: null });
    expect(run.updateResults).toMatchObject([{ uniqueId: 'newest', result: 'NotSupported' }]);
    expect(run.updateResults[0]?.message).toMatch(/file|package/);
  });

  const setup = {
    ...{ uniqueId: 'setup', articleId: '5099998', datePosted: '2025-06-10T17:00:00Z' },
    title: '2025-06 Setup Dynamic Update for Windows 11 Version 24H2 for x64-based Systems (KB5099998)',
    files: [{ name: 'windows11.0-kb5099998-x64.cab', size: 9 }],
  };

  it('of a kind that goes into media and not into an image, beside one that went in', async () => {
    await month.image('Image');
    await month.content(updates.june);
    await record(setup);
    await month.call('rule.add', { name: 'All', kind: ['CumulativeUpdate', 'SetupDynamicUpdate'] });

    const run = await month.service({ image: 'Image', rule: 'All' });

    expect(run).toMatchObject({ status: 'SucceededWithErrors', published: { sourceVersion: 2 }, errors: [] });
    expect(run.updateResults.map(({ uniqueId, result }) => [uniqueId, result]).sort()).toEqual([
      [updates.june.uniqueId, 'Installed'],
      ['setup', 'NotSupported'],
    ]);
  });

  it('of such a kind alone', async () => {
    const { path } = await month.image('Image');
    const before = sha256(path);
    await record(setup);
    await month.call('rule.add', { name: 'Setup', kind: ['SetupDynamicUpdate'] });

    const run = await month.service({ image: 'Image', rule: 'Setup' });

    expect(run).toMatchObject({ status: 'SucceededWithErrors', steps: [], published: null });
    expect(run.updateResults).toMatchObject([{ uniqueId: 'setup', result: 'NotSupported' }]);
    expect(sha256(path)).toBe(before);
  });
});

describe('a checkpoint goes in with the update that builds on it', () => {
  const checkpoint = { articleId: '5043080', revision: 1742 };
  const target = { articleId: '5051987', revision: 3194, baseline: '26100.1742' };
  const title = (kb: string, revision: number) =>
    `2025-02 Cumulative Update for Windows 11 Version 24H2 for x64-based Systems (KB${kb}) (26100.${revision})`;
  const posted = '2025-02-11T18:00:00Z';
  const targetName = 'windows11.0-kb5051987-x64.msu';
  const checkpointName = 'windows11.0-kb5043080-x64.msu';

  it.each(['a record of its own', 'a second file of the record'])('as %s', async (form) => {
    await month.image('Image', { revision: 1000 });
    const [first, second] = [await packageOf(checkpoint, checkpointName), await packageOf(target, targetName)];
    const isOwn = form === 'a record of its own';
    if (isOwn) {
      await record({
        ...{ uniqueId: 'k0', articleId: '5043080', datePosted: '2024-09-10T17:00:00Z', files: [first.file] },
        title: title('5043080', 1742),
      });
    }
    const files = isOwn ? [second.file] : [first.file, second.file];
    await record({ uniqueId: 'k1', articleId: '5051987', datePosted: posted, files, title: title('5051987', 3194) });
    for (const { path } of [first, second]) await month.call('content.add', { path });

    const run = await month.service({ image: 'Image', updates: ['k1'] });

    expect(run.errors).toEqual([]);
    expect(run).toMatchObject({
      status: 'Succeeded',
      proof: { ok: true, indexes: [{ before: '26100.1000', after: '26100.3194', missing: [] }] },
      updateResults: [{ uniqueId: 'k1', result: 'Installed' }],
    });
    expect(run.steps.filter(({ kind }) => kind === 'add-update')).toHaveLength(1);
    expect(await month.leftovers()).toEqual([]);
  });

  it('is told by the tool where it is not here, with what its code means', async () => {
    await month.image('Image', { revision: 1000 });
    const { path, file } = await packageOf(target, targetName);
    const update = { uniqueId: 'k1', articleId: '5051987', datePosted: posted, title: title('5051987', 3194) };
    await record({ ...update, files: [file] });
    await month.call('content.add', { path });

    const run = await month.service({ image: 'Image', updates: ['k1'] });

    expect(run).toMatchObject({ status: 'Failed', errors: [{ native: { hresult: '0x800f0838' } }] });
    const cbs = expect.stringContaining('[HRESULT = 0x800f0838');
    expect(run.errors[0]?.native).toMatchObject({ firstError: cbs, cbs: [cbs] });
    expect(run.errors[0]?.detail).toContain('0x800f0838: a checkpoint update is missing');
  });

  it('is not needed at or above its revision', async () => {
    await month.image('Image', { revision: 1742 });
    const { path, file } = await packageOf(target, targetName);
    const update = { uniqueId: 'k1', articleId: '5051987', datePosted: posted, title: title('5051987', 3194) };
    await record({ ...update, files: [file] });
    await month.call('content.add', { path });

    const run = await month.service({ image: 'Image', updates: ['k1'] });

    expect(run).toMatchObject({ status: 'Succeeded', proof: { ok: true } });
    expect(JSON.stringify(run.steps)).not.toContain('5043080');
  });
});

describe('Server 2016 gets its servicing stack apart', () => {
  const server: RehearsalIndexSpec = {
    ...{ name: 'Windows Server 2016', edition: 'ServerStandard', installationType: 'Server', release: '1607' },
    ...{ build: 14393, revision: 4349, architecture: 'x64', language: 'en-US' },
  };
  const products = ['Windows Server 2016'];
  const lcuName = 'windows10.0-kb5014702-x64.msu';

  async function lcu(more: object): Promise<void> {
    const of = { installationType: 'Server', release: '1607', build: 14393, revision: 5192, articleId: '5014702' };
    const { path, file } = await packageOf({ ...of, ...more }, lcuName);
    await record({
      ...{ uniqueId: 'lcu', articleId: '5014702', products, datePosted: '2022-06-14T17:00:00Z', files: [file] },
      title: '2022-06 Cumulative Update for Windows Server 2016 for x64-based Systems (KB5014702)',
    });
    await month.call('content.add', { path });
  }

  const stack = {
    ...{ uniqueId: 'ssu', articleId: '5014026', products, datePosted: '2022-05-10T17:00:00Z' },
    title: '2022-05 Servicing Stack Update for Windows Server 2016 for x64-based Systems (KB5014026)',
    files: [{ name: 'windows10.0-kb5014026-x64.cab', size: 10 }],
  };

  const warnings = (): string[] =>
    month.events.filter(({ level }) => level === 'warning').map(({ message }) => message);

  it.each([
    ['the one of the catalog', true, 'name KB5014026 as well: 2022-05 Servicing Stack Update'],
    ['none', false, 'the catalog has none'],
  ])('a plan without it warns, naming %s', async (_what, isKnown, words) => {
    await month.image('Image', server);
    await lcu({});
    if (isKnown) await record(stack);

    const { plan } = await month.call('plan.show', { image: 'Image', updates: ['lcu'] });
    await month.call('schedule.add', { image: 'Image', updates: ['lcu'], at: '2099-01-01T00:00:00Z' });

    const [warning] = plan.warnings.filter((each: string) => each.includes('servicing stack'));
    expect(warning).toContain('Windows Server 2016 1607 gets its servicing stack apart');
    expect(warning).toContain(words);
    expect(warnings()).toContain(warning);
  });

  it('the latest takes it along, before the update that needs it', async () => {
    await month.image('Image', server);
    await lcu({});
    await record(stack);

    const { plan } = await month.call('plan.show', { image: 'Image', latest: true });

    const added = plan.steps.filter(({ kind }: { kind: string }) => kind === 'add-update');
    expect(added.map(({ uniqueId }: { uniqueId: string }) => uniqueId)).toEqual(['ssu', 'lcu']);
    expect(JSON.stringify(plan.warnings)).not.toContain('servicing stack apart');
  });

  it('says nothing for a release whose updates hold theirs', async () => {
    await month.image('Image');

    const { plan } = await month.call('plan.show', { image: 'Image', updates: [updates.june.uniqueId] });

    expect(JSON.stringify(plan.warnings)).not.toContain('servicing stack');
  });

  it('the tool then refuses the update, and the meaning of its code stands beside its sentence', async () => {
    await month.image('Image', server);
    await lcu({ requires: '14393.5000' });

    const run = await month.service({ image: 'Image', latest: true });

    expect(run).toMatchObject({ status: 'Failed', published: null, errors: [{ native: { hresult: '0x800f0823' } }] });
    expect(run.errors[0]?.detail).toContain('0x800f0823: a newer servicing stack is required');
  });
});

describe('what a code means stands beside what the tool said', () => {
  it.each<[code: string, meaning: string, tries: number]>([
    ['0x80073701', 'a component of the image is missing or damaged: repair it, or start from a newer source', 1],
    ['0x80073713', 'an installer inside the package failed', 1],
    ['0x80070091', 'a folder below the mount or the scratch folder is in use', 4],
  ])('%s', async (code, meaning, tries) => {
    await month.image('Image');
    await month.content(updates.june);
    month.plan({ command: 'Add-Package', do: 'fail', code });

    const run = await month.service({ image: 'Image', updates: [updates.june.uniqueId] });

    const detail = run.errors[0]?.detail ?? '';
    expect(run).toMatchObject({ status: 'Failed', errors: [{ native: { hresult: code, meaning } }] });
    expect(detail).toContain(`(${code}: ${meaning})`);
    expect(detail.indexOf('(')).toBeGreaterThan(20);
    const { entries } = await month.call('log.show', { runId: run.runId, level: 'Error' });
    const said = entries.filter(({ message }: { message: string }) => message.startsWith('add-update returned code'));
    expect(said).toHaveLength(tries);
    expect(said[0].message).toContain(meaning);
  });
});

describe('a schedule whose time has passed', () => {
  const due = '2099-01-01T00:00:00.000Z';
  const later = (minutes: number): Date => new Date(Date.parse(due) + minutes * 60_000);

  it.each([
    ['is not overdue before its time', -1, false],
    ['is not while a worker may just be at it', 9, false],
    ['is overdue when no worker ran', 11, true],
  ])('%s', async (_what, minutes, overdue) => {
    await month.image('Image');
    const { schedule } = await month.call('schedule.add', { image: 'Image', latest: true, at: due });
    month.ports.clock.now = () => later(minutes);

    const { schedules } = await month.call('schedule.list');

    expect(schedules).toMatchObject([{ scheduleId: schedule.scheduleId, overdue }]);
    const told = month.events.filter(({ type }) => type === 'schedule.overdue');
    expect(told.map(({ data }) => data)).toEqual(overdue ? [{ scheduleId: schedule.scheduleId }] : []);
    if (overdue) expect(told[0]?.message).toContain(`was due at ${due}`);
  });

  it('is overdue no longer once a worker took it', async () => {
    await month.image('Image');
    await month.content(updates.june);
    await month.call('schedule.add', { image: 'Image', latest: true, at: due });
    month.ports.clock.now = () => later(60);

    await month.call('worker.run', { once: true });

    expect((await month.call('schedule.list')).schedules).toMatchObject([{ state: 'Succeeded', overdue: false }]);
    expect(month.events.filter(({ type }) => type === 'schedule.overdue')).toEqual([]);
  });
});
