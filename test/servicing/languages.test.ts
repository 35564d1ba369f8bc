/** Languages and features on demand from a folder or a disc: which of them go in, where, and how that is proved. */
import { execFileSync } from 'node:child_process';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { featureFolder, openSsh } from '../helpers/features.ts';
import { enterprise, type KnownUpdate, type Month, openMonth, updates } from '../helpers/month.ts';
import { anyMissing, requires, titled } from '../helpers/requires.ts';

const genisoimage = requires.tool('genisoimage');

const basic = 'Language.Basic~~~de-DE~0.0.1.0';
const speech = 'Language.Speech~~~de-DE~0.0.1.0';

/** The first checkpoint of 24H2, and an update that builds on it. */
const checkpoint: KnownUpdate = {
  uniqueId: 'aaaaaaaa-0000-4000-8000-000000000091',
  title: '2024-09 Cumulative Update for Windows 11 Version 24H2 for x64-based Systems (KB5043080) (26100.1742)',
  package: { ...updates.june.package, articleId: '5043080', revision: 1742 },
};
const july: KnownUpdate = {
  uniqueId: 'aaaaaaaa-0000-4000-8000-000000000092',
  title: '2025-07 Cumulative Update for Windows 11 Version 24H2 for x64-based Systems (KB5062553) (26100.4652)',
  package: { ...updates.june.package, articleId: '5062553', revision: 4652, baseline: '26100.1742' },
};

let month: Month;
beforeEach(async () => {
  month = await openMonth();
});
afterEach(() => month.close());

const disc = (): string => featureFolder(month, ['de-DE', 'fr-FR']);

function iso(folder: string): string {
  const file = month.path('features.iso');
  execFileSync(genisoimage.path, ['-quiet', '-udf', '-allow-limited-size', '-V', 'LOF', '-o', file, folder]);
  return file;
}

const german = (source: string) => ({
  languages: ['de-DE'],
  capabilities: [speech, basic],
  capabilitySources: [source],
});
const kinds = (steps: { kind: string; index?: number }[]) => steps.map(({ kind }) => kind);
const languagesOf = async (name = 'Image'): Promise<string[]> => {
  const { image } = await month.call('image.show', { image: name });
  return image.indexes[0]?.languages ?? [];
};
const packagesOf = async (file = 'Image.wim'): Promise<string[]> => {
  const { indexes } = await month.call('image.inspect', { path: month.path(file), packages: true });
  return indexes[0].packages
    .filter(({ state }: { state: string }) => state === 'Installed')
    .map(({ identity }: { identity: string }) => identity.replace('~31bf3856ad364e35~amd64', ''));
};

describe('languages and features', () => {
  it('go in before the cumulative update, which brings them to its revision', async () => {
    await month.image('Image', { packages: 2 });
    await month.content(updates.june);
    const order = { image: 'Image', updates: [updates.june.uniqueId], ...german(disc()) };

    const run = await month.service(order);

    expect([run.status, run.errors]).toEqual(['Succeeded', []]);
    expect(run.steps.map(({ kind, target }) => (kind.startsWith('add-') ? `${kind} ${target}` : kind))).toEqual([
      ...['check', 'copy', 'mount'],
      'add-language de-DE: Microsoft-Windows-Client-Language-Pack_x64_de-de.cab',
      ...[`add-capability ${basic}`, `add-capability ${speech}`, `add-update ${updates.june.title}`],
      ...['unmount', 'verify', 'publish'],
    ]);
    expect(await languagesOf()).toEqual(['en-US', 'de-DE']);
    expect(await packagesOf()).toEqual(
      expect.arrayContaining([
        'Microsoft-Windows-Client-LanguagePack-Package~de-DE~10.0.26100.4349',
        'Microsoft-Windows-Client-LanguagePack-Package~en-US~10.0.26100.4349',
        'Microsoft-Windows-LanguageFeatures-Basic-de-de-Package~~10.0.26100.4349',
        'Microsoft-Windows-LanguageFeatures-Speech-de-de-Package~~10.0.26100.4349',
      ]),
    );
    expect(await month.leftovers()).toEqual([]);
  });

  it.skipIf(anyMissing(genisoimage))(
    titled('are taken out of an ISO image, without those of other languages', genisoimage),
    async () => {
      await month.image('Image', { packages: 2 });
      await month.content(updates.june);
      const source = iso(disc());
      const order = {
        ...{ image: 'Image', updates: [updates.june.uniqueId], capabilitySources: [source] },
        ...{ languages: ['de-de'], capabilities: [openSsh, basic] },
      };

      const run = await month.service(order);

      expect([run.status, run.errors]).toEqual(['Succeeded', []]);
      expect(kinds(run.steps).slice(0, 4)).toEqual(['check', 'copy', 'take-features', 'mount']);
      const { entries } = await month.call('log.show', { runId: run.runId });
      const said = entries.map(({ message }: { message: string }) => message).join('\n');
      // Two of German, OpenSSH, and what describes them; nothing of French.
      expect(said).toMatch(/Taking 6 files \(\d+ bytes\) out of/);
      expect(await packagesOf()).toEqual(expect.arrayContaining(['OpenSSH-Server-FoD-Package~~10.0.26100.1']));
    },
  );

  it('that an image has are told and not put in again', async () => {
    await month.image('Image', { packages: 2 });
    await month.content(updates.june);
    const source = disc();
    await month.service({ image: 'Image', updates: [updates.june.uniqueId], ...german(source) });

    const { plan } = await month.call('plan.show', { image: 'Image', latest: true, ...german(source) });

    expect(plan.steps).toEqual([]);
    expect(plan.warnings).toContain(`Index 1 has de-DE, ${basic}, ${speech} already.`);
  });

  it('put in alone are told to lack the update, which then goes in again at the same revision', async () => {
    await month.image('Image', { packages: 2, revision: 4349 });
    await month.content(updates.june);
    const order = { image: 'Image', ...german(disc()) };

    const alone = await month.service(order);
    const behind = await month.call('plan.show', { image: 'Image', latest: true });
    const run = await month.service({ image: 'Image', latest: true });
    const after = await month.call('plan.show', { image: 'Image', latest: true });

    expect(alone).toMatchObject({ status: 'Succeeded' });
    expect(alone.warnings).toEqual([expect.stringMatching(/no cumulative update follows them/)]);
    expect(kinds(behind.plan.steps)).toContain('add-update');
    expect(behind.plan.steps.find(({ kind }: { kind: string }) => kind === 'add-update').reason).toMatch(
      /Microsoft-Windows-Client-LanguagePack-Package de-DE.* came after it/,
    );
    expect([run.status, run.proof?.indexes[0]?.before, run.proof?.indexes[0]?.after]).toEqual([
      ...['Succeeded', '26100.4349', '26100.4349'],
    ]);
    expect(await packagesOf()).toContain('Microsoft-Windows-Client-LanguagePack-Package~de-DE~10.0.26100.4349');
    expect(after.plan.steps).toEqual([]);
  });

  it('need all checkpoints beside the update, whatever the image is past', async () => {
    await month.image('Image', { packages: 2, revision: 4349 });
    await month.catalog(checkpoint, july);
    await month.content(july);
    await month.content(checkpoint);
    const source = disc();
    const updatesOfJuly = [july.uniqueId];

    const plain = await month.call('plan.show', { image: 'Image', updates: updatesOfJuly });
    const run = await month.service({ image: 'Image', updates: updatesOfJuly, ...german(source) });

    const reasonOf = (steps: { kind: string; reason?: string }[]) =>
      steps.find(({ kind }) => kind === 'add-update')?.reason;
    expect(reasonOf(plain.plan.steps)).not.toMatch(/KB5043080/);
    expect([run.status, run.errors]).toEqual(['Succeeded', []]);
    const { plan } = await month.call('plan.show', {
      ...{ image: 'Image', updates: updatesOfJuly, languages: ['fr-FR'], capabilitySources: [source] },
    });
    expect(reasonOf(plan.steps)).toMatch(/KB5043080 lies beside it and goes in first/);
  });

  it.each([
    [
      'another build',
      { build: 22631, revision: 2861, release: '23H2' },
      { languages: ['de-DE'] },
      /Client 22621 x64\), only for Client 26100 x64/,
    ],
    ['a language that the source lacks', {}, { languages: ['it-IT'] }, /no language pack it-IT for index 1/],
    [
      'a language feature that the source lacks',
      {},
      { capabilities: ['Language.OCR~~~de-DE~0.0.1.0'] },
      /hold no Language\.OCR/,
    ],
  ])('are refused before the run: %s', async (_what, index, wish, message) => {
    await month.image('Image', { ...enterprise, ...index });

    const problem = await month.fails('schedule.add', {
      ...{ image: 'Image', capabilitySources: [disc()], runNow: true, ...wish },
    });

    expect([problem.id, problem.exitCode]).toEqual(['ImgCapabilityNotFound', 4]);
    expect(problem.message).toMatch(message);
  });

  it.each([
    ['Add-Package', 'The language de-DE is not installed.'],
    ['Add-Capability', `The capability ${basic} is not installed.`],
  ])('that DISM only says it added fail the run: %s', async (command, missing) => {
    await month.image('Image', { packages: 2 });
    month.plan({ command, do: 'pretend-success', times: 1 });

    const run = await month.service({ image: 'Image', ...german(disc()) });

    expect(run).toMatchObject({ status: 'Failed', published: null, errors: [{ id: 'ImgProofFailed' }] });
    expect(run.proof?.indexes[0]?.missing).toEqual([missing]);
  });

  it('that the cumulative update did not reach fail the run', async () => {
    await month.image('Image', { packages: 2, revision: 4349 });
    await month.content(updates.june);
    // Of three packages the last is lied about: the language, then the update behind it.
    month.plan({ command: 'Add-Package', do: 'pretend-success', skip: 3 });
    const order = { image: 'Image', latest: true, capabilitySources: [disc()] };
    const french = await month.service({ ...order, languages: ['fr-FR'] });

    const run = await month.service({ ...order, languages: ['de-DE'] });

    expect([french.status, run.status, run.published]).toEqual(['Succeeded', 'Failed', null]);
    expect(run.proof?.indexes[0]?.missing).toEqual([
      'Microsoft-Windows-Client-LanguagePack-Package~31bf3856ad364e35~amd64~de-DE~10.0.26100.1 is as it was released: the cumulative update did not reach it.',
    ]);
  });

  it('are an order of a schedule, which is read when the run starts', async () => {
    await month.image('Image', { packages: 2 });
    const order = { image: 'Image', ...german(disc()), at: '2020-01-01T00:00:00Z' };

    const { schedule } = await month.call('schedule.add', order);
    await month.call('worker.run', { once: true });

    expect(schedule).toMatchObject({ languages: ['de-DE'], capabilities: [basic, speech] });
    expect(await languagesOf()).toEqual(['en-US', 'de-DE']);
  });
});
