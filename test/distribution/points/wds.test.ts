/** Image groups of Windows Deployment Services, through a real PowerShell and a module that stands for its own. */
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { anyMissing, titled } from '../../helpers/requires.ts';
import { livePowerShell, wdsStore } from '../../sources/live-site.ts';
import { openWdsSite, type WdsSite } from './wds-site.ts';

describe.skipIf(anyMissing(livePowerShell))(titled('an image group', livePowerShell), () => {
  let site: WdsSite;
  beforeEach(async () => {
    site = await openWdsSite();
  });
  afterEach(() => site.close());

  // biome-ignore lint/suspicious/noExplicitAny: documents as the test looks at them
  const verify = async (): Promise<any> =>
    // biome-ignore lint/suspicious/noExplicitAny: documents as the test looks at them
    ((await site.call('distribution.status', { image: 'Clients', verify: true })).document as any).statuses[0];
  const shown = (): string[] =>
    site.stored().map(({ ImageName, FileName, Enabled }) => {
      const version = FileName.split('-').at(-2);
      return `${ImageName} = ${version}${Enabled ? '' : ', disabled'}`;
    });

  it('gets what was sent, under the name of the index, and gives back the same', async () => {
    const { statuses, ok } = await site.send();
    expect(ok).toBe(true);
    expect(statuses[0].targets).toMatchObject([{ state: 'Success', path: 'wds://wds1.example/Windows 11' }]);
    expect(shown()).toEqual(['Windows 11 Enterprise = 1']);
    expect(site.stored()[0]?.Description).toMatch(/^Clients, version 1, SHA-256 [0-9a-f]{64}$/);
    const calls = site.calls();
    expect(calls.every((call) => call.includes('-CimSession wds1.example'))).toBe(true);
    expect(calls.map((call) => call.split('-Wds')[0])).toEqual(
      expect.arrayContaining(['New', 'Import', 'Export', 'Set', 'Enable']),
    );
    expect((await verify()).numberSuccess).toBe(1);
    expect(existsSync(join(site.path, 'images', site.stored()[0]?.FileName.slice(0, 36) ?? '', 'proof.wim'))).toBe(
      false,
    );
  });

  it('keeps the version before, disabled, and lets go older ones', async () => {
    await site.send();
    await site.next(2000);
    await site.send();
    expect(shown()).toEqual(['Windows 11 Enterprise (version 1) = 1, disabled', 'Windows 11 Enterprise = 2']);
    await site.next(2100);
    await site.send();
    expect(shown()).toEqual(['Windows 11 Enterprise (version 2) = 2, disabled', 'Windows 11 Enterprise = 3']);
    site.calls();
    await site.send();
    expect(site.calls().filter((call) => !call.startsWith('Get-'))).toEqual([]);
  });

  it('takes the name from what others put there, and never removes that', async () => {
    const other = { ImageName: 'Clients 11', ImageGroup: 'Windows 11', FileName: 'install.wim', Enabled: true };
    writeFileSync(join(wdsStore, 'store.json'), JSON.stringify({ groups: ['Windows 11'], images: [other] }));
    await site.set({
      images: { 'windows 11 enterprise': 'Clients 11' },
      keepPrevious: 0,
      unattendFile: 'D:\\unattend.xml',
    });
    expect((await site.send()).ok).toBe(true);
    expect(site.calls()).toContainEqual(expect.stringMatching(/^Import-.* -UnattendFile D:\\unattend.xml/));
    await site.next(2000);
    await site.send();
    expect(site.stored().map(({ ImageName, Enabled }) => [ImageName, Enabled])).toEqual([
      ['Clients 11 (before install.wim)', false],
      ['Clients 11', true],
    ]);
  });

  it.each([
    ['nothing was imported', 'Import-*', ['Windows 11 Enterprise = 1']],
    [
      'nothing was proved',
      'Export-*',
      ['Windows 11 Enterprise = 1', 'Windows 11 Enterprise (version 2, not proved yet) = 2'],
    ],
    [
      'the new one did not get the name, so the old one has it back',
      'Set-*-2-1.wim *',
      ['Windows 11 Enterprise = 1', 'Windows 11 Enterprise (version 2, not proved yet) = 2'],
    ],
  ])('serves the version before when %s, and the next send goes on', async (_what, call, then) => {
    await site.send();
    await site.next(2000);
    site.fail(call);
    expect((await site.send()).statuses[0].lastError).toMatchObject({
      ...{ id: 'ImgPointUnreachable', detail: expect.stringContaining('0xc1030104') },
    });
    expect(shown()).toEqual(then);
    site.work();
    expect((await site.send()).ok).toBe(true);
    expect(shown()).toEqual(['Windows 11 Enterprise (version 1) = 1, disabled', 'Windows 11 Enterprise = 2']);
  });

  it('that gives back something else is told, and what was imported is removed', async () => {
    await site.send();
    await site.next(2000);
    writeFileSync(join(wdsStore, 'damage.txt'), '');
    expect((await site.send()).statuses[0].lastError).toMatchObject({ id: 'ImgPointDamages' });
    expect(shown()).toEqual(['Windows 11 Enterprise = 1']);
    rmSync(join(wdsStore, 'damage.txt'));
    expect((await site.send()).ok).toBe(true);
    // Another Windows in its place.
    writeFileSync(
      join(wdsStore, site.stored()[1]?.FileName ?? ''),
      readFileSync(site.image('other.wim', { revision: 9 })),
    );
    expect(await verify()).toMatchObject({ numberErrors: 1, lastError: { id: 'ImgPointDamages' } });
  });

  it('of which no index is named, or two would have one name, gets nothing', async () => {
    await site.set({ images: { Home: 'x' } });
    expect((await site.send()).statuses[0].lastError).toMatchObject({ id: 'ImgPointInvalid' });
    expect(site.calls().join()).not.toContain('Import-');
  });

  it('is tried', async () => {
    const show = async () => (await site.call('distribution.show', { name: 'WDS', test: true })).document;
    expect(((await show())['checks'] as { ok: boolean }[]).at(-1)).toMatchObject({ ok: true });
    site.fail('Get-*');
    expect(((await show())['checks'] as { ok: boolean }[]).at(-1)).toMatchObject({ ok: false });
  });
});
