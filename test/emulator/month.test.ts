import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { createDism } from '../../src/dism/dism.ts';
import { failureLines, parseDismLog } from '../../src/dism/log.ts';
import type { Dism } from '../../src/dism/types.ts';
import { disk } from '../../src/emulator/disk.ts';
import { nodeProcesses } from '../../src/ports/node-processes.ts';
import type { ProcessRunner } from '../../src/ports/processes.ts';
import { emulatorSource, killed, makeImage, makePackage, readWim, useBench } from './emulator.ts';

const bench = useBench();

/** The adapter over the emulator, as a rehearsal uses it; the environment of the bench reaches every process. */
function tool(program = bench().program): Dism {
  const processes: ProcessRunner = {
    ...nodeProcesses,
    start: (command) => nodeProcesses.start({ ...command, env: bench().env }),
  };
  return createDism({ command: [process.execPath, program], processes });
}

describe('a month through the adapter', () => {
  it('mounts, adds, cleans up, commits and exports', async () => {
    const dism = tool();
    const imageFile = makeImage(bench().path('a.wim'));
    const { mountDir } = bench();
    const logPath = bench().path('month.log');
    const bars: string[] = [];
    const onProgress = (percent: number, caption: string) => bars.push(`${caption.split(' ')[0]} ${percent}`);

    const before = await dism.getImageInfoOf({ imageFile, index: 1 });
    await dism.mountImage({ imageFile, index: 1, mountDir, logPath, scratchDir: bench().folder, onProgress });
    const mounts = await dism.getMountedImageInfo();
    await dism.addPackage({ mountDir, packagePath: makePackage(bench().path('p.msu')), logPath, onProgress });
    const { packages } = await dism.getPackages({ mountDir });
    await dism.cleanupImage({ mountDir, startComponentCleanup: true, resetBase: true, logPath });
    await dism.unmountImage({ mountDir, commit: true, logPath, onProgress });
    const destinationImageFile = bench().path('b.wim');
    await dism.exportImage({ sourceImageFile: imageFile, sourceIndex: 1, destinationImageFile, logPath });
    const after = await dism.getImageInfoOf({ imageFile: destinationImageFile, index: 1 });

    expect(before.image).toMatchObject({ edition: 'Enterprise', servicePackBuild: 1742, defaultLanguage: 'en-US' });
    expect(after.image).toMatchObject({ version: '10.0.26100', servicePackBuild: 4349 });
    expect(mounts.mountedImages).toEqual([{ mountDir, imageFile, imageIndex: 1, readWrite: true, status: 'Ok' }]);
    expect(packages.filter(({ identity }) => identity.includes('RollupFix')).map(({ state }) => state)).toEqual([
      'Superseded',
      'Installed',
    ]);
    expect(bars).toContain('Mounting 100');
    expect(bars).toContain('Processing 100');
    expect(bars).toContain('Saving 100');
    expect(bars).toContain('Unmounting 100');
    expect((await dism.getMountedImageInfo()).mountedImages).toEqual([]);
    expect(failureLines(parseDismLog(readFileSync(logPath, 'utf8')))).toEqual([]);
    expect([...readWim(destinationImageFile).verify()].every((check) => check.ok)).toBe(true);
  });

  it('tells a failure with its code, its class and its lines in the log', async () => {
    const dism = tool();
    const imageFile = makeImage(bench().path('a.wim'));
    const { mountDir } = bench();
    const logPath = bench().path('month.log');
    const packagePath = makePackage(bench().path('p.msu'), { revision: 1 });
    await dism.mountImage({ imageFile, index: 1, mountDir });

    await expect(dism.addPackage({ mountDir, packagePath, logPath })).rejects.toMatchObject({
      reason: 'failed',
      code: 0x800f081e,
      class: 'S',
      message: 'The specified package is not applicable to this image.',
      logPath,
    });
    expect(failureLines(parseDismLog(readFileSync(logPath, 'utf8'))).map(({ code }) => code)).toContain(0x800f081e);
  });

  it('ends the emulator when the work is cancelled; the mount shows it', async () => {
    const dism = tool();
    const imageFile = makeImage(bench().path('a.wim'));
    const { mountDir } = bench();
    bench().env['IMGUPDATE_DISM_PACE'] = '20';
    const controller = new AbortController();
    const onProgress = (percent: number) => {
      if (percent >= 20) controller.abort();
    };

    const mounting = dism.mountImage({ imageFile, index: 1, mountDir, signal: controller.signal, onProgress });

    await expect(mounting).rejects.toMatchObject({ reason: 'cancelled' });
    expect((await dism.getMountedImageInfo()).mountedImages[0]?.status).toBe('Needs Remount');
    bench().env['IMGUPDATE_DISM_PACE'] = '0';
    await dism.remountImage({ mountDir });
    await dism.unmountImage({ mountDir, commit: false });
    expect((await dism.getMountedImageInfo()).mountedImages).toEqual([]);
  });

  it.each([
    ['not-elevated', { command: '*', do: 'not-elevated' }, 'not-elevated', 740],
    ['a flood', { command: '*', do: 'flood' }, 'garbage', 0],
    ['garbage', { command: '*', do: 'garbage' }, 'garbage', 0],
    ['death', { command: '*', do: 'die' }, 'killed', killed.exitCode ?? 0],
    ['a crash', { command: '*', do: 'crash' }, 'killed', process.platform === 'win32' ? 0xc0000005 : 0],
    ['a code', { command: '*', do: 'fail', code: '0xc1420117' }, 'failed', 0xc1420117],
  ] as const)('tells %s by its kind', async (_, fault, reason, code) => {
    bench().plan(fault);
    await expect(tool().cleanupMountpoints()).rejects.toMatchObject({ reason, code });
  });

  it('works with the source of the emulator as with its bundle', async () => {
    const { images } = await tool(emulatorSource).getImageInfo({ imageFile: makeImage(bench().path('a.wim')) });
    expect(images.map(({ name }) => name)).toEqual(['Windows 11 Enterprise']);
  });
});

describe('what the emulator leaves on the disk', () => {
  it('is a plain file for every name, also with quotes, blanks and dollar signs in the path', async () => {
    const quote = process.platform === 'win32' ? '' : '"';
    const odd = bench().path(`it's a ${quote}folder${quote} $(x) & ^ %PATH% ünïcödé`);
    disk.makeFolder(`${odd}/mount`);
    const imageFile = makeImage(`${odd}/a b.wim`);
    const dism = tool();

    await dism.mountImage({ imageFile, index: 1, mountDir: `${odd}/mount` });
    writeFileSync(`${odd}/mount/new`, 'new');
    await dism.unmountImage({ mountDir: `${odd}/mount`, commit: true });

    expect(readWim(imageFile).tree(1).find('\\new')).toBeDefined();
    expect(readdirSync(odd).sort()).toEqual(['a b.wim', 'mount']);
  });
});
