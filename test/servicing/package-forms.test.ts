/** An update goes the whole way of a month in every form that packages have. */
import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Month, openMonth, sha256, updates } from '../helpers/month.ts';

let month: Month;
beforeEach(async () => {
  month = await openMonth();
});
afterEach(() => month.close());

const { uniqueId, title, package: spec } = updates.june;
const forms = [
  ['cab', 'windows11.0-kb5060842-x64.cab'],
  ['msu-cab', 'windows11.0-kb5060842-x64.msu'],
] as const;

/** Makes a package and tells the catalog its digest, as a source of updates would. */
async function inCatalog(form: string, name: string): Promise<string> {
  const { path } = await month.call('rehearsal.package', { out: month.path(name), spec: { ...spec, form } });
  const files = [{ name, size: readFileSync(path).length, sha256: sha256(path) }];
  writeFileSync(month.path('more.jsonl'), JSON.stringify({ uniqueId, title, revisionNumber: 2, files }));
  await month.call('update.import', { path: month.path('more.jsonl') });
  return path;
}

describe.each(forms)('a package in the form %s', (form, name) => {
  it('is made, described, stored, applied, proved and published', async () => {
    const image = await month.image('Windows 11');
    const path = await inCatalog(form, name);

    const described = await month.call('package.inspect', { path });
    const { content } = await month.call('content.add', { path });
    const run = await month.service({ image: 'Windows 11', updates: [uniqueId], removeSupersededUpdates: true });

    expect(described).toMatchObject({
      ...{ format: form, kind: 'CumulativeUpdate', articleId: '5060842', revision: '26100.4349', architecture: 'x64' },
      ...{ isOfflineServiceable: true, standIn: true, warnings: [], signature: { present: false } },
    });
    expect(content).toMatchObject({ uniqueId, matchedBy: 'sha256', name });
    expect(run.errors).toEqual([]);
    expect(run).toMatchObject({
      status: 'Succeeded',
      proof: { ok: true, indexes: [{ before: '26100.1742', after: '26100.4349', missing: [] }] },
      published: { path: image.path, sha256: sha256(image.path) },
    });
    const { packages } = (await month.call('image.inspect', { path: image.path, packages: true })).indexes[0];
    expect(packages).toMatchObject([
      { identity: 'Package_for_RollupFix~31bf3856ad364e35~amd64~~26100.4349.1.20', state: 'Installed' },
    ]);
    expect((await month.call('image.verify', { path: image.path })).ok).toBe(true);
    expect(await month.leftovers()).toEqual([]);
  });

  it('stands in for an update whose file nobody has, under a name that servicing knows', async () => {
    await month.image('Windows 11');
    const path = await inCatalog(form, name);
    copyFileSync(path, month.path(`a b ${name}`));

    const { content } = await month.call('content.add', {
      ...{ path: month.path(`a b ${name}`), uniqueId, standIn: true },
    });
    const run = await month.service({ image: 'Windows 11', updates: [uniqueId] });

    expect(content.path.slice(-4)).toBe(name.slice(-4));
    expect(run).toMatchObject({ status: 'Succeeded', proof: { ok: true } });
  });

  it('is taken by its path, without being stored first', async () => {
    await month.image('Windows 11');
    const path = await inCatalog(form, name);

    const run = await month.service({ image: 'Windows 11', updates: [path] });

    expect(run).toMatchObject({ status: 'Succeeded', proof: { ok: true } });
  });

  it('for another build is not put in, and the image stays as it was', async () => {
    const image = await month.image('Windows 11');
    const { path } = await month.call('rehearsal.package', {
      ...{ out: month.path(name), spec: { ...spec, form, build: 22621 } },
    });
    const files = [{ name, size: readFileSync(path).length, sha256: sha256(path) }];
    writeFileSync(month.path('more.jsonl'), JSON.stringify({ uniqueId, title, revisionNumber: 2, files }));
    await month.call('update.import', { path: month.path('more.jsonl') });
    await month.call('content.add', { path });

    const run = await month.service({ image: 'Windows 11', updates: [uniqueId] });

    expect(run.status).not.toBe('Succeeded');
    expect(run.published).toBeNull();
    expect(sha256(image.path)).toBe(image.sha256);
  });
});
