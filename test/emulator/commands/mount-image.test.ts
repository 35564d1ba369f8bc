import { createHash } from 'node:crypto';
import { chmodSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { sampleWim } from '../../formats/wim/sample-wim.ts';
import { solidWim } from '../../formats/wim/solid-wim.ts';
import { anyMissing, requires, titled } from '../../helpers/requires.ts';
import { enterprise, makeImage, readWim, useBench } from '../emulator.ts';

const bench = useBench();

function splitPart(): Uint8Array {
  const bytes = sampleWim().bytes();
  // The number of parts.
  bytes[0x2a] = 2;
  return bytes;
}

function mount(image: string, ...more: string[]): string[] {
  return ['/Mount-Image', `/ImageFile:${image}`, '/Index:1', `/MountDir:${bench().mountDir}`, ...more];
}

const isRoot = process.getuid?.() === 0;

describe('Mount-Image', () => {
  it('lays out the files of the index and notes the mount', async () => {
    const image = makeImage(bench().path('a.wim'));

    const result = await bench().dism(...mount(image));
    const table = await bench().dism('/Get-MountedImageInfo');

    expect(result.stdout).toMatch(
      /\r\n\r\nMounting image\r\n(?:\r\[.{58}\] \r\n)+The operation completed successfully\.\r\n$/,
    );
    const { mountDir } = bench();
    expect(table.stdout).toContain(
      `Mounted images:\r\n\r\nMount Dir : ${mountDir}\r\nImage File : ${image}\r\nImage Index : 1\r\nMounted Read/Write : Yes\r\nStatus : Ok\r\n\r\nThe operation completed`,
    );
    for (const { path, entry } of readWim(image).tree(1).walk()) {
      const host = join(mountDir, ...path.split('\\'));
      if (entry.directory) expect(statSync(host).isDirectory()).toBe(true);
      else if (entry.sha1) expect(createHash('sha1').update(readFileSync(host)).digest('hex')).toBe(entry.sha1);
    }
    expect(statSync(join(mountDir, 'Windows', 'notepad.exe')).nlink).toBe(2);
  });

  it('says when nothing is mounted', async () => {
    const { stdout } = await bench().dism('/Get-MountedImageInfo');
    expect(stdout).toContain('\r\n\r\nNo mounted images found.\r\nThe operation completed successfully.\r\n');
  });

  it('refuses a second mount of the same index, or at the same folder', async () => {
    const image = makeImage(bench().path('a.wim'), { indexes: [enterprise, { ...enterprise, name: 'Pro' }] });
    mkdirSync(bench().path('other'));
    await bench().dism(...mount(image));

    const sameIndex = await bench().dism(
      ...['/Mount-Image', `/ImageFile:${image}`, '/Index:1', `/MountDir:${bench().path('other')}`],
    );
    const sameFolder = await bench().dism(
      ...['/Mount-Image', `/ImageFile:${image}`, '/Index:2', `/MountDir:${bench().mountDir}`],
    );

    expect(sameIndex.stdout).toContain(
      'Error: 0xc1420127\r\n\r\nThe specified image in the specified wim is already mounted',
    );
    expect(sameFolder.stdout).toContain('Error: 0xc1420113');
    expect(readdirSync(bench().path('other'))).toEqual([]);
  });

  it.each([
    ['a folder with something in it', () => writeFileSync(join(bench().mountDir, 'x'), ''), '0xc1420114'],
    ['a missing file', () => bench().path('none.wim'), '2'],
    ['a truncated file', () => truncated(), '13'],
  ])('refuses %s and leaves no mount behind', async (_, prepare, code) => {
    const image = makeImage(bench().path('a.wim'));
    const given = prepare();

    const result = await bench().dism(...mount(typeof given === 'string' ? given : image));
    const table = await bench().dism('/Get-MountedImageInfo');

    expect(result.stdout).toContain(`Error: ${code}\r\n`);
    expect(result.exitCode).not.toBe(0);
    expect(table.stdout).toContain('No mounted images found.');
  });

  it('refuses a folder that does not exist and an index that does not exist', async () => {
    const image = makeImage(bench().path('a.wim'));
    const noFolder = await bench().dism(
      '/Mount-Image',
      `/ImageFile:${image}`,
      '/Index:1',
      `/MountDir:${bench().path('no')}`,
    );
    const noIndex = await bench().dism(
      '/Mount-Image',
      `/ImageFile:${image}`,
      '/Index:7',
      `/MountDir:${bench().mountDir}`,
    );

    expect(noFolder.stdout).toContain('Error: 0xc1420115');
    expect(noIndex.stdout).toContain('Error: 0xc1510113');
  });

  it.skipIf(isRoot)(
    `refuses to change a read-only file${isRoot ? ' (not run: root may change every file)' : ''}`,
    async () => {
      const image = makeImage(bench().path('a.wim'));
      chmodSync(image, 0o444);

      expect((await bench().dism(...mount(image))).stdout).toContain('Error: 0xc1510111');
      expect((await bench().dism(...mount(image, '/ReadOnly'))).exitCode).toBe(0);
    },
  );

  it('finds a flipped byte and takes the mount back', async () => {
    const image = makeImage(bench().path('a.wim'), { compression: 'none' });
    const bytes = readFileSync(image);
    const at = bytes.indexOf('notepad of');
    bytes[at] = 0x4e;
    writeFileSync(image, bytes);

    const result = await bench().dism(...mount(image));

    expect(result.stdout).toContain('Error: 13\r\n\r\nThe data is invalid.');
    expect(readdirSync(bench().mountDir)).toEqual([]);
    expect((await bench().dism('/Get-MountedImageInfo')).stdout).toContain('No mounted images found.');
  });

  it.each(['..', '.', 'a/', 'a\\', '\u0000b'])('refuses an image with the name %j inside', async (name) => {
    const image = makeImage(bench().path('a.wim'), { compression: 'none' });
    renameInside(image, 'Users', name);

    const result = await bench().dism(...mount(image));

    expect(result.stdout).toContain('Error: 123\r\n');
    expect(readdirSync(bench().mountDir)).toEqual([]);
    expect(readdirSync(bench().folder).sort()).toEqual(['a.wim', 'dism.log', 'mount', 'state']);
  });

  it.each([
    ['a solid file', () => solidWim().bytes(), '0xc142013c'],
    ['a part of a split file', splitPart, '0xc1420130'],
  ])('refuses %s', async (_, make, code) => {
    const image = bench().path('a.esd');
    writeFileSync(image, make());

    const result = await bench().dism(...mount(image));

    expect(result.stdout).toContain(`Error: ${code}\r\n`);
    expect(readdirSync(bench().mountDir)).toEqual([]);
  });

  const samples = requires.shared('wim-samples');
  it.skipIf(anyMissing(samples))(titled('ends every real or hostile sample in order', samples), async () => {
    for (const name of readdirSync(samples.path).filter((file) => /wim$/.test(file))) {
      const result = await bench().dism(...mount(join(samples.path, name), '/ReadOnly'));

      expect([name, result.signal, result.stderr]).toEqual([name, null, '']);
      if (result.exitCode === 0) {
        const unmounted = await bench().dism('/Unmount-Image', `/MountDir:${bench().mountDir}`, '/Discard');
        expect(unmounted.exitCode).toBe(0);
      } else expect(result.stdout).toMatch(/\r\nError: (?:13|11|50|112|123|206|0xc1420130|0xc142013c|0xc1510113)\r\n/);
      expect(readdirSync(bench().mountDir)).toEqual([]);
      expect(readdirSync(bench().folder).sort()).toEqual(['dism.log', 'mount', 'state']);
    }
  });

  it('that is killed needs a remount, and is whole after it', async () => {
    const image = makeImage(bench().path('a.wim'));
    const before = readFileSync(image);
    bench().env['IMGUPDATE_DISM_PACE'] = '20';
    const running = bench().start(...mount(image));
    await running.seen('40.0%');
    running.child.kill('SIGKILL');
    expect((await running.ended).signal).toBe('SIGKILL');
    bench().env['IMGUPDATE_DISM_PACE'] = '0';

    const { mountDir } = bench();
    const status = await bench().dism('/Get-MountedImageInfo');
    const service = await bench().dism(`/Image:${mountDir}`, '/Get-Packages');
    const discard = await bench().dism('/Unmount-Image', `/MountDir:${mountDir}`, '/Discard');
    const remount = await bench().dism('/Remount-Image', `/MountDir:${mountDir}`);
    const after = await bench().dism('/Get-MountedImageInfo');

    expect(status.stdout).toContain('Status : Needs Remount');
    expect(service.stdout).toContain('Error: 0xc1510114');
    expect(discard.stdout).toContain('Error: 0xc1510114');
    expect(remount.exitCode).toBe(0);
    expect(after.stdout).toContain('Status : Ok');
    expect((await bench().dism('/Unmount-Image', `/MountDir:${mountDir}`, '/Discard')).exitCode).toBe(0);
    expect(readFileSync(image).equals(before)).toBe(true);
    expect(readdirSync(mountDir)).toEqual([]);
  });
});

function truncated(): string {
  const path = bench().path('cut.wim');
  writeFileSync(path, readFileSync(bench().path('a.wim')).subarray(0, 50_000));
  return path;
}

/** Writes another name over one of the same length at most, and mends the SHA-1 of the metadata. */
function renameInside(path: string, from: string, to: string): void {
  const bytes = readFileSync(path);
  const metadata = readWim(path).metadata[0];
  if (metadata === undefined) throw new Error('no metadata');
  const resource = bytes.subarray(metadata.offset, metadata.offset + metadata.size);
  const at = resource.indexOf(Buffer.from(from, 'utf16le'));
  resource.fill(0, at, at + 2 * from.length);
  resource.write(to, at, 'utf16le');
  resource.writeUInt16LE(2 * to.length, at - 2);
  const sha1 = createHash('sha1').update(resource).digest();
  const old = Buffer.from(metadata.sha1, 'hex');
  sha1.copy(bytes, bytes.indexOf(old, metadata.offset + metadata.size));
  writeFileSync(path, bytes);
}
