import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { RehearsalIndexSpec } from '../../../src/emulator/image-spec.ts';
import type { RehearsalPackageSpec } from '../../../src/emulator/make-package.ts';
import { arraySource } from '../../../src/formats/array-source.ts';
import { openCab } from '../../../src/formats/cab/open.ts';
import { nodeCompression } from '../../../src/ports/compression.ts';
import { makeCab } from '../../formats/cab/sample-cab.ts';
import { enterprise, flip, hiveInside, makeImage, makePackage, readWim, useBench } from '../emulator.ts';

const bench = useBench();
const identity = (revision: number) => `Package_for_RollupFix~31bf3856ad364e35~amd64~~26100.${revision}.1.20`;
const add = (...paths: string[]) =>
  bench().dism(`/Image:${bench().mountDir}`, '/Add-Package', ...paths.map((path) => `/PackagePath:${path}`));

async function mounted(spec: Partial<RehearsalIndexSpec> = {}, ...more: string[]): Promise<string> {
  const image = makeImage(bench().path('a.wim'), { indexes: [{ ...enterprise, ...spec }] });
  const args = ['/Mount-Image', `/ImageFile:${image}`, '/Index:1', `/MountDir:${bench().mountDir}`, ...more];
  expect((await bench().dism(...args)).exitCode).toBe(0);
  return image;
}

describe('Add-Package', () => {
  it('announces the identity, draws bars with fractions, and installs', async () => {
    await mounted();

    const result = await add(makePackage(bench().path('p.msu')));
    const list = await bench().dism(`/Image:${bench().mountDir}`, '/Get-Packages');

    expect(result.stdout).toMatch(
      /\r\n\r\nImage Version: 10\.0\.26100\.1742\r\n\r\nProcessing 1 of 1 - Adding package Package_for_RollupFix~31bf3856ad364e35~amd64~~26100\.4349\.1\.20\r\n(?:\r\[.{58}\] \r\n)+The operation completed successfully\.\r\n$/,
    );
    expect(result.stdout).toContain('1.8%');
    expect(list.stdout).toContain('Image Version: 10.0.26100.4349\r\n\r\nPackages listing:\r\n\r\nPackage Identity : ');
    expect(list.stdout).toContain(`${identity(1742)}\r\nState : Superseded\r\nRelease Type : Security Update\r\n`);
    expect(list.stdout).toContain(`${identity(4349)}\r\nState : Installed\r\nRelease Type : Security Update\r\n`);
  });

  it('of a servicing stack leaves the revision, and lets the update in that requires it', async () => {
    await mounted({ release: '1607', installationType: 'Server', build: 14393, revision: 5582 });
    const server = { release: '1607', installationType: 'Server', build: 14393 };
    const stack = makePackage(bench().path('s.msu'), { ...server, kind: 'ServicingStackUpdate', revision: 8060 });
    const lcu = makePackage(bench().path('l.msu'), { ...server, revision: 8148, requires: '14393.8060' });

    const refused = await add(lcu);
    const first = await add(stack);
    const again = await add(stack);
    const after = await add(lcu);
    const list = await bench().dism(`/Image:${bench().mountDir}`, '/Get-Packages');

    expect(refused.stdout).toContain('0x800f0823');
    expect(first.stdout).toMatch(/Package_for_ServicingStack_8060[\s\S]*completed successfully/);
    expect(again.stdout).toContain('0x800f081e');
    expect(after.stdout).toContain('Image Version: 10.0.14393.5582\r\n');
    expect(after.stdout).toContain('completed successfully');
    expect(list.stdout).toContain('Image Version: 10.0.14393.8148\r\n');
  });

  it('of .NET is pending, leaves the revision, and makes DISM refuse a clean-up', async () => {
    await mounted({ dotNet: '10.0.9200.1' });
    const spec = { kind: 'DotNetCumulativeUpdate', dotNet: '10.0.9310.2' };
    const older = makePackage(bench().path('o.msu'), { ...spec, dotNet: '10.0.9199.9' });

    const refused = await add(older);
    const result = await add(makePackage(bench().path('n.msu'), spec));
    const list = await bench().dism(`/Image:${bench().mountDir}`, '/Get-Packages');
    const cleanup = await bench().dism(`/Image:${bench().mountDir}`, '/Cleanup-Image', '/StartComponentCleanup');

    expect(refused.stdout).toContain('0x800f081e');
    expect(result.stdout).toContain('completed successfully');
    const name = 'Package_for_DotNetRollup_481~31bf3856ad364e35~amd64~~';
    expect(list.stdout).toContain('Image Version: 10.0.26100.1742\r\n');
    expect(list.stdout).toContain(`${name}10.0.9200.1\r\nState : Superseded`);
    expect(list.stdout).toContain(`${name}10.0.9310.2\r\nState : Install Pending\r\nRelease Type : Update`);
    expect(cleanup.stdout).toContain('0x800f0806');
  });

  it('to a Windows PE that starts Setup: the whole cumulative update', async () => {
    await mounted({ edition: 'WindowsPE', installationType: 'WindowsPE', pe: 'setup' });
    const lcu = await add(makePackage(bench().path('l.msu'), { revision: 4349 }));
    const list = await bench().dism(`/Image:${bench().mountDir}`, '/Get-Packages');

    expect(lcu.stdout).toContain('completed successfully');
    expect(list.stdout).toMatch(/Package_for_RollupFix~\S+26100\.4349\S+\r\nState : Installed/);
  });

  it('to a recovery image: of a cumulative update the servicing stack alone, and what is made for it', async () => {
    await mounted({ edition: 'WindowsPE', installationType: 'WindowsPE', pe: 'recovery' });
    const lcu = await add(makePackage(bench().path('l.msu'), { revision: 4349 }));
    const safeOs = makePackage(bench().path('s.cab'), { form: 'cab', kind: 'SafeOSDynamicUpdate', revision: 4335 });
    const first = await add(safeOs);
    const again = await add(safeOs);
    const list = await bench().dism(`/Image:${bench().mountDir}`, '/Get-Packages');

    expect(lcu.stdout).toContain('Error: 126\r\n\r\nThe specified module could not be found.\r\n');
    expect(first.stdout).toContain('completed successfully');
    expect(again.stdout).toContain('0x800f081e');
    const packages = [...list.stdout.matchAll(/Identity : (\S+)\r\nState : (.+)\r/g)].map(([, name, state]) => [
      name,
      state,
    ]);
    expect(packages).toEqual(
      expect.arrayContaining([
        ['Package_for_ServicingStack_4349~31bf3856ad364e35~amd64~~26100.4349.1.0', 'Installed'],
        ['Package_for_SafeOSDU~31bf3856ad364e35~amd64~~26100.4335.1.1', 'Installed'],
      ]),
    );
    expect(list.stdout).toContain('Image Version: 10.0.26100.1742\r\n');
  });

  it('refuses a Safe OS update for Windows itself', async () => {
    await mounted();

    const result = await add(makePackage(bench().path('s.cab'), { form: 'cab', kind: 'SafeOSDynamicUpdate' }));

    expect(result.stdout).toContain('0x800f081e');
  });

  it('leaves what a reader of the committed image looks for', async () => {
    const image = await mounted();
    await add(makePackage(bench().path('p.msu')));
    await bench().dism('/Unmount-Image', `/MountDir:${bench().mountDir}`, '/Commit');

    const wim = readWim(image);
    const software = hiveInside(wim, 1, 'SOFTWARE');
    const packages = software.key('Microsoft\\Windows\\CurrentVersion\\Component Based Servicing\\Packages');
    const installed = packages?.subkey(identity(4349));
    const folder = '\\Windows\\servicing\\Packages';
    expect(software.key('Microsoft\\Windows NT\\CurrentVersion')?.value('UBR')?.number()).toBe(4349);
    expect(software.key('Microsoft\\Windows NT\\CurrentVersion')?.value('CurrentBuild')?.text()).toBe('26100');
    expect(installed?.value('CurrentState')?.number()).toBe(0x70);
    expect(installed?.value('InstallName')?.text()).toBe(`${identity(4349)}.mum`);
    expect(installed?.value('InstallTimeHigh')?.number()).toBeGreaterThan(0x01d00000);
    expect(packages?.subkey(identity(1742))?.value('CurrentState')?.number()).toBe(0x50);
    expect(hiveInside(wim, 1, 'SYSTEM').key('ControlSet001\\Control\\Windows')?.value('CSDBuildNumber')?.number()).toBe(
      4349,
    );
    expect(wim.tree(1).find(`${folder}\\${identity(4349)}.mum`)).toBeDefined();
    expect(wim.tree(1).find(`${folder}\\${identity(4349)}.cat`)).toBeDefined();
    expect(wim.images[0]?.version).toMatchObject({ build: 26100, spBuild: 4349 });
    expect([...wim.tree(1).walk()].filter(({ path }) => path.includes('.imgupdate'))).toEqual([]);
  });

  it('leaves the same in the image whatever the form of the package', async () => {
    const left = async (name: string, form: 'cab' | 'msu-cab' | 'msu-wim') => {
      await mounted();
      expect((await add(makePackage(bench().path(name), { form }))).exitCode).toBe(0);
      await bench().dism('/Unmount-Image', `/MountDir:${bench().mountDir}`, '/Commit');
      const wim = readWim(bench().path('a.wim'));
      rmSync(bench().path('a.wim'));
      const hive = hiveInside(wim, 1, 'SOFTWARE').key(
        'Microsoft\\Windows\\CurrentVersion\\Component Based Servicing\\Packages',
      );
      return {
        packages: [...(hive?.subkeys() ?? [])].map((key) => [key.name, key.value('CurrentState')?.number()]),
        // The hives differ in their times.
        files: [...wim.tree(1).walk()].flatMap(({ path, entry }) => (/config\\/.test(path) ? [] : [path, entry.sha1])),
        version: wim.images[0]?.version,
      };
    };

    const wimForm = await left('wim.msu', 'msu-wim');

    expect(wimForm.packages).toContainEqual([identity(4349), 0x70]);
    expect(await left('a.cab', 'cab')).toEqual(wimForm);
    expect(await left('cab.msu', 'msu-cab')).toEqual(wimForm);
  });

  it.each(['folder', 'update.mum'])('takes an expanded cabinet, named by its %s', async (named) => {
    await mounted();
    const folder = bench().path('expanded');
    mkdirSync(folder);
    const cab = openCab(
      arraySource(readFileSync(makePackage(bench().path('p.cab'), { form: 'cab' }))),
      nodeCompression,
    );
    for (const member of cab.members) writeFileSync(join(folder, member.name), cab.readAll(member, 1 << 20));

    const result = await add(named === 'folder' ? folder : join(folder, named));

    expect(result.stdout).toContain(`Processing 1 of 1 - Adding package ${identity(4349)}\r\n`);
    expect(result.exitCode).toBe(0);
  });

  it('stumbles over WSUSSCAN.cab where an .msu was expanded, and installs the package beside it', async () => {
    await mounted();
    const folder = bench().path('expanded');
    mkdirSync(folder);
    const path = makePackage(bench().path('p.msu'), { form: 'msu-cab' });
    const msu = openCab(arraySource(readFileSync(path)), nodeCompression);
    for (const member of msu.members) writeFileSync(join(folder, member.name), msu.readAll(member, 1 << 20));

    const result = await add(folder);
    const list = await bench().dism(`/Image:${bench().mountDir}`, '/Get-Packages');

    expect(result.stdout).toContain('An error occurred trying to open - WSUSSCAN.cab Error: 0x80070002\r\n');
    expect(result.stdout).toContain('\r\n\r\nError: 2\r\n');
    expect(list.stdout).toContain(`${identity(4349)}\r\nState : Installed`);
  });

  it('takes no .msu that is called .cab', async () => {
    await mounted();

    const result = await add(makePackage(bench().path('p.cab'), { form: 'msu-cab' }));

    expect(result.stdout).toContain('Error: 0x800f0805\r\n');
  });

  it('of 26100 goes into 25H2, whose own build is 26200', async () => {
    const image = await mounted({ build: 26200, release: '25H2', revision: 4000 });
    expect((await add(makePackage(bench().path('p.msu')))).exitCode).toBe(0);
    await bench().dism('/Unmount-Image', `/MountDir:${bench().mountDir}`, '/Commit');

    expect(readWim(image).images[0]?.version).toMatchObject({ build: 26200, spBuild: 4349 });
  });

  it.each<[string, Partial<RehearsalIndexSpec>, Partial<RehearsalPackageSpec>, string]>([
    ['the same revision', { revision: 4349 }, {}, '0x800f081e'],
    ['a newer revision', { revision: 5000 }, {}, '0x800f081e'],
    ['another architecture', {}, { architecture: 'arm64' }, '0x800f081e'],
    ['another build', { build: 19045, revision: 1 }, {}, '0x800f081e'],
    ['a server', { installationType: 'Server' }, {}, '0x800f081e'],
    ['a client, for a package of Server Core', {}, { installationType: 'Server Core' }, '0x800f081e'],
    ['an older servicing stack', {}, { requires: '26100.3000' }, '0x800f0823'],
    ['a missing checkpoint', {}, { baseline: '26100.2000' }, '0x800f0838'],
  ])('does not go into %s', async (_, index, spec, code) => {
    await mounted(index);

    const result = await add(makePackage(bench().path('p.msu'), spec));

    expect(result.stdout).toMatch(new RegExp(`100\\.0%=+\\] \r\n\r\nError: ${code}\r\n\r\n`));
    expect(result.exitCode).not.toBe(0);
    const list = await bench().dism(`/Image:${bench().mountDir}`, '/Get-Packages');
    expect(list.stdout.match(/RollupFix/g)).toHaveLength(1);
  });

  it('finds the checkpoint that lies beside it', async () => {
    await mounted();
    makePackage(bench().path('checkpoint.msu'), { revision: 2000, articleId: '5043080', form: 'msu-cab' });
    writeFileSync(bench().path('junk.msu'), 'junk');

    expect((await add(makePackage(bench().path('p.msu'), { baseline: '26100.2000' }))).exitCode).toBe(0);
  });

  it('fails for a checkpoint whose folder is named with it, and installs the other', async () => {
    await mounted();
    mkdirSync(bench().path('folder'));
    makePackage(join(bench().path('folder'), 'a.msu'), { revision: 2000, articleId: '5043080' });
    makePackage(join(bench().path('folder'), 'b.msu'), { baseline: '26100.2000' });

    const result = await add(bench().path('folder'));

    expect(result.stdout).toContain('Error: 552\r\n\r\nAn error occurred applying the Unattend.xml file from the .msu');
    expect(result.stdout).toContain(`Processing 2 of 2 - Adding package ${identity(4349)}`);
  });

  it.each([
    ['a page', '<html><body>Access denied</body></html>'.repeat(20), 'Error: 0x800f0805'],
    ['an empty file', '', 'Error: 0x800f0805'],
    ['a damaged cabinet', `MSCF${'\0'.repeat(100)}`, 'Error: 50'],
    ['a cabinet without a package', makeCab([['a.txt', Buffer.from('a')]]).bytes(), 'Error: 0x800f0805'],
    ['a package of somebody else', makeCab([['update.mum', Buffer.from('a')]]).bytes(), 'Error: 50'],
  ])('refuses %s', async (_, content, error) => {
    await mounted();
    writeFileSync(bench().path('p.msu'), content);

    const result = await add(bench().path('p.msu'));

    expect(result.stdout).toContain('An error occurred trying to open - ');
    expect(result.stdout).toContain(`\r\n\r\n${error}\r\n`);
  });

  it('refuses a package that is missing, cut, or has a wrong byte, and changes nothing', async () => {
    await mounted();
    const good = makePackage(bench().path('good.msu'));
    const bytes = readFileSync(good);
    writeFileSync(bench().path('cut.msu'), bytes.subarray(0, bytes.length - 700));
    writeFileSync(bench().path('flipped.msu'), bytes);
    flip(bench().path('flipped.msu'), bytes.indexOf('assemblyIdentity'));

    expect((await add(bench().path('none.msu'))).stdout).toMatch(/none\.msu Error: 0x80070002\r\n\r\nError: 2\r\n/);
    expect((await add(bench().path('cut.msu'))).stdout).toContain('Error: 13\r\n');
    expect((await add(bench().path('flipped.msu'))).stdout).toContain('Error: 13\r\n');
    expect(readdirSync(join(bench().mountDir, 'Windows', 'servicing', 'Packages')).join()).not.toContain('4349');
  });

  it('takes several files and a folder, goes on after a failure, and ends with its code', async () => {
    await mounted();
    mkdirSync(bench().path('folder'));
    makePackage(join(bench().path('folder'), 'b.msu'), { revision: 4349 });
    const wrong = makePackage(bench().path('wrong.msu'), { architecture: 'x86' });

    const result = await add(wrong, bench().path('folder'));

    expect(result.stdout).toContain('Processing 1 of 2 - Adding package');
    expect(result.stdout).toContain('Processing 2 of 2 - Adding package');
    expect(result.stdout).toContain('Error: 0x800f081e');
    const list = await bench().dism(`/Image:${bench().mountDir}`, '/Get-Packages');
    expect(list.stdout).toContain(`${identity(4349)}\r\nState : Installed`);
  });

  it('refuses a folder without a Windows and an image that is mounted read-only', async () => {
    expect((await add(makePackage(bench().path('p.msu')))).stdout).toContain(
      'Error: 2\r\n\r\nUnable to access the image.',
    );
    await mounted({}, '/ReadOnly');
    expect((await add(bench().path('p.msu'))).stdout).toContain('Error: 0xc1510111');
  });

  it('that says 0x800f0830 spoils the mount for every later command', async () => {
    await mounted();
    bench().plan({ command: 'Add-Package', do: 'fail', code: '0x800f0830', atPercent: 50, times: 1 });

    const first = await add(makePackage(bench().path('p.msu')));
    const second = await add(bench().path('p.msu'));
    const cleanup = await bench().dism(`/Image:${bench().mountDir}`, '/Cleanup-Image', '/StartComponentCleanup');

    for (const { stdout } of [first, second, cleanup]) {
      expect(stdout).toContain(
        'Error: 0x800f0830\r\n\r\nThe specified image is no longer serviceable and may be corrupted. \r\n',
      );
    }
  });

  it('that is killed before the end leaves an image that does not claim the update', async () => {
    await mounted();
    bench().env['IMGUPDATE_DISM_PACE'] = '20';
    const running = bench().start(
      ...[`/Image:${bench().mountDir}`, '/Add-Package', `/PackagePath:${makePackage(bench().path('p.msu'))}`],
    );
    await running.seen('63.2%');
    running.child.kill('SIGKILL');
    await running.ended;
    bench().env['IMGUPDATE_DISM_PACE'] = '0';

    const list = await bench().dism(`/Image:${bench().mountDir}`, '/Get-Packages');
    expect(list.stdout).not.toContain('26100.4349');
    expect((await bench().dism('/Get-MountedImageInfo')).stdout).toContain('Status : Ok');
  });
});

describe('Cleanup-Image', () => {
  it('with ResetBase removes superseded packages and notes the time; the export is smaller for it', async () => {
    const image = await mounted();
    await add(makePackage(bench().path('p.msu')));

    const result = await bench().dism(
      ...[`/Image:${bench().mountDir}`, '/Cleanup-Image', '/StartComponentCleanup', '/ResetBase'],
    );
    await bench().dism('/Unmount-Image', `/MountDir:${bench().mountDir}`, '/Commit');

    expect(result.stdout).toMatch(/Image Version: 10\.0\.26100\.4349\r\n\r\n\r\n\r\[/);
    const wim = readWim(image);
    const servicing = hiveInside(wim, 1, 'SOFTWARE').key(
      'Microsoft\\Windows\\CurrentVersion\\Component Based Servicing',
    );
    expect(servicing?.value('LastResetBase_UTC')?.text()).toMatch(/^\d{4}\/\d{1,2}\/\d{1,2}:\d\d:\d\d:\d\d\.\d{3}$/);
    expect(servicing?.subkey('Packages')?.subkey(identity(1742))).toBeUndefined();
    expect([...wim.tree(1).walk()].filter(({ path }) => path.includes('26100.1742'))).toEqual([]);
  });

  it('without ResetBase keeps the records and gives back the payload', async () => {
    await mounted();
    await add(makePackage(bench().path('p.msu')));
    await bench().dism(`/Image:${bench().mountDir}`, '/Cleanup-Image', '/StartComponentCleanup');

    const list = await bench().dism(`/Image:${bench().mountDir}`, '/Get-Packages');
    expect(list.stdout).toContain(`${identity(1742)}\r\nState : Superseded`);
    expect(readdirSync(join(bench().mountDir, 'Windows', 'WinSxS')).filter((name) => name.includes('1742'))).toEqual(
      [],
    );
  });

  it('is refused while operations are pending, and without a task', async () => {
    await mounted();
    writeFileSync(join(bench().mountDir, 'Windows', 'WinSxS', 'pending.xml'), '<x/>');

    const pending = await bench().dism(`/Image:${bench().mountDir}`, '/Cleanup-Image', '/StartComponentCleanup');
    const nothing = await bench().dism(`/Image:${bench().mountDir}`, '/Cleanup-Image');

    expect(pending.stdout).toContain(
      'Error: 0x800f0806\r\n\r\nThe operation could not be completed due to pending operations.',
    );
    expect(nothing.stdout).toContain('Error: 87');
  });
});
