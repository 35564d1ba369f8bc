/** Whether somebody changed an upgrade package behind the library: its image, and the files beside it. */
import { readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { upgradePackage } from '../../helpers/media.ts';
import { type Month, openMonth } from '../../helpers/month.ts';

let month: Month;
let folder: string;
beforeEach(async () => {
  month = await openMonth();
  folder = (await upgradePackage(month, 'Media')).path;
});
afterEach(() => month.close());

const verify = () => month.call('image.verify', { image: 'Media' });

/** Other bytes, with the size and the time from before. */
function changeUnseen(path: string): void {
  const { atime, mtime } = statSync(path);
  const bytes = readFileSync(path);
  bytes[0] = (bytes[0] ?? 0) ^ 1;
  writeFileSync(path, bytes);
  utimesSync(path, atime, mtime);
}

describe('image verify of an upgrade package', () => {
  it('finds nothing where nothing was changed', async () => {
    expect(await verify()).toMatchObject({ ok: true, bad: [] });
  });

  it.each([
    ['sources', 'setup.exe'],
    ['sources', 'boot.wim'],
  ])('finds %s\\%s changed at the same size and time, until it is taken over', async (...names) => {
    const path = join(folder, ...names);
    changeUnseen(path);

    const { ok, bad } = await verify();

    expect([ok, bad.map(({ reason }: { reason: string }) => reason.includes(path))]).toEqual([false, [true]]);
    await month.call('image.refresh', { image: 'Media' });
    expect(await verify()).toMatchObject({ ok: true });
  });

  it('finds a file that is gone', async () => {
    rmSync(join(folder, 'sources', 'setuphost.exe'));

    const { ok, bad } = await verify();

    expect([ok, bad]).toMatchObject([false, [{ reason: expect.stringMatching(/setuphost\.exe of .+ is not there$/) }]]);
  });

  it('takes a boot image that is an image of its own for what that was published as', async () => {
    const path = join(folder, 'sources', 'boot.wim');
    changeUnseen(path);
    const { bad } = await verify();
    const sha256 = /SHA-256 (\w+)/.exec(bad[0].reason)?.[1] ?? '';
    const image = await month.site.database.selectFrom('image').selectAll().executeTakeFirstOrThrow();
    const boot = { ...image, id: 'boot', name: 'Boot', name_key: 'boot', path, sha256 };
    await month.site.database.insertInto('image').values(boot).execute();

    expect(await verify()).toMatchObject({ ok: true });
  });
});
