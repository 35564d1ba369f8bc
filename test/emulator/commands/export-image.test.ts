import { execFileSync } from 'node:child_process';
import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { isRehearsal } from '../../../src/images/rehearsal.ts';
import { anyMissing, requires, titled } from '../../helpers/requires.ts';
import { enterprise, killed, makeImage, readWim, useBench } from '../emulator.ts';

const bench = useBench();
const wimlib = requires.tool('wimlib-imagex');
const exported = (source: string, index: number, target: string, ...more: string[]) =>
  bench().dism(
    ...[
      '/Export-Image',
      `/SourceImageFile:${source}`,
      `/SourceIndex:${index}`,
      `/DestinationImageFile:${target}`,
      ...more,
    ],
  );
const listing = (path: string, index: number) =>
  [...readWim(path).tree(index).walk()].map(({ path: at, entry }) => `${at} ${entry.size} ${entry.sha1}`).sort();

describe('Export-Image', () => {
  it('gives a file that holds nothing but the one index, marked', async () => {
    const image = makeImage(bench().path('a.wim'), {
      indexes: [enterprise, { ...enterprise, name: 'Pro', files: 2, bytes: 500_000 }],
    });

    const result = await exported(image, 1, bench().path('b.wim'));

    expect(result.stdout).toMatch(
      /\r\nExporting image\r\n(?:\r\[.{58}\] \r\n)+The operation completed successfully\.\r\n$/,
    );
    expect(listing(bench().path('b.wim'), 1)).toEqual(listing(image, 1));
    expect(readWim(bench().path('b.wim')).images).toHaveLength(1);
    expect(isRehearsal(readWim(bench().path('b.wim')))).toBe(true);
    expect(statSync(bench().path('b.wim')).size).toBeLessThan(statSync(image).size - 200_000);
  });

  it('drops the dead space that commits leave', async () => {
    const image = makeImage(bench().path('a.wim'));
    for (const text of ['one', 'two']) {
      await bench().dism('/Mount-Image', `/ImageFile:${image}`, '/Index:1', `/MountDir:${bench().mountDir}`);
      writeFileSync(join(bench().mountDir, 'new.bin'), text.repeat(30_000));
      await bench().dism('/Unmount-Image', `/MountDir:${bench().mountDir}`, '/Commit');
    }

    await exported(image, 1, bench().path('b.wim'), '/Compress:fast', '/CheckIntegrity');

    expect(listing(bench().path('b.wim'), 1)).toEqual(listing(image, 1));
    expect(statSync(bench().path('b.wim')).size).toBeLessThan(statSync(image).size);
    expect([...readWim(bench().path('b.wim')).integrity()].every((chunk) => chunk.ok)).toBe(true);
    expect(readWim(bench().path('b.wim')).header.hasIntegrity).toBe(true);
  });

  it('appends to a file that exists', async () => {
    const image = makeImage(bench().path('a.wim'));
    const target = makeImage(bench().path('b.wim'), { indexes: [{ ...enterprise, name: 'First', revision: 1 }] });
    const first = listing(target, 1);

    await exported(image, 1, target, '/DestinationName:Second');

    const wim = readWim(target);
    expect(wim.images.map(({ name }) => name)).toEqual(['First', 'Second']);
    expect(listing(target, 1)).toEqual(first);
    expect(listing(target, 2)).toEqual(listing(image, 1));
  });

  it('makes a solid file, and adds to it', async () => {
    const image = makeImage(bench().path('a.wim'), {
      indexes: [enterprise, { ...enterprise, name: 'Pro', edition: 'Professional', files: 2, bytes: 500_000 }],
    });
    const target = bench().path('b.esd');

    for (const index of [1, 2]) {
      expect((await exported(image, index, target, '/Compress:recovery', '/CheckIntegrity')).exitCode).toBe(0);
    }

    const wim = readWim(target);
    expect(wim.header).toMatchObject({ compression: 'LZMS', solid: true, hasIntegrity: true });
    expect(wim.images.map(({ name }) => name)).toEqual([enterprise.name, 'Pro']);
    for (const index of [1, 2]) expect(listing(target, index)).toEqual(listing(image, index));
    expect([...wim.verify()].filter(({ ok }) => !ok)).toEqual([]);
    expect([...wim.integrity()].every(({ ok }) => ok)).toBe(true);
    expect(isRehearsal(wim)).toBe(true);
  });

  it('refuses an index that does not exist and a missing source', async () => {
    const image = makeImage(bench().path('a.wim'));

    expect((await exported(image, 5, bench().path('b.wim'))).stdout).toContain('Error: 0xc1510113');
    expect((await exported(bench().path('none'), 1, bench().path('b.wim'))).stdout).toContain('Error: 2\r\n');
  });

  it('that is killed leaves no file that looks like an image, and the source as it was', async () => {
    const image = makeImage(bench().path('a.wim'));
    const before = readFileSync(image);
    bench().plan({ command: 'Export-Image', do: 'die', atPercent: 50 });

    const result = await exported(image, 1, bench().path('b.wim'));

    expect(result).toMatchObject(killed);
    expect(() => readWim(bench().path('b.wim'))).toThrow(expect.objectContaining({ code: 'not-recognised' }));
    expect(readFileSync(image).equals(before)).toBe(true);
  });

  it.skipIf(anyMissing(wimlib))(titled('passes wimlib, from LZX and to each compression', wimlib), async () => {
    writeFileSync(bench().path('file.txt'), 'some text '.repeat(20_000));
    const lzx = bench().path('lzx.wim');
    execFileSync(wimlib.path, ['capture', bench().path('mount'), lzx, '--compress=LZX'], { stdio: 'pipe' });
    execFileSync(wimlib.path, ['update', lzx, '1', `--command=add ${bench().path('file.txt')} /file.txt`], {
      stdio: 'pipe',
    });

    for (const options of [[], ['/Compress:none'], ['/Compress:max'], ['/Compress:recovery']]) {
      const target = bench().path(`out${options.join('').replace(/\W/g, '')}.wim`);
      expect((await exported(lzx, 1, target, ...options)).exitCode).toBe(0);
      expect(execFileSync(wimlib.path, ['verify', target], { stdio: 'pipe' }).toString()).toContain('successfully');
      expect(execFileSync(wimlib.path, ['extract', target, '1', '/file.txt', '--to-stdout']).length).toBe(200_000);
    }
  });
});
