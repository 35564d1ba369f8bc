import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { exitStatus, killed, makeImage, makePackage, readWim, useBench } from './emulator.ts';

const bench = useBench();
const info = () => bench().dism('/Get-MountedImageInfo');
const commit = () => bench().dism('/Unmount-Image', `/MountDir:${bench().mountDir}`, '/Commit');

async function mounted(): Promise<string> {
  const image = makeImage(bench().path('a.wim'));
  await bench().dism('/Mount-Image', `/ImageFile:${image}`, '/Index:1', `/MountDir:${bench().mountDir}`);
  return image;
}

describe('faults', () => {
  it('not-elevated answers every command line with the 122 bytes and no banner', async () => {
    bench().plan({ command: '*', do: 'not-elevated' });

    for (const args of [['/Get-MountedImageInfo'], ['/?'], ['nonsense']]) {
      const result = await bench().dism(...args);
      expect(result.stdout).toBe(
        '\r\nError: 740\r\n\r\nElevated permissions are required to run DISM. \r\nUse an elevated command prompt to complete these tasks.\r\n',
      );
      expect(result.exitCode).toBe(exitStatus(740));
    }
  });

  it.each([
    ['a code', { do: 'fail', code: '0x800f0922' }, /Error: 0x800f0922\r\n/, 0x800f0922],
    ['a decimal code', { do: 'fail', code: 1726 }, /Error: 1726\r\n\r\nThe remote procedure call failed\./, 1726],
    ['garbage', { do: 'garbage' }, /<html>/, 0],
    ['a crash without a word', { do: 'crash', code: 0xc0000005 }, /Version: 10\.0\.26100\.5074\r\n\r\n$/, 0xc0000005],
    ['success', { do: 'pretend-success' }, /The operation completed successfully\.\r\n$/, 0],
  ] as const)('end a command with %s', async (_, fault, output, exitCode) => {
    bench().plan({ command: 'Get-MountedImageInfo', ...fault });

    const result = await info();

    expect(result.stdout).toMatch(output);
    expect(result.exitCode).toBe(exitStatus(exitCode));
  });

  it('silence lets a command go on as if nothing had been, once', async () => {
    const silence = { command: 'Mount-Image', do: 'silence', atPercent: 30, milliseconds: 20 } as const;
    bench().plan(silence, { ...silence, caption: 'Mounting image' });

    await mounted();

    expect((await info()).stdout).toContain('Status : Ok');
  });

  it('hit the calls they are meant for, counted over processes', async () => {
    bench().plan({ command: 'get-mountedimageinfo', do: 'fail', code: 5, skip: 1, times: 2 });

    const codes = [];
    for (let call = 0; call < 4; call += 1) codes.push((await info()).exitCode);

    expect(codes).toEqual([0, 5, 5, 0]);
  });

  it('pretended success installs nothing', async () => {
    const image = await mounted();
    bench().plan({ command: 'Add-Package', do: 'pretend-success', atPercent: 10 });

    const result = await bench().dism(
      ...[`/Image:${bench().mountDir}`, '/Add-Package', `/PackagePath:${makePackage(bench().path('p.msu'))}`],
    );
    await commit();

    expect(result).toMatchObject({ exitCode: 0 });
    expect(result.stdout).toContain('The operation completed successfully.');
    expect(readWim(image).images[0]?.version?.spBuild).toBe(1742);
  });

  it('a full disk at save leaves the mount to be committed again', async () => {
    const image = await mounted();
    const before = readWim(image);
    writeFileSync(join(bench().mountDir, 'new.txt'), 'new');
    bench().plan({ command: 'Unmount-Image', caption: 'Saving image', do: 'disk-full', atPercent: 27, times: 1 });

    const full = await commit();

    expect(full.stdout).toMatch(
      /27\.0%.{20,}\r\n\r\nError: 112\r\n\r\nThere is not enough space on the disk\.\r\n\r\nThe DISM log/,
    );
    expect(readWim(image).metadata).toEqual(before.metadata);
    expect((await info()).stdout).toContain('Status : Ok');
    expect((await commit()).exitCode).toBe(0);
    expect(readWim(image).tree(1).find('\\new.txt')).toBeDefined();
  });

  it('death and hanging strike where they are told', async () => {
    await mounted();
    bench().plan(
      { command: 'Commit-Image', do: 'die', atPercent: 10, times: 1 },
      { command: 'Cleanup-Image', do: 'hang', atPercent: 5 },
    );

    const dead = await bench().dism('/Commit-Image', `/MountDir:${bench().mountDir}`);
    expect(dead).toMatchObject(killed);
    expect((await info()).stdout).toContain('Status : Invalid');

    await bench().dism('/Unmount-Image', `/MountDir:${bench().mountDir}`, '/Discard');
    await bench().dism(
      '/Mount-Image',
      `/ImageFile:${bench().path('a.wim')}`,
      '/Index:1',
      `/MountDir:${bench().mountDir}`,
    );
    const hanging = bench().start(`/Image:${bench().mountDir}`, '/Cleanup-Image', '/StartComponentCleanup');
    await hanging.seen('%');
    const still = await Promise.race([
      hanging.ended,
      new Promise((resolve) => setTimeout(() => resolve('hangs'), 300)),
    ]);
    expect(still).toBe('hangs');
    hanging.child.kill('SIGKILL');
    await hanging.ended;
  });

  it('a plan that cannot be read is an error, not a plan without faults', async () => {
    for (const text of ['{', '{}', '[{"command":"x","do":"explode"}]', '[{"command":"x","do":"silence"}]']) {
      writeFileSync(bench().path('bad.json'), text);
      bench().env['IMGUPDATE_DISM_FAULTS'] = bench().path('bad.json');
      expect((await info()).exitCode).not.toBe(0);
    }
  });
});

describe('the emulator', () => {
  it('goes on when its reader is gone', async () => {
    const image = await mounted();
    writeFileSync(join(bench().mountDir, 'new.txt'), 'new');
    bench().env['IMGUPDATE_DISM_PACE'] = '5';
    const running = bench().start('/Unmount-Image', `/MountDir:${bench().mountDir}`, '/Commit');
    await running.seen('Saving image');
    running.child.stdout?.destroy();
    const result = await running.ended;

    expect(result.exitCode).toBe(0);
    expect(readWim(image).tree(1).find('\\new.txt')).toBeDefined();
  });

  it('logs a session with its command line, its errors and the noise that every log has', async () => {
    await bench().dism('/Get-ImageInfo', `/ImageFile:${bench().path('none.wim')}`);

    const log = readFileSync(bench().path('dism.log'), 'utf8');
    expect(log).toMatch(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d, Info {18}DISM {3}DISM\.EXE: \r\n/);
    expect(log).toContain('DISM.EXE: Executing command line: dism.exe /English');
    expect(log).toContain('Failed to load the provider: SiloedPackageProvider.dll');
    expect(log).toMatch(
      /, Error {17}DISM {3}DISM\.EXE: .*none\.wim does not exist - CommandFailed\(hr:0x80070002\)\r\n/,
    );
    expect(log.trimEnd().endsWith('<----- Ending Dism.exe session ----->')).toBe(true);
  });

  it('refuses a scratch folder that does not exist, and shows its commands when asked', async () => {
    expect((await bench().dism('/Get-MountedImageInfo', '/ScratchDir:nowhere')).stdout).toContain('Error: 3\r\n');
    expect((await bench().dism('/?')).stdout).toContain('/Mount-Image /ImageFile:<value>');
  });

  it('says in one line when it cannot keep its own state', async () => {
    writeFileSync(bench().path('state'), 'a file in the place of the folder');

    const result = await info();

    expect(result).toMatchObject({ exitCode: 1, stdout: '' });
    expect(result.stderr).toMatch(/^imgupdate-dism: .+\n$/);
  });

  it('keeps the table whole when many write to it at once', async () => {
    const image = makeImage(bench().path('a.wim'));
    const all = await Promise.all(
      Array.from({ length: 6 }, (_, at) => {
        const folder = bench().path(`m${at}`);
        return import('node:fs').then(({ mkdirSync }) => {
          mkdirSync(folder);
          return bench().dism('/Mount-Image', `/ImageFile:${image}`, '/Index:1', `/MountDir:${folder}`, '/ReadOnly');
        });
      }),
    );

    expect(all.map(({ exitCode }) => exitCode)).toEqual([0, 0, 0, 0, 0, 0]);
    expect((await info()).stdout.match(/Status : Ok/g)).toHaveLength(6);
  });
});
