/** Media with boot sector images: what a disc starts from, and what a later one would. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { bootFilesOf } from '../../../src/emulator/boot-files.ts';
import { bootProgram } from '../../../src/emulator/boot-program.ts';
import { newDigest } from '../../../src/ports/digests.ts';
import { link, makeFat } from '../../formats/fat/sample-fat.ts';
import { makeDisc } from '../../formats/udf/sample-disc.ts';
import { type ImageSite, openImageSite } from '../image/image-site.ts';
import { indexSpec } from '../media/sample-media.ts';

let site: ImageSite;
beforeEach(async () => {
  site = await openImageSite();
});
afterEach(() => site.close());

const where = '\\EFI\\Microsoft\\Boot';
const files = bootFilesOf(indexSpec, newDigest);
const manager = { 2011: 'Boot\\EFI\\bootmgfw.efi', 2023: 'Boot\\EFI_EX\\bootmgfw_EX.efi' };

function sector(authority: '2011' | '2023', svn = '3.0'): Buffer {
  const program = bootProgram({ machine: 0x8664, version: '10.0.26100.4349', svn, authority }, newDigest);
  return makeFat({ EFI: { BOOT: { 'BOOTX64.EFI': program } } }).bytes;
}

/** Without the images of Windows, so that nothing marks it as a rehearsal unless they are asked for. */
function tree(start: 2011 | 2023, sectors: Record<string, Buffer>, { windows = false } = {}) {
  const image = () => readFileSync(site.image('install.wim', indexSpec));
  return {
    'setup.exe': Buffer.from('MZ'),
    ...(windows ? { sources: { 'install.wim': image() } } : {}),
    EFI: {
      Boot: { 'bootx64.efi': Buffer.from(files.get(manager[start]) ?? '') },
      Microsoft: { Boot: sectors },
    },
  };
}

function folder(content: object, at = join(site.folder, 'Media')): string {
  mkdirSync(at, { recursive: true });
  for (const [name, each] of Object.entries(content)) {
    if (Buffer.isBuffer(each)) writeFileSync(join(at, name), each);
    else folder(each, join(at, name));
  }
  return at;
}

/** A disc whose catalog leads to the file that begins with these bytes. */
function iso(content: object, start: Buffer | null): string {
  const image = Buffer.from(makeDisc(content as never, { label: 'DISC', bridge: true }).file.bytes());
  const [record, catalog] = [17 * 2048, image.length];
  const at = start === null ? 0 : image.indexOf(start);
  image.fill(0, record, record + 2048);
  image.write('\0CD001\x01EL TORITO SPECIFICATION', record, 'latin1');
  image.writeUInt32LE(catalog / 2048, record + 71);
  const sectors = Buffer.alloc(2048);
  sectors.set([1, 0xef]);
  sectors.writeUInt16LE(0xaa55, 30);
  sectors.writeUInt16LE((0x1_0000 - ((0xef01 + 0xaa55) & 0xffff)) & 0xffff, 28);
  sectors[32] = 0x88;
  sectors.writeUInt32LE(at / 2048, 40);
  const path = join(site.folder, 'media.iso');
  writeFileSync(path, Buffer.concat([image, sectors]));
  return path;
}

async function trust(path: string) {
  return (await site.call('trust.show', { path })).document as unknown as {
    verdict: string;
    reasons: string[];
    warnings: string[];
    files: { path: string; container: string; program: string; svn: string; minimumSvn: string; startsOn: string[] }[];
  };
}

/** The reason that the boot manager beside is one by itself. */
const aboutManager = (start: 2011 | 2023) =>
  `\\EFI\\Boot\\bootx64.efi is signed under ${start === 2011 ? '2011' : '2023 alone'}`;

const insideOf = (found: Awaited<ReturnType<typeof trust>>) => found.files.filter(({ container }) => container !== '');

describe('an ISO image', () => {
  it('is judged by the boot sector that it starts from, and says why', async () => {
    const [old, updated] = [sector('2011'), sector('2023')];
    const content = tree(2023, { 'efisys.bin': old, 'efisys_ex.bin': updated });

    const starting = await trust(iso(content, old));

    expect(starting.verdict).toBe('both');
    expect(starting.reasons).toEqual([
      aboutManager(2023),
      expect.stringMatching(/efisys\.bin, .*BOOTX64\.EFI .* signed under 2011/),
    ]);
    expect(
      insideOf(starting).map(({ path, container, program, svn, minimumSvn, startsOn }) => [
        ...[path, container, program, svn, minimumSvn, startsOn],
      ]),
    ).toEqual([
      ['\\EFI\\BOOT\\BOOTX64.EFI', `${where}\\efisys.bin`, 'cdboot', '3.0', '3.0', ['2011-only', 'both']],
      ['\\EFI\\BOOT\\BOOTX64.EFI', `${where}\\efisys_ex.bin`, 'cdboot', '3.0', '3.0', ['both', 'revoked']],
    ]);
    expect(await trust(iso(content, updated))).toMatchObject({
      ...{ verdict: 'revoked', reasons: [aboutManager(2023)], warnings: [] },
    });
  });

  it('that starts from something else says so', async () => {
    const found = await trust(iso(tree(2023, { 'efisys.bin': sector('2011') }), null));
    expect(found.verdict).toBe('revoked');
    expect(found.warnings).toEqual([expect.stringMatching(/is no file efisys/)]);
  });
});

describe('a folder', () => {
  it('is judged without it, and says what a later disc would start from', async () => {
    const { verdict, reasons, warnings } = await trust(folder(tree(2023, { 'efisys.bin': sector('2011') })));
    expect({ verdict, reasons }).toEqual({ verdict: 'revoked', reasons: [aboutManager(2023)] });
    expect(warnings).toEqual([expect.stringMatching(/A disc made of it .*efisys\.bin .*signed under 2011/)]);
  });

  it.each<[string, 2011 | 2023, () => Record<string, Buffer>]>([
    [
      'of 2023 with a boot sector of its own',
      2023,
      () => ({ 'efisys.bin': sector('2011'), 'efisys_ex.bin': sector('2023') }),
    ],
    ['of 2011', 2011, () => ({ 'efisys.bin': sector('2011'), 'efisys_noprompt.bin': sector('2011') })],
  ])('%s has nothing to tell', async (_what, start, sectors) => {
    const found = await trust(folder(tree(start, sectors())));
    expect(found).toMatchObject({ reasons: [aboutManager(start)], warnings: [] });
    expect(insideOf(found)).toHaveLength(2);
  });
});

describe('a boot sector image that cannot be looked into', () => {
  const circle = () => {
    const made = makeFat({ EFI: { BOOT: { 'BOOTX64.EFI': Buffer.alloc(2000) } } });
    const [first = 0] = made.clusters['\\EFI\\BOOT\\BOOTX64.EFI'] ?? [];
    link(made, 12, first, first);
    return made.bytes;
  };
  it.each<[string, () => Buffer, RegExp]>([
    ['with a file in a circle', circle, /efisys\.bin cannot be looked into: .*circle/],
    ['that is cut off', () => sector('2023').subarray(0, 4096), /cannot be looked into: .*beyond the end/],
    ['that is empty of programs', () => makeFat({}).bytes, /no program in \\EFI\\BOOT/],
  ])('%s is a warning', async (_what, bytes, warning) => {
    const found = await trust(folder(tree(2023, { 'efisys.bin': bytes() })));
    expect(found.verdict).toBe('revoked');
    expect(found.warnings).toEqual([expect.stringMatching(warning)]);
  });

  it('for it is none is told once, and not of rehearsals', async () => {
    const none = { 'efisys.bin': Buffer.alloc(2048), 'efisys_noprompt.bin': Buffer.alloc(0) };
    const real = await trust(folder(tree(2023, none)));
    expect(real.warnings).toEqual([expect.stringMatching(/^Not looked into.*efisys\.bin, .*efisys_noprompt\.bin\.$/)]);
    const rehearsal = await trust(folder(tree(2023, none, { windows: true }), join(site.folder, 'Rehearsal')));
    expect(rehearsal.warnings).toEqual([]);
  });
});
