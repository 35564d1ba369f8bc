import { describe, expect, it } from 'vitest';
import { createDism } from '../../src/dism/dism.ts';
import type { DismError } from '../../src/dism/dism-error.ts';
import { nodeProcesses } from '../../src/ports/node-processes.ts';
import type { ProcessRunner } from '../../src/ports/processes.ts';

const frame = '\r\nDeployment Image Servicing and Management tool\r\nVersion: 10.0.26100.5074\r\n\r\n';
const success = 'The operation completed successfully.\r\n';

/** A tool that answers with fixed bytes and remembers what it was asked. */
function answering(text: string, exitCode = 0): { processes: ProcessRunner; asked: string[][] } {
  const asked: string[][] = [];
  const refuse = () => {
    throw new Error('unexpected call');
  };
  return {
    asked,
    processes: {
      async start({ program, arguments: args, onOutput }) {
        asked.push([program, ...args]);
        onOutput?.(new TextEncoder().encode(text));
        const finished = Promise.resolve({ exitCode, signal: null });
        return { pid: 42, startTime: 'boot/1', finished, kill: async () => {} };
      },
      startDetached: refuse,
      childrenEndWithUs: false,
      ownStartTime: refuse,
      lives: refuse,
      withArgument: refuse,
      end: refuse,
    },
  };
}

/** A real process that runs a tiny script. */
const scripted = (script: string) =>
  createDism({ command: [process.execPath, '-e', script, '--'], processes: nodeProcesses });

describe('arguments', () => {
  it('of every command are what dism.exe takes, in English, each option one argument', async () => {
    const tool = answering(`${frame}Index : 1\r\n${success}`);
    const dism = createDism({ command: ['node', 'dism.cjs'], processes: tool.processes });
    const mountDir = 'D:\\m\\';

    await dism.getImageInfo({ imageFile: 'D:\\a b.wim' });
    await dism.getImageInfoOf({ imageFile: 'D:\\a.wim', index: 2 });
    await dism.mountImage({
      imageFile: 'D:\\a.wim',
      index: 1,
      mountDir: 'D:\\m\\',
      readOnly: true,
      logPath: 'D:\\l.log',
    });
    await dism.remountImage({ mountDir });
    await dism.commitImage({ mountDir });
    await dism.unmountImage({ mountDir, commit: true, scratchDir: 'D:\\s' });
    await dism.unmountImage({ mountDir, commit: false });
    await dism.getMountedImageInfo();
    await dism.addPackage({ mountDir, packagePath: ['D:\\1.msu', 'D:\\2.cab'] });
    await dism.getPackages({ mountDir: '/' });
    await dism.cleanupImage({ mountDir: 'D:\\', startComponentCleanup: true, resetBase: true });
    await dism.cleanupImage({ mountDir: '/m', startComponentCleanup: true, resetBase: true, defer: true });
    await dism.addDriver({ mountDir: '/m', drivers: ['/d/a b.inf', '/d/c.inf'], forceUnsigned: true });
    await dism.exportImage({ sourceImageFile: 'a', sourceIndex: 3, destinationImageFile: 'b', compress: 'max' });
    await dism.cleanupMountpoints();

    expect(tool.asked.map((args) => args.slice(3).join(' '))).toEqual([
      '/Get-ImageInfo /ImageFile:D:\\a b.wim',
      '/Get-ImageInfo /ImageFile:D:\\a.wim /Index:2',
      '/LogPath:D:\\l.log /Mount-Image /ImageFile:D:\\a.wim /Index:1 /MountDir:D:\\m /ReadOnly',
      '/Remount-Image /MountDir:D:\\m',
      '/Commit-Image /MountDir:D:\\m',
      '/ScratchDir:D:\\s /Unmount-Image /MountDir:D:\\m /Commit',
      '/Unmount-Image /MountDir:D:\\m /Discard',
      '/Get-MountedImageInfo',
      '/Image:D:\\m /Add-Package /PackagePath:D:\\1.msu /PackagePath:D:\\2.cab',
      '/Image:/ /Get-Packages',
      '/Image:D:\\ /Cleanup-Image /StartComponentCleanup /ResetBase',
      '/Image:/m /Cleanup-Image /StartComponentCleanup /ResetBase /Defer',
      '/Image:/m /Add-Driver /Driver:/d/a b.inf /Driver:/d/c.inf /ForceUnsigned',
      '/Export-Image /SourceImageFile:a /SourceIndex:3 /DestinationImageFile:b /Compress:max',
      '/Cleanup-Mountpoints',
    ]);
    expect(new Set(tool.asked.map((args) => args.slice(0, 3).join(' ')))).toEqual(new Set(['node dism.cjs /English']));
  });
});

describe('a call', () => {
  it('tells its process before its output and answers with data', async () => {
    const tool = answering(`${frame}Mounted images:\r\n\r\nMount Dir : D:\\m\r\nImage File : D:\\a.wim\r\n${success}`);
    const dism = createDism({ command: ['dism.exe'], processes: tool.processes });
    const started: unknown[] = [];

    const result = await dism.getMountedImageInfo({ onStarted: (pid, startTime) => started.push([pid, startTime]) });

    expect(started).toEqual([[42, 'boot/1']]);
    expect(result.mountedImages.map((mount) => mount.mountDir)).toEqual(['D:\\m']);
  });

  it('that claims success without the details it was asked for is garbage', async () => {
    const dism = createDism({ command: ['dism.exe'], processes: answering(frame + success).processes });
    await expect(dism.getImageInfoOf({ imageFile: 'x', index: 1 })).rejects.toMatchObject({ reason: 'garbage' });
  });

  it('to a program that does not exist says so', async () => {
    const dism = createDism({ command: ['/nowhere/dism.exe', 'x'], processes: nodeProcesses });
    await expect(dism.cleanupMountpoints()).rejects.toMatchObject({
      reason: 'not-found',
      class: 'F',
      message: 'The servicing tool "/nowhere/dism.exe" was not started: it was not found.',
    });
  });

  it('to a tool that dies in the middle is "killed"', async () => {
    const dism = scripted(`process.stdout.write(${JSON.stringify(frame)}, () => process.kill(process.pid, 'SIGKILL'))`);
    await expect(dism.cleanupMountpoints()).rejects.toMatchObject({ reason: 'killed', class: 'A' });
  });

  it('to a tool that floods ends the tool', async () => {
    const dism = scripted(
      'const b = Buffer.alloc(1 << 20, 65); const go = () => process.stdout.write(b, go); go(); setInterval(() => {}, 1000)',
    );
    await expect(dism.cleanupMountpoints()).rejects.toMatchObject({
      reason: 'garbage',
      message: expect.stringContaining('too much'),
    });
  });

  it('that is cancelled ends the tool and says cancelled', async () => {
    const controller = new AbortController();
    const dism = scripted(
      `process.stdout.write(${JSON.stringify(`${frame}Mounting image\r\n`)}); setInterval(() => {}, 1000)`,
    );
    let pid = 0;

    const call = dism.cleanupMountpoints({
      signal: controller.signal,
      onStarted: (started) => {
        pid = started;
        controller.abort();
      },
    });

    await expect(call).rejects.toMatchObject({ reason: 'cancelled', code: 1223 });
    expect(() => process.kill(pid, 0)).toThrow();
  });

  it('that is cancelled before it began starts nothing', async () => {
    const tool = answering(frame + success);
    const dism = createDism({ command: ['dism.exe'], processes: tool.processes });

    const error = await dism.cleanupMountpoints({ signal: AbortSignal.abort() }).catch((caught: DismError) => caught);

    expect(error).toMatchObject({ reason: 'cancelled' });
    expect(tool.asked).toEqual([]);
  });

  it('whose process cannot be noted does not leave it running', async () => {
    const dism = scripted('setInterval(() => {}, 1000)');
    let pid = 0;
    const call = dism.cleanupMountpoints({
      onStarted: (started) => {
        pid = started;
        throw new Error('journal is full');
      },
    });

    await expect(call).rejects.toThrow('journal is full');
    expect(() => process.kill(pid, 0)).toThrow();
  });
});
