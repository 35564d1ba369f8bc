import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { asProblem } from '../../../src/errors.ts';
import { bootEntries } from '../../../src/formats/udf/el-torito.ts';
import { nodeFiles } from '../../../src/ports/node-files.ts';
import { runWimlib, wimlib } from '../../formats/wim/wimlib.ts';
import { anyMissing, requires, titled } from '../../helpers/requires.ts';
import { type ImageSite, openImageSite } from '../image/image-site.ts';
import { digestsOf, makeMedia } from './sample-media.ts';

const genisoimage = requires.tool('genisoimage');
const sevenZip = requires.tool('7zz');
const posix = requires.posix('scripts that run as programs');

let site: ImageSite;
beforeEach(async () => {
  site = await openImageSite();
});
afterEach(() => site.close());

interface Exported {
  label: string | null;
  tool: string | null;
  bootEntries: { platform: string; path: string }[];
  files: number;
  parts: string[];
  sha256: string;
  applied: boolean;
  warnings: string[];
}

async function exported(request: object, options: { dryRun?: boolean; signal?: AbortSignal } = {}): Promise<Exported> {
  return (await site.call('media.export', request, options)).document as unknown as Exported;
}

const at = (name: string) => join(site.folder, name);
/** Nothing that was begun may stay. */
const leftovers = () => readdirSync(site.folder).filter((name) => name.startsWith('.imgupdate'));

/** What another program reads from an image of a disc. */
function unpacked(iso: string): Record<string, string> {
  const folder = `${iso}.unpacked`;
  execFileSync(sevenZip.path, ['x', '-y', `-o${folder}`, iso], { stdio: 'ignore' });
  const { 'boot.catalog': _, ...files } = digestsOf(folder);
  rmSync(folder, { recursive: true });
  return files;
}

const needed = [genisoimage, sevenZip];
describe.skipIf(anyMissing(...needed))(titled('an ISO image', ...needed), () => {
  it('holds what the media holds, as our reader and another program see it', async () => {
    const media = makeMedia(site, 'Win 11');
    const made = await exported({ path: media, to: at('a.iso'), tool: 'genisoimage' });

    expect(unpacked(at('a.iso'))).toEqual(digestsOf(media));
    expect(made).toMatchObject({ label: 'Win_11', tool: 'genisoimage', applied: true, parts: [], warnings: [] });
    expect(made.files).toBe(Object.keys(digestsOf(media)).length);
    expect(made.bootEntries).toEqual([
      { platform: 'bios', path: '\\boot\\etfsboot.com' },
      { platform: 'uefi', path: '\\efi\\microsoft\\boot\\efisys.bin' },
    ]);
    expect(leftovers()).toEqual([]);
    const inside = (await site.call('image.inspect', { path: at('a.iso') })).document;
    expect(inside).toMatchObject({ rehearsal: true, iso: { label: 'Win_11' } });
    const source = nodeFiles.source(at('a.iso'));
    expect(bootEntries(source).map(({ platform, bootable }) => [platform, bootable])).toEqual([
      ['bios', true],
      ['uefi', true],
    ]);
    source.close();
  });

  it('of ARM64 starts from UEFI alone', async () => {
    const media = makeMedia(site, 'arm', { image: { architecture: 'arm64' } });
    const { bootEntries: entries } = await exported({ path: media, to: at('a.iso'), tool: 'genisoimage' });
    expect(entries.map(({ platform }) => platform)).toEqual(['uefi']);
  });

  it('starts from the sector of 2023 where the boot manager is of 2023', async () => {
    const media = makeMedia(site, 'new', { updated: true });
    const request = { path: media, tool: 'genisoimage', label: 'CCCOMA_X64FRE_EN-US_DV9' };
    const made = await exported({ ...request, to: at('a.iso') });
    expect(made.bootEntries[1]?.path).toBe('\\efi\\microsoft\\boot\\efisys_ex.bin');
    expect(made.label).toBe('CCCOMA_X64FRE_EN-US_DV9');
    const quiet = await exported({ ...request, to: at('b.iso'), noPrompt: true });
    expect(quiet.bootEntries[1]?.path).toBe('\\efi\\microsoft\\boot\\efisys_noprompt.bin');
    expect(made.warnings).toEqual([]);
    expect(quiet.warnings).toEqual([expect.stringMatching(/no efisys_noprompt_ex\.bin.*may refuse/)]);
  });

  it('has the label of the disc that its media was taken out of', async () => {
    const disc = { path: makeMedia(site, 'media'), to: at('a.iso'), tool: 'genisoimage', label: 'CCCOMA_X64FRE' };
    await exported(disc);
    await site.call('upgrade-package.add', { path: at('a.iso'), to: at('taken'), name: 'Media', acceptEula: true });
    await site.call('image.refresh', { image: 'Media' });

    const again = await exported({ path: at('taken'), to: at('b.iso'), tool: 'genisoimage' });
    const other = await exported({ path: at('taken'), to: at('c.iso'), tool: 'genisoimage', label: 'OTHER' });

    expect([again.label, other.label]).toEqual(['CCCOMA_X64FRE', 'OTHER']);
    const { upgradePackage } = (await site.call('upgrade-package.show', { upgradePackage: 'Media' })).document;
    expect(upgradePackage).toMatchObject({ label: 'CCCOMA_X64FRE' });
  });

  it('goes to a folder and back to the same disc', async () => {
    const media = makeMedia(site, 'media');
    await exported({ path: media, to: at('a.iso'), tool: 'genisoimage', label: 'KEPT' });
    await exported({ path: at('a.iso'), to: at('folder') });
    const { 'boot.catalog': _, ...files } = digestsOf(at('folder'));
    expect(files).toEqual(digestsOf(media));
  });

  it('with a split image holds the set instead', async () => {
    const media = makeMedia(site, 'media', { image: { files: 20, bytes: 30_000_000 } });
    const made = await exported({ path: media, to: at('a.iso'), tool: 'genisoimage', splitSize: 1 << 20 });

    const found = unpacked(at('a.iso'));
    expect(made.parts[0]).toBe('\\sources\\install.swm');
    expect(made.parts.length).toBeGreaterThan(1);
    expect(Object.keys(found)).toEqual(expect.arrayContaining(['sources/install.swm', 'sources/install2.swm']));
    expect(found).not.toHaveProperty(['sources/install.wim']);
    expect(digestsOf(media)).toHaveProperty(['sources/install.wim']);
    expect((await site.call('image.verify', { path: at('a.iso') })).document).toMatchObject({ ok: true });
  });
});

describe('a folder', () => {
  it('holds what the media holds', async () => {
    const media = makeMedia(site, 'media');
    const made = await exported({ path: media, to: at('out') });

    expect(digestsOf(at('out'))).toEqual(digestsOf(media));
    expect(existsSync(at('out/support/empty folder'))).toBe(true);
    expect(made).toMatchObject({ tool: null, label: null, bootEntries: [], sha256: '', applied: true });
    expect(leftovers()).toEqual([]);
  });

  it.skipIf(anyMissing(wimlib))(
    titled('has a set that wimlib reads where the image is too large', wimlib),
    async () => {
      const media = makeMedia(site, 'media', { image: { files: 20, bytes: 30_000_000 } });
      const { parts } = await exported({ path: media, to: at('out'), splitSize: 1 << 20 });

      const sizes = parts.map((path) => readFileSync(at(`out${path.replaceAll('\\', '/')}`)).length);
      expect(Math.max(...sizes)).toBeLessThanOrEqual(1 << 20);
      expect(existsSync(at('out/sources/install.wim'))).toBe(false);
      runWimlib('verify', at('out/sources/install.swm'), `--ref=${at('out/sources/install*.swm')}`);
      const inside = (path: string) =>
        site.call('image.files', { path, limit: 100_000 }).then(({ document }) => document);
      expect(await inside(at('out/sources/install.swm'))).toEqual(await inside(join(media, 'sources/install.wim')));
    },
  );

  it('keeps an image that is small enough', async () => {
    const media = makeMedia(site, 'media');
    expect((await exported({ path: media, to: at('out'), splitSize: 4_000_000_000 })).parts).toEqual([]);
    expect(digestsOf(at('out'))).toEqual(digestsOf(media));
  });
});

describe('media with install.esd', () => {
  const esd = () => at('out/sources/install.esd');

  it('holds the same images, and nothing else is changed', async () => {
    const media = makeMedia(site, 'media', { image: { files: 20, bytes: 3_000_000 } });
    const made = await exported({ path: media, to: at('out'), compression: 'recovery' });

    expect(made).toMatchObject({ parts: ['\\sources\\install.esd'], warnings: [] });
    const { 'sources/install.wim': _, ...others } = digestsOf(media);
    const { 'sources/install.esd': __, ...copied } = digestsOf(at('out'));
    expect(copied).toEqual(others);
    const inside = (path: string) =>
      site.call('image.files', { path, limit: 100_000 }).then(({ document }) => document['entries']);
    expect(await inside(esd())).toEqual(await inside(join(media, 'sources/install.wim')));
    expect((await site.call('image.verify', { path: esd() })).document).toMatchObject({ ok: true });
    expect(leftovers()).toEqual([]);
  });

  it.skipIf(anyMissing(genisoimage))(
    titled('goes onto a disc, and from there to an upgrade package', genisoimage),
    async () => {
      const media = makeMedia(site, 'media');
      const made = await exported({ path: media, to: at('a.iso'), tool: 'genisoimage', compression: 'recovery' });

      expect(made.parts).toEqual(['\\sources\\install.esd']);
      await site.call('upgrade-package.add', { path: at('a.iso'), to: at('taken'), name: 'Media', acceptEula: true });
      const { 'sources/install.wim': _, 'boot.catalog': ___, ...taken } = digestsOf(at('taken'));
      const { 'sources/install.wim': __, ...others } = digestsOf(media);
      expect(taken).toEqual(others);
    },
  );

  it('needs an install.wim', async () => {
    const media = makeMedia(site, 'media');
    await exported({ path: media, to: at('out'), compression: 'recovery' });
    const again = await exported({ path: at('out'), to: at('again'), compression: 'recovery' });

    expect(again).toMatchObject({ parts: [], warnings: [expect.stringContaining('no sources\\install.wim')] });
    expect(digestsOf(at('again'))).toEqual(digestsOf(at('out')));
  });

  it('is not split', async () => {
    const request = { path: makeMedia(site, 'media'), to: at('out'), compression: 'recovery', splitSize: 1 << 20 };
    const problem = asProblem(await exported(request).catch((error: unknown) => error));

    expect(problem).toMatchObject({ id: 'ImgRequestInvalid', message: expect.stringContaining('cannot be split') });
    expect(existsSync(at('out'))).toBe(false);
  });
});

describe('media that goes out', () => {
  it('is only described in a dry run', async () => {
    const media = makeMedia(site, 'media');
    const would = await exported({ path: media, to: at('a.iso'), tool: 'genisoimage' }, { dryRun: true });
    expect(would).toMatchObject({ applied: false, tool: 'genisoimage', label: 'media', files: 11 });
    expect(existsSync(at('a.iso'))).toBe(false);
  });

  it.each<[string, (media: string) => object, string]>([
    ['over a file that is there', (path) => ({ path, to: join(path, '..', 'there.iso') }), 'ImgFileExists'],
    ['into itself', (path) => ({ path, to: join(path, 'out.iso') }), 'ImgPathInvalid'],
    ['from nothing', () => ({ path: at('none.iso'), to: at('b.iso') }), 'ImgFileNotFound'],
    ['with a tool that is not there', (path) => iso(path, { toolPath: at('no-such-tool') }), 'ImgIsoToolMissing'],
  ])('is refused %s', async (_what, request, id) => {
    const media = makeMedia(site, 'media');
    writeFileSync(at('there.iso'), 'x');
    expect(await exported(request(media)).catch(asProblem)).toMatchObject({ id });
    expect(leftovers()).toEqual([]);
  });

  it('is refused without a boot sector', async () => {
    const media = makeMedia(site, 'media');
    rmSync(join(media, 'EFI/Microsoft/Boot/efisys.bin'));
    expect(await exported(iso(media)).catch(asProblem)).toMatchObject({ id: 'ImgNotMedia' });
  });

  it('is given up when the caller cancels', async () => {
    const media = makeMedia(site, 'media');
    const signal = AbortSignal.abort();
    expect(await exported({ path: media, to: at('out') }, { signal }).catch(asProblem)).toMatchObject({
      id: 'ImgCanceled',
    });
    expect(leftovers()).toEqual([]);
    expect(existsSync(at('out'))).toBe(false);
  });

  /** A tool that writes something else than it should. */
  function tool(text: string): string {
    writeFileSync(at('tool'), `#!/bin/sh\nwhile [ "$1" != -o ]; do shift; done\n${text}\n`);
    chmodSync(at('tool'), 0o755);
    return at('tool');
  }

  it.skipIf(anyMissing(posix)).each([
    [titled('that fails', posix), 'echo no room >&2; exit 3', 'ImgIsoToolFailed', /no room/],
    [titled('that writes no disc', posix), 'echo x > "$2"', 'ImgMediaUnverified', /no image of a disc/],
  ])('is not believed to a tool %s', async (_what, text, id, detail) => {
    const media = makeMedia(site, 'media');
    const problem = asProblem(await exported(iso(media, { toolPath: tool(text) })).catch((error: unknown) => error));
    expect(problem).toMatchObject({ id, message: expect.stringMatching(detail) });
    expect([existsSync(at('a.iso')), leftovers()]).toEqual([false, []]);
  });

  const both = [posix, genisoimage];
  it.skipIf(anyMissing(...both)).each([
    [titled('a file with other bytes', ...both), 'printf y > setup.exe', /setup\.exe has other bytes/],
    [titled('a file less', ...both), 'rm setup.exe', /setup\.exe is missing/],
    [titled('a file more', ...both), 'echo x > more.txt', /more\.txt is too many/],
    [titled('another label', ...both), 'set -- "$1" "$2" -V OTHER .', /its label is OTHER/],
    [titled('nothing to start from', ...both), 'set -- -o "$2" -V media .', /starts from nothing/],
  ])('is not believed to a tool that writes %s', async (_what, text, detail) => {
    const media = makeMedia(site, 'media');
    const lying = join(site.folder, 'lying');
    const whole = text.startsWith('set');
    writeFileSync(
      lying,
      `#!/bin/sh
cp -r . "${at('copy')}"; cd "${at('copy')}"
${whole ? 'all="$*"; while [ "$1" != -o ]; do shift; done' : ''}
${text}
${whole ? `exec ${genisoimage.path} -quiet -iso-level 3 -udf -J -joliet-long -input-charset utf-8 "$@"` : `exec ${genisoimage.path} "$@"`}
`,
    );
    chmodSync(lying, 0o755);
    const problem = asProblem(await exported(iso(media, { toolPath: lying })).catch((error: unknown) => error));
    expect(problem).toMatchObject({ id: 'ImgMediaUnverified', message: expect.stringMatching(detail) });
    expect(leftovers()).toEqual([]);
  });
});

function iso(path: string, more: object = {}): object {
  return { path, to: at('a.iso'), tool: 'genisoimage', ...more };
}
