import { execFileSync } from 'node:child_process';
import {
  appendFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { WimEntry } from '../../../src/formats/wim/types.ts';
import { isRehearsal } from '../../../src/images/rehearsal.ts';
import { withTable } from '../../helpers/emulated-hives.ts';
import { anyMissing, requires, titled } from '../../helpers/requires.ts';
import { enterprise, makeImage, readInside, readWim, useBench } from '../emulator.ts';

const bench = useBench();
const wimlib = requires.tool('wimlib-imagex');
const inMount = (...names: string[]): string => join(bench().mountDir, ...names);
const commit = () => bench().dism('/Unmount-Image', `/MountDir:${bench().mountDir}`, '/Commit');
const discard = () => bench().dism('/Unmount-Image', `/MountDir:${bench().mountDir}`, '/Discard');
const mountedInfo = async () => (await bench().dism('/Get-MountedImageInfo')).stdout;

async function mounted(image: string, index = 1, ...more: string[]): Promise<void> {
  const args = ['/Mount-Image', `/ImageFile:${image}`, `/Index:${index}`, `/MountDir:${bench().mountDir}`, ...more];
  const result = await bench().dism(...args);
  expect(result.stdout).toContain('The operation completed successfully.');
}

describe('Unmount-Image /Commit', () => {
  it('without a change keeps every entry as it was, down to times, streams and security', async () => {
    const image = makeImage(bench().path('a.wim'));
    const before = everything(image, 1);
    await mounted(image);

    const result = await commit();

    expect(result.stdout).toMatch(
      /\r\nImage File : .*a\.wim\r\nImage Index : 1\r\nSaving image\r\n(?:\r\[.{58}\] \r\n)+Unmounting image\r\n(?:\r\[.{58}\] \r\n)+The operation completed successfully\.\r\n$/,
    );
    expect(everything(image, 1)).toEqual(before);
    expect(readdirSync(bench().mountDir)).toEqual([]);
    expect(await mountedInfo()).toContain('No mounted images found.');
  });

  it('takes changed, new and removed files into the image and leaves the rest alone', async () => {
    const image = makeImage(bench().path('a.wim'), { indexes: [enterprise, { ...enterprise, name: 'Pro' }] });
    const before = everything(image, 1);
    const otherIndex = everything(image, 2);
    await mounted(image);
    writeFileSync(inMount('Windows', 'System32', 'kernel32.dll'), 'changed');
    mkdirSync(inMount('Windows', 'Ünïcödé'));
    writeFileSync(inMount('Windows', 'Ünïcödé', 'new.txt'), 'new');
    writeFileSync(inMount('empty.txt'), '');
    rmSync(inMount('Users'), { recursive: true });

    expect((await commit()).exitCode).toBe(0);

    const wim = readWim(image);
    const after = everything(image, 1);
    const text = (path: string) => new TextDecoder().decode(readInside(wim, 1, path));
    expect(text('\\Windows\\System32\\kernel32.dll')).toBe('changed');
    expect(text('\\Windows\\Ünïcödé\\new.txt')).toBe('new');
    expect(wim.tree(1).find('\\empty.txt')).toMatchObject({ size: 0, sha1: '', attributes: 0x20 });
    expect(wim.tree(1).find('\\Users')).toBeUndefined();
    expect(wim.tree(1).find('\\Windows\\Ünïcödé')).toMatchObject({ directory: true, securityId: 0 });
    const untouched = before.filter(({ path }) => !/kernel32|^\\Users/.test(path));
    expect(after.filter(({ path }) => untouched.some((entry) => entry.path === path))).toEqual(untouched);
    expect(everything(image, 2)).toEqual(otherIndex);
    expect([...wim.verify()].every((check) => check.ok)).toBe(true);
  });

  it('changes both names of a hard-linked file, and parts them when one is replaced', async () => {
    const image = makeImage(bench().path('a.wim'));
    await mounted(image);
    appendFileSync(inMount('Windows', 'notepad.exe'), '!');
    await commit();
    const linked = readWim(image).tree(1);
    expect(linked.find('\\Windows\\System32\\notepad.exe')).toMatchObject({ linkCount: 2 });
    expect(linked.find('\\Windows\\System32\\notepad.exe')?.sha1).toBe(linked.find('\\Windows\\notepad.exe')?.sha1);

    await mounted(image);
    writeFileSync(inMount('temporary'), 'another');
    renameSync(inMount('temporary'), inMount('Windows', 'notepad.exe'));
    await commit();

    const parted = readWim(image).tree(1);
    expect(parted.find('\\Windows\\notepad.exe')).toMatchObject({ size: 7, linkCount: 1 });
    expect(parted.find('\\Windows\\System32\\notepad.exe')?.sha1).toBe(
      linked.find('\\Windows\\System32\\notepad.exe')?.sha1,
    );
  });

  it('marks the file and every description, once', async () => {
    const image = makeImage(bench().path('a.wim'));
    for (let round = 0; round < 2; round += 1) {
      await mounted(image);
      await commit();
    }

    const wim = readWim(image);
    expect(isRehearsal(wim)).toBe(true);
    expect(wim.xml.match(/<IMGUPDATE>/g)).toHaveLength(1);
    expect(wim.images[0]?.description).toBe('Windows 11 Enterprise (ImgUpdate rehearsal, not a real Windows)');
    expect((wim.images[0]?.modified ?? 0n) > (wim.images[0]?.created ?? 0n)).toBe(true);
  });

  it('makes the file grow; the old bytes stay where they were', async () => {
    const image = makeImage(bench().path('a.wim'));
    const before = readFileSync(image);
    await mounted(image);
    writeFileSync(inMount('new'), 'x'.repeat(5000));
    await commit();

    const after = readFileSync(image);
    expect(after.length).toBeGreaterThan(before.length);
    expect(after.subarray(208, before.length).equals(before.subarray(208))).toBe(true);
  });

  it('that is killed while saving leaves the old state, a longer file and an invalid mount', async () => {
    const image = makeImage(bench().path('a.wim'));
    const before = readFileSync(image);
    const tree = everything(image, 1);
    await mounted(image);
    writeFileSync(inMount('AAA.bin'), 'x'.repeat(100_000));
    bench().env['IMGUPDATE_DISM_PACE'] = '20';
    const running = bench().start('/Unmount-Image', `/MountDir:${bench().mountDir}`, '/Commit');
    await running.seen('60.0%');
    running.child.kill('SIGKILL');
    await running.ended;
    bench().env['IMGUPDATE_DISM_PACE'] = '0';

    expect(await mountedInfo()).toContain('Status : Invalid');
    expect(readFileSync(image).length).toBeGreaterThan(before.length);
    expect(readWim(image).header.writeInProgress).toBe(true);
    expect(everything(image, 1)).toEqual(tree);
    expect((await commit()).stdout).toContain('Error: 0xc142011d');
    expect((await bench().dism('/Remount-Image', `/MountDir:${bench().mountDir}`)).stdout).toContain(
      'Error: 0xc1510115',
    );
    expect((await discard()).exitCode).toBe(0);
    expect(readdirSync(bench().mountDir)).toEqual([]);
  });

  it('refuses what was mounted read-only, and a file that was changed meanwhile', async () => {
    const image = makeImage(bench().path('a.wim'));
    await mounted(image, 1, '/ReadOnly');
    expect((await commit()).stdout).toContain('Error: 0xc142010c');
    expect((await discard()).exitCode).toBe(0);

    await mounted(image);
    rmSync(image);
    makeImage(image, { indexes: [{ ...enterprise, revision: 1 }] });
    const other = readFileSync(image);
    expect((await commit()).stdout).toContain('Error: 0xc1420122');
    expect(readFileSync(image).equals(other)).toBe(true);
  });

  it.skipIf(anyMissing(wimlib))(titled('gives a file that wimlib verifies', wimlib), async () => {
    const image = makeImage(bench().path('a.wim'));
    await mounted(image);
    writeFileSync(inMount('new.bin'), 'x'.repeat(100_000));
    await commit();

    expect(execFileSync(wimlib.path, ['verify', image], { stdio: 'pipe' }).toString()).toContain(
      'successfully verified',
    );
    expect(execFileSync(wimlib.path, ['extract', image, '1', '/new.bin', '--to-stdout']).length).toBe(100_000);
  });

  it.skipIf(anyMissing(wimlib))(titled('loses nothing of a WIM that wimlib made', wimlib), async () => {
    const source = bench().path('source');
    mkdirSync(join(source, 'deep', 'er'), { recursive: true });
    writeFileSync(join(source, 'deep', 'er', `${'long'.repeat(50)}.txt`), 'long name');
    writeFileSync(join(source, '日本語.txt'), 'name');
    execFileSync('ln', ['-s', '/etc/passwd', join(source, 'link')]);
    execFileSync('ln', [join(source, '日本語.txt'), join(source, 'hard.txt')]);
    const image = bench().path('lzx.wim');
    execFileSync(wimlib.path, ['capture', source, image, '--compress=LZX', '--check'], { stdio: 'pipe' });
    const before = everything(image, 1);
    await mounted(image);
    expect(statSync(inMount('link')).size).toBe(0);
    writeFileSync(inMount('new.txt'), 'new');

    expect((await commit()).stdout).toContain('The operation completed successfully.');

    expect(everything(image, 1).filter(({ path }) => path !== '\\new.txt')).toEqual(before);
    expect(execFileSync(wimlib.path, ['verify', image], { stdio: 'pipe' }).toString()).toContain(
      'successfully verified',
    );
    expect(isRehearsal(readWim(image))).toBe(true);
  });
});

describe('Unmount-Image', () => {
  it('/Discard leaves the file byte for byte', async () => {
    const image = makeImage(bench().path('a.wim'));
    const before = readFileSync(image);
    await mounted(image);
    writeFileSync(inMount('Windows', 'x'), 'x');

    const result = await discard();

    expect(result.stdout).not.toContain('Saving image');
    expect(readFileSync(image).equals(before)).toBe(true);
  });

  it.each([[[]], [['/Commit', '/Discard']]])('with %j is error 87', async (options) => {
    const result = await bench().dism('/Unmount-Image', `/MountDir:${bench().mountDir}`, ...options);
    expect(result.stdout).toContain('Error: 87\r\n');
  });

  it('of a folder where nothing is mounted says so', async () => {
    expect((await discard()).stdout).toContain('Error: 0xc1420111');
  });

  it('that cannot release the folder has committed; discarding again and again ends it', async () => {
    const image = makeImage(bench().path('a.wim'));
    await mounted(image);
    writeFileSync(inMount('new.txt'), 'saved');
    bench().plan({ command: 'Unmount-Image', do: 'partial-unmount', times: 2 });

    expect((await commit()).stdout).toContain('Error: 0xc1420117');
    expect(readWim(image).tree(1).find('\\new.txt')).toBeDefined();
    expect(await mountedInfo()).toContain('Status : Invalid');
    expect((await discard()).stdout).toContain('Error: 0xc1420117');
    expect((await commit()).stdout).toContain('Error: 0xc142011d');
    expect((await discard()).exitCode).toBe(0);
    expect(await mountedInfo()).toContain('No mounted images found.');
  });

  it('does not go through while a hive of the mount is loaded', async () => {
    const image = makeImage(bench().path('a.wim'));
    await mounted(image);
    bench().plan({ command: 'Cleanup-Image', do: 'keep-hive', times: 1 });
    await bench().dism('/Cleanup-Image', `/Image:${bench().mountDir}`, '/StartComponentCleanup');
    const state = bench().env['IMGUPDATE_DISM_STATE'] ?? '';
    const [hive] = withTable(state, (table) => table.hives());
    expect(hive?.file).toBe(join(realpathSync(bench().mountDir), 'Windows', 'System32', 'config', 'SOFTWARE'));

    expect((await commit()).stdout).toContain('Error: 0xc1420117');
    expect((await discard()).stdout).toContain('Error: 0xc1420117');
    await bench().dism('/Cleanup-Mountpoints');
    expect(await mountedInfo()).toContain('Status : Invalid');
    expect(withTable(state, (table) => table.unloadHive(hive?.key ?? ''))).toBe(true);
    expect((await discard()).exitCode).toBe(0);
    expect(await mountedInfo()).toContain('No mounted images found.');
  });

  it('is refused while another process is busy with the mount', async () => {
    const image = makeImage(bench().path('a.wim'));
    await mounted(image);
    bench().env['IMGUPDATE_DISM_PACE'] = '30';
    const saving = bench().start('/Commit-Image', `/MountDir:${bench().mountDir}`);
    await saving.seen('10.0%');
    bench().env['IMGUPDATE_DISM_PACE'] = '0';

    const second = await discard();
    await saving.ended;

    expect(second.stdout).toContain('Error: 0xc1420112');
    expect((await discard()).exitCode).toBe(0);
  });
});

describe('Commit-Image', () => {
  it('saves and stays mounted; what is saved later is saved too', async () => {
    const image = makeImage(bench().path('a.wim'));
    await mounted(image);
    writeFileSync(inMount('one'), '1');
    expect((await bench().dism('/Commit-Image', `/MountDir:${bench().mountDir}`)).exitCode).toBe(0);
    writeFileSync(inMount('two'), '2');
    expect((await commit()).exitCode).toBe(0);

    const tree = readWim(image).tree(1);
    expect([tree.find('\\one')?.size, tree.find('\\two')?.size]).toEqual([1, 1]);
  });
});

describe('Cleanup-Mountpoints', () => {
  it('forgets what is broken and keeps what is mounted', async () => {
    const image = makeImage(bench().path('a.wim'));
    await mounted(image);

    const healthy = await bench().dism('/Cleanup-Mountpoints');
    rmSync(image);
    const broken = await bench().dism('/Cleanup-Wim');

    expect(healthy.stdout).toMatch(
      /\r\n\r\n(Scanning drive \S+ for stale files\r\n)+The operation completed successfully\.\r\n$/,
    );
    expect(broken.stdout).toContain(`Stale mount entry pointing to ${bench().mountDir} removed\r\nScanning drive`);
    expect(await mountedInfo()).toContain('No mounted images found.');
    expect(readdirSync(bench().mountDir)).toEqual([]);
  });
});

/** All that an image says of its entries, as plain data. */
function everything(path: string, index: number): ({ path: string } & Omit<WimEntry, 'children'>)[] {
  const tree = readWim(path).tree(index);
  const root = { path: '\\', entry: tree.root };
  const all = [root, ...tree.walk()].map(({ path: at, entry: { children: _, ...entry } }) => ({ path: at, ...entry }));
  return all.sort((a, b) => (a.path < b.path ? -1 : 1));
}

it('the last mount takes along what calls that were killed had half written', async () => {
  const image = makeImage(bench().path('a.wim'));
  await mounted(image);
  const half = bench().path(join('state', 'mounts', '.imgupdate-dism-1'));
  writeFileSync(half, '{');

  await discard();

  expect(existsSync(half)).toBe(false);
});
