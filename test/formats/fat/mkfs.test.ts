/** Volumes that other programs made, against the files that they were made of. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { arraySource } from '../../../src/formats/array-source.ts';
import { openFat } from '../../../src/formats/fat/open.ts';
import { randomNumbers } from '../../helpers/random-numbers.ts';
import { anyMissing, requires, titled } from '../../helpers/requires.ts';

const needed = [requires.tool('mkfs.fat'), requires.tool('mcopy'), requires.tool('mmd')] as const;

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'imgupdate-fat-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it.skipIf(anyMissing(...needed)).each([
  [12, 1440, '1'],
  [12, 4096, '4'],
  [16, 32_768, '4'],
] as const)(
  titled('volumes of FAT%i with %i KB and %s sectors a cluster are read', ...needed),
  (bits, size, sectors) => {
    const image = join(folder, `${bits}-${size}.img`);
    const random = randomNumbers(bits + size);
    const files: [string, Uint8Array][] = [
      ['EFI/BOOT/BOOTX64.EFI', 90_001],
      ['EFI/BOOT/a long name, 32 characters.efi', 512],
      ['EFI/BOOT/Größe 日本.txt', 3],
      ['readme.txt', 70_000],
      ['EFI/BOOT/again.bin', 40_000],
    ].map(([name, length]) => [name as string, Uint8Array.from({ length: length as number }, () => random(256))]);
    execFileSync(needed[0].path, ['-C', '-F', `${bits}`, '-s', sectors, image, `${size}`], { stdio: 'pipe' });
    execFileSync(needed[2].path, ['-i', image, '::/EFI', '::/EFI/BOOT'], { stdio: 'pipe' });
    const from = join(folder, 'content');
    const env = { ...process.env, LC_ALL: 'C.UTF-8' };
    for (const [name, bytes] of files) {
      writeFileSync(from, bytes);
      execFileSync(needed[1].path, ['-i', image, from, `::/${name}`], { stdio: 'pipe', env });
    }

    const volume = openFat(arraySource(readFileSync(image)));

    expect(volume.bits).toBe(bits);
    for (const [name, bytes] of files) {
      const entry = volume.find(`\\${name.replaceAll('/', '\\')}`);
      if (entry === undefined) throw new Error(`${name} is not found`);
      expect(entry.name).toBe(name.split('/').at(-1));
      expect(Buffer.from(volume.read(entry, 1 << 20)).equals(bytes), name).toBe(true);
    }
    expect(volume.list().map(({ name }) => name)).toEqual(['EFI', 'readme.txt']);
  },
);
