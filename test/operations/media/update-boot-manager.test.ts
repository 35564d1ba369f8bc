import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { bootFilesOf } from '../../../src/emulator/boot-files.ts';
import type { RehearsalIndexSpec } from '../../../src/emulator/image-spec.ts';
import { asProblem } from '../../../src/errors.ts';
import { createWim } from '../../../src/formats/wim/write.ts';
import { newDigest } from '../../../src/ports/digests.ts';
import { type ImageSite, openImageSite } from '../image/image-site.ts';

const spec: RehearsalIndexSpec = {
  ...{ name: 'Windows 11', edition: 'Enterprise', installationType: 'Client', release: '24H2', build: 26100 },
  ...{ revision: 4349, architecture: 'x64', language: 'en-US', boot: { svn: '9.0' }, winre: true },
};
const boot = 'EFI/BOOT/BOOTX64.EFI';
const list = 'EFI/Microsoft/Boot/boot.stl';

let site: ImageSite;
let media: string;
beforeEach(async () => {
  site = await openImageSite();
  media = join(site.folder, 'Media');
});
afterEach(() => site.close());

/** Media as a disc has it: with names in capitals, a policy and an old list. */
function makeMedia(bootImage: Partial<RehearsalIndexSpec> = {}): void {
  for (const folder of ['sources', 'EFI/BOOT', 'EFI/Microsoft/Boot'])
    mkdirSync(join(media, folder), { recursive: true });
  const old = bootFilesOf(spec, newDigest);
  copyFileSync(site.image('install.wim', spec), join(media, 'sources/install.wim'));
  copyFileSync(site.image('boot.wim', { ...spec, ...bootImage }), join(media, 'sources/boot.wim'));
  writeFileSync(join(media, 'setup.exe'), 'MZ');
  writeFileSync(join(media, boot), old.get('Boot\\EFI\\bootmgfw.efi') ?? '');
  writeFileSync(join(media, list), 'an old list');
  writeFileSync(join(media, 'EFI/Microsoft/Boot/SkuSiPolicy.p7b'), 'a policy');
}

function digests(): Record<string, string> {
  const files = readdirSync(media, { recursive: true, withFileTypes: true }).filter((each) => each.isFile());
  return Object.fromEntries(
    files.map(({ parentPath, name }) => {
      const path = join(parentPath, name);
      return [path.slice(media.length + 1), createHash('sha256').update(readFileSync(path)).digest('hex')];
    }),
  );
}

async function update(options: { dryRun?: boolean; signal?: AbortSignal } = {}) {
  const { document } = await site.call('media.update-boot-manager', { path: media }, options);
  return document as unknown as {
    files: { path: string; sha256: string; changed: boolean }[];
    before: { verdict: string };
    after: { verdict: string } | null;
    warnings: string[];
  };
}

describe('updating the boot manager of media', () => {
  it('puts boot manager, fonts, sector and list into place, and nothing else', async () => {
    makeMedia();
    const before = digests();
    const made = await update();

    const after = digests();
    const files = bootFilesOf(spec, newDigest);
    expect(made.before.verdict).toBe('2011-only');
    expect(made.after?.verdict).toBe('revoked');
    expect(readFileSync(join(media, boot)).equals(files.get('Boot\\EFI_EX\\bootmgfw_EX.efi') ?? Buffer.of())).toBe(
      true,
    );
    expect(readFileSync(join(media, list)).equals(files.get('Boot\\EFI\\boot.stl') ?? Buffer.of())).toBe(true);
    const changed = Object.keys(after).filter((name) => after[name] !== before[name]);
    expect(changed.map((name) => name.replaceAll('\\', '/')).sort()).toEqual([
      boot,
      'EFI/Microsoft/Boot/boot.stl',
      'EFI/Microsoft/Boot/efisys_ex.bin',
      'EFI/Microsoft/Boot/efisys_noprompt_ex.bin',
      'EFI/Microsoft/Boot/fonts/segoe_slboot.ttf',
      'EFI/Microsoft/Boot/fonts/wgl4_boot.ttf',
      'bootmgr.efi',
    ]);
    expect(after['EFI/Microsoft/Boot/SkuSiPolicy.p7b']).toBe(before['EFI/Microsoft/Boot/SkuSiPolicy.p7b']);
  });

  it('does nothing the second time', async () => {
    makeMedia();
    await update();
    const before = digests();
    const again = await update();

    expect(again.files.some(({ changed }) => changed)).toBe(false);
    expect(digests()).toEqual(before);
  });

  it('changes nothing in a dry run, and says what it would do', async () => {
    makeMedia();
    const before = digests();
    const would = await update({ dryRun: true });

    expect(digests()).toEqual(before);
    expect(would.after).toBeNull();
    const done = await update();
    expect(done.files).toEqual(would.files);
  });

  it('leaves the media as it was when a file cannot be written', async () => {
    makeMedia();
    const before = digests();
    const { files } = site.ports;
    const { rename } = files;
    files.rename = (from, to) => {
      if (to.endsWith('.ttf')) throw Object.assign(new Error('full'), { code: 'ENOSPC', syscall: 'rename' });
      rename(from, to);
    };
    const refused = await update().catch(asProblem);
    files.rename = rename;

    expect(refused).toMatchObject({ id: 'ImgInsufficientSpace' });
    expect(digests()).toEqual(before);
  });

  it('leaves the media as it was when a disk gives back other bytes', async () => {
    makeMedia();
    const before = digests();
    const { files } = site.ports;
    const { digest } = files;
    files.digest = async (path, algorithms, transfer) => {
      const found = await digest(path, algorithms, transfer);
      return /wgl4_boot\.ttf$/.test(path) ? { ...found, sha256: '00' } : found;
    };
    const refused = await update().catch(asProblem);
    files.digest = digest;

    expect(refused).toMatchObject({ id: 'ImgFileUnverified' });
    expect(digests()).toEqual(before);
  });

  it('takes away what an update left that was cut off', async () => {
    makeMedia();
    const left = join(media, 'EFI/BOOT/.imgupdate-boot-1.old');
    writeFileSync(left, 'x');
    await update();
    expect(existsSync(left)).toBe(false);
  });

  it.each([
    ['without boot files of 2023', { boot: { updated: false } }, 'ImgBootFilesMissing'],
    ['without boot files', { boot: undefined }, 'ImgBootFilesMissing'],
  ])('refuses a boot image %s', async (_what, more, id) => {
    makeMedia(more);
    const before = digests();
    expect(await update().catch(asProblem)).toMatchObject({ id });
    expect(digests()).toEqual(before);
  });

  it('warns of a secure version number below the minimum', async () => {
    makeMedia({ boot: { svn: '8.0' } });
    const { warnings, after } = await update();
    expect(warnings.join(' ')).toMatch(/8\.0, below the minimum of 9\.0/);
    expect(after?.verdict).toBe('both');
  });
});

describe('a boot manager that only lies in the folder of 2023', () => {
  it('is refused', async () => {
    makeMedia();
    // A boot image whose EFI_EX holds the boot manager of 2011.
    const sink = site.ports.files.sink(join(media, 'sources/boot.wim'));
    const writer = createWim(sink, { compression: 'none', newDigest, guid: new Uint8Array(16) });
    const bytes = bootFilesOf(spec, newDigest).get('Boot\\EFI\\bootmgfw.efi') ?? Buffer.of();
    const time = { created: 0n, accessed: 0n, modified: 0n };
    const file = { name: 'bootmgfw_EX.efi', attributes: 0x20, sha1: writer.addBlob([bytes], bytes.length), ...time };
    const folder = (name: string, children: object[]) => ({ name, attributes: 0x10, children, ...time }) as never;
    const root = folder('', [folder('Windows', [folder('Boot', [folder('EFI_EX', [file])])])]);
    writer.addImage({ root }, { name: 'PE' } as never);
    writer.finish();
    sink.close();

    expect(await update().catch(asProblem)).toMatchObject({ id: 'ImgBootFilesUntrusted' });
  });
});
