import { createHash } from 'node:crypto';
import { copyFileSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { bootFilesOf, sector } from '../../../src/emulator/boot-files.ts';
import type { RehearsalIndexSpec } from '../../../src/emulator/image-spec.ts';
import { newDigest } from '../../../src/ports/digests.ts';
import type { ImageSite } from '../image/image-site.ts';

export const indexSpec: RehearsalIndexSpec = {
  ...{ name: 'Windows 11', edition: 'Enterprise', installationType: 'Client', release: '24H2', build: 26100 },
  ...{ revision: 4349, architecture: 'x64', language: 'en-US', boot: { svn: '9.0' }, winre: true },
};

export interface MediaOptions {
  image?: Partial<RehearsalIndexSpec>;
  /** Has boot managers of 2023 where firmware looks. */
  updated?: boolean;
}

/** A folder with media of a rehearsal, as a disc has it: names in both cases, a name with blanks, an empty file. */
export function makeMedia(site: ImageSite, folder: string, { image = {}, updated = false }: MediaOptions = {}): string {
  const media = join(site.folder, folder);
  const spec = { ...indexSpec, ...image };
  const isArm = spec.architecture === 'arm64';
  const files = bootFilesOf(spec, newDigest);
  const folders = ['sources/sxs', 'EFI/BOOT', 'EFI/Microsoft/Boot/fonts', 'boot', 'support/empty folder'];
  for (const each of folders) mkdirSync(join(media, each), { recursive: true });
  const write = (path: string, bytes: Uint8Array | string) => writeFileSync(join(media, path), bytes);
  copyFileSync(site.image(`${folder}-install.wim`, spec), join(media, 'sources/install.wim'));
  copyFileSync(site.image(`${folder}-boot.wim`, spec, spec), join(media, 'sources/boot.wim'));
  write('setup.exe', 'MZ');
  write('sources/an empty file.txt', '');
  write('sources/sxs/microsoft-windows-netfx3-ondemand-package~31bf3856ad364e35~amd64~~.cab', 'a cabinet');
  write('sources/Größe 日本.txt', 'names');
  write(`EFI/BOOT/${isArm ? 'BOOTAA64' : 'BOOTX64'}.EFI`, files.get(updated ? manager2023 : manager2011) ?? '');
  write('EFI/Microsoft/Boot/efisys.bin', sector('efisys'));
  write('EFI/Microsoft/Boot/efisys_noprompt.bin', sector('efisys without prompt'));
  write('EFI/Microsoft/Boot/boot.stl', files.get('Boot\\EFI\\boot.stl') ?? '');
  if (updated) write('EFI/Microsoft/Boot/efisys_ex.bin', files.get(`${dvd}\\efisys_EX.bin`) ?? '');
  if (!isArm) write('boot/etfsboot.com', Buffer.alloc(4096, 'etfsboot'));
  return media;
}

const manager2011 = 'Boot\\EFI\\bootmgfw.efi';
const manager2023 = 'Boot\\EFI_EX\\bootmgfw_EX.efi';
const dvd = 'Boot\\DVD_EX\\EFI\\en-US';

/** SHA-256 of every file below a folder, by its path with slashes. */
export function digestsOf(folder: string): Record<string, string> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((each) => each.isFile());
  return Object.fromEntries(
    files
      .map(({ parentPath, name }) => join(parentPath, name))
      .sort()
      .map((path) => [
        path.slice(folder.length + 1).replaceAll('\\', '/'),
        createHash('sha256').update(readFileSync(path)).digest('hex'),
      ]),
  );
}
