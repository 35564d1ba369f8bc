/** What vouches for a file of a folder, and for what stands for an update. */
import { copyFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { type Month, packageFile, sha256, updates } from '../helpers/month.ts';
import { cab, manifest } from '../packages/made-package.ts';
import { eachOffering } from './offering.ts';

let month: Month;

const june = updates.june.uniqueId;
const may = updates.may.uniqueId;
const contents = async () => (await month.call('content.list')).contents;
const { record } = eachOffering((opened) => {
  ({ month } = opened);
});

describe('what vouches for a file', () => {
  it('of a folder is its own word, where it is a stand-in, and nothing where it is not signed', async () => {
    const path = packageFile(month.folder, updates.june);
    mkdirSync(month.path('a folder'));
    copyFileSync(path, month.path('a folder', 'june.msu'));
    const plain = month.path('a folder', 'windows11.0-kb5058411-x64.cab');
    writeFileSync(
      plain,
      cab({ 'update.mum': manifest('Package_for_RollupFix~31bf3856ad364e35~amd64~~26100.4061.1.0') }),
    );
    const find = { digestTrust: 'find' };
    await record(updates.june, [
      {
        name: 'june.msu',
        size: readFileSync(path).length,
        sha256: sha256(path),
        url: pathToFileURL(month.path('a folder', 'june.msu')).href,
        ...find,
      },
    ]);
    await record(updates.may, [
      {
        name: 'windows11.0-kb5058411-x64.cab',
        size: readFileSync(plain).length,
        sha256: sha256(plain),
        url: pathToFileURL(plain).href,
        ...find,
      },
    ]);

    const { files, warnings, ok } = await month.call('content.save', { uniqueId: [june, may] });

    expect(files).toMatchObject([{ verification: 'stand-in' }, { verification: 'unverified' }]);
    expect(ok).toBe(true);
    expect(warnings).toEqual([expect.stringContaining('not used')]);
    expect(await contents()).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ uniqueId: june, standIn: true, verification: 'stand-in' }),
        expect.objectContaining({ uniqueId: may, standIn: false, verification: 'unverified' }),
      ]),
    );
    // The emulator's images take a stand-in; nothing takes what nothing vouches for.
    await month.image('Image');
    expect((await month.service({ image: 'Image', updates: [june] })).status).toBe('Succeeded');
    await month.image('Second', { revision: 1 });
    const run = await month.service({ image: 'Second', updates: [may] });
    expect([run.status, run.errors[0]?.id]).toEqual(['Failed', 'ImgContentUnverified']);
  });

  it('is refused where a stand-in stands for another update', async () => {
    const path = packageFile(month.folder, updates.may);
    await record(updates.june, [
      {
        name: 'x.msu',
        size: readFileSync(path).length,
        sha256: sha256(path),
        url: pathToFileURL(path).href,
        digestTrust: 'find',
      },
    ]);

    expect((await month.fails('content.save', { uniqueId: [june] })).id).toBe('ImgContentQuarantined');
    expect((await month.call('content.list'))['quarantined']).toMatchObject([{ reason: 'another-update' }]);
    // The file of the folder is where it was.
    expect(existsSync(path)).toBe(true);
  });
});
