/** Commands that a person gives by hand: editions, answer files, split sets, packages taken out, the store analysed. */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { arraySource } from '../../../src/formats/array-source.ts';
import { openSplitWim } from '../../../src/formats/wim/open-split.ts';
import { newDigest } from '../../../src/ports/digests.ts';
import { enterprise, makeImage, makePackage, readWim, useBench } from '../emulator.ts';

const bench = useBench();
const here = (...args: string[]) => bench().dism(`/Image:${bench().mountDir}`, ...args);
const rollup = (revision: number) => `Package_for_RollupFix~31bf3856ad364e35~amd64~~26100.${revision}.1.20`;
const frame = '\r\nDeployment Image Servicing and Management tool\r\nVersion: 10.0.26100.5074\r\n\r\n';
const version = 'Image Version: 10.0.26100.1742\r\n\r\n';
const success = 'The operation completed successfully.\r\n';

async function mounted(): Promise<string> {
  const image = makeImage(bench().path('a.wim'), { indexes: [enterprise] });
  await bench().dism('/Mount-Image', `/ImageFile:${image}`, '/Index:1', `/MountDir:${bench().mountDir}`);
  return image;
}

async function addUpdate(): Promise<void> {
  await here('/Add-Package', `/PackagePath:${makePackage(bench().path('p.msu'), { form: 'msu-wim' })}`);
}

it('Get-CurrentEdition says which one', async () => {
  await mounted();

  const { stdout } = await here('/get-currentEDITION');

  expect(stdout).toBe(`${frame}${version}Current edition is:\r\n\r\nCurrent Edition : Enterprise\r\n\r\n${success}`);
});

describe('Apply-Unattend', () => {
  const answers = (inside: string): string => {
    writeFileSync(bench().path('u.xml'), `<unattend xmlns="urn:schemas-microsoft-com:unattend">${inside}</unattend>`);
    return `/Apply-Unattend:${bench().path('u.xml')}`;
  };
  const left = (): string => readFileSync(join(bench().mountDir, 'Windows', 'Panther', 'unattend.xml'), 'utf8');

  it('leaves the answers of offlineServicing in the image', async () => {
    await mounted();

    const { stdout } = await here(answers('<settings pass="offlineServicing"></settings>'));

    expect(stdout).toBe(`${frame}${version}${success}`);
    expect(left()).toContain('offlineServicing');
  });

  it('does nothing with those of another pass', async () => {
    await mounted();

    expect((await here(answers('<settings pass="specialize"></settings>'))).stdout).toContain(success);
    expect(left).toThrow('ENOENT');
  });

  it.each([
    ['packages in it', () => answers('<servicing><package action="install"></package></servicing>'), '50'],
    ['another document', () => answers('').replace('u.xml', 'a.wim'), '13'],
    ['no such file', () => '/Apply-Unattend:nowhere.xml', '2'],
  ])('is refused with %s', async (_what, argument, code) => {
    await mounted();

    expect((await here(argument())).stdout).toContain(`\r\nError: ${code}\r\n`);
  });

  it('without a file ends as dism.exe does', async () => {
    await mounted();

    expect((await here('/Apply-Unattend:')).stdout).toContain(
      '\r\nError: 87\r\n\r\nThe /Apply-Unattend: option is missing a required argument.\r\n' +
        'For more information, refer to the help for the /Apply-Unattend: option.\r\n',
    );
  });
});

describe('Split-Image', () => {
  const split = (image: string, folder: string, ...more: string[]) =>
    bench().dism('/Split-Image', `/ImageFile:${image}`, `/SWMFile:${join(folder, 'install.swm')}`, ...more);

  it('writes parts that hold all together', async () => {
    const image = makeImage(bench().path('a.wim'), {
      indexes: [{ ...enterprise, bytes: 2_200_000, files: 30 }],
      compression: 'none',
    });

    const { stdout } = await split(image, bench().folder, '/FileSize:1');

    const parts = ['install.swm', 'install2.swm', 'install3.swm'].map((name) => readFileSync(bench().path(name)));
    expect(stdout).toMatch(/5074\r\n\r\n(?:\r\[.{58}\] \r\n)+The operation completed successfully\.\r\n$/);
    expect(parts.map(({ length }) => length <= 1024 * 1024)).toEqual([true, true, true]);
    expect(new Set(openSplitWim(parts.map(arraySource), newDigest).blobs.keys())).toEqual(
      new Set(readWim(image).blobs.keys()),
    );
  });

  it('names a parameter that is incorrect when there is no such folder', async () => {
    const image = makeImage(bench().path('a.wim'));

    const { stdout } = await split(image, bench().path('nowhere'), '/FileSize:1');

    expect(stdout).toContain('\r\nError: 87\r\n\r\nThe parameter is incorrect.\r\n');
  });
});

describe('Remove-Package', () => {
  it('brings back what the update replaced', async () => {
    await mounted();
    await addUpdate();

    const { stdout } = await here('/Remove-Package', `/PackageName:${rollup(4349)}`);

    expect(stdout).toMatch(
      /\r\nProcessing 1 of 1 - Removing package Package_for_RollupFix~.*\r\n(?:\r\[.{58}\] \r\n)+The op/,
    );
    const after = await here('/Get-Packages');
    expect(after.stdout).toContain(version);
    expect(after.stdout).not.toContain(rollup(4349));
    expect(after.stdout).toContain(`Package Identity : ${rollup(1742)}\r\nState : Installed\r\n`);
  });

  it.each([
    ['after a ResetBase', true, rollup(4349), '0x800f0825'],
    ['of the one that the image was made with', false, rollup(1742), '0x800f0825'],
    ['of what is not there', false, 'Package_of_nobody~31bf3856ad364e35~amd64~~1.0.0.0', '0x800f0805'],
  ])('is refused %s', async (_what, reset, name, code) => {
    await mounted();
    if (reset) {
      await addUpdate();
      await here('/Cleanup-Image', '/StartComponentCleanup', '/ResetBase');
    }

    const { stdout } = await here('/Remove-Package', `/PackageName:${name}`);

    expect(stdout).toContain(
      `\r\n Error: ${code}\r\n\r\nError: ${code}\r\n\r\nDISM failed. No operation was performed.\r\n`,
    );
  });

  it('does not take an .msu', async () => {
    await mounted();
    const path = makePackage(bench().path('p.msu'), { form: 'msu-wim' });

    expect((await here('/Remove-Package', `/PackagePath:${path}`)).stdout).toContain('\r\nError: 50\r\n');
  });
});

describe('Cleanup-Image', () => {
  const manifestIn = (folder: string): string =>
    join(folder, 'Windows', 'servicing', 'Packages', `${rollup(1742)}.mum`);

  it('analyses the store: what could be given back, and that it was', async () => {
    await mounted();
    await addUpdate();

    const before = await here('/Cleanup-Image', '/AnalyzeComponentStore');
    await here('/Cleanup-Image', '/StartComponentCleanup', '/ResetBase');
    const after = await here('/Cleanup-Image', '/AnalyzeComponentStore');

    expect(before.stdout).toMatch(
      /\] \r\n\r\nComponent Store \(WinSxS\) information:\r\n\r\nWindows Explorer Reported Size of Component Store : \d+\.\d\d KB\r\n\r\nActual Size of Component Store : .*\r\n\r\n {4}Shared with Windows : .*\r\n {4}Backups and Disabled Features : .*\r\n {4}Cache and Temporary Data : 0 bytes\r\n\r\nNumber of Reclaimable Packages : 2\r\nComponent Store Cleanup Recommended : Yes\r\n\r\nThe operation/,
    );
    expect(after.stdout).toMatch(
      /\r\n\r\nDate of Last Cleanup : \d{4}-\d\d-\d\d \d\d:\d\d:\d\d\r\n\r\nNumber of Reclaimable Packages : 0\r\nComponent Store Cleanup Recommended : No\r\n/,
    );
  });

  it('restores what is damaged from a source, and says so', async () => {
    const image = await mounted();
    const source = bench().path('source');
    mkdirSync(source);
    await bench().dism('/Apply-Image', `/ImageFile:${image}`, '/Index:1', `/ApplyDir:${source}`);
    rmSync(manifestIn(bench().mountDir));

    const without = await here('/Cleanup-Image', '/RestoreHealth', '/LimitAccess');
    const { stdout } = await here('/Cleanup-Image', '/RestoreHealth', `/Source:${join(source, 'Windows')}`);

    expect(without.stdout).toMatch(
      /\r\n\r\[=+100\.0%=+\] \r\nError: 0x800f081f\r\n\r\nThe source files could not be found\.\r\n/,
    );
    expect(stdout).toContain(`] \r\nThe restore operation completed successfully.\r\n${success}`);
    expect(readFileSync(manifestIn(bench().mountDir))).toEqual(readFileSync(manifestIn(source)));
  });

  it('does one thing at a time', async () => {
    await mounted();

    const { stdout } = await here('/Cleanup-Image', '/RestoreHealth', '/ScanHealth');

    expect(stdout).toContain('\r\nError: 87\r\n');
  });
});
