/**
 * Media by the command line, from a disc to a disc: an ISO image that another program wrote is taken out, serviced as a whole,
 * written again, and read by two other programs and by our own reader.
 */
import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Ran, type Sandbox, sandbox } from '../helpers/built-engine.ts';
import { catalogLine, type KnownUpdate, packageFile, sha256, updates } from '../helpers/month.ts';
import { anyMissing, requires, titled } from '../helpers/requires.ts';
import { digestsOf } from '../operations/media/sample-media.ts';

const genisoimage = requires.tool('genisoimage');
const sevenZip = requires.tool('7zz');
const wimlib = requires.tool('wimlib-imagex');

const { june } = updates;
const dynamic = (kind: 'SetupDynamicUpdate' | 'SafeOSDynamicUpdate', articleId: string, revision: number) => ({
  uniqueId: `eeeeeeee-0000-4000-8000-00000${articleId}`,
  title: `2025-06 ${kind === 'SetupDynamicUpdate' ? 'Setup' : 'Safe OS'} Dynamic Update for Windows 11 Version 24H2 for x64-based Systems (KB${articleId})`,
  package: { ...june.package, form: 'cab' as const, kind, articleId, revision },
});
const month: KnownUpdate[] = [
  june,
  dynamic('SetupDynamicUpdate', '5060614', 4340),
  dynamic('SafeOSDynamicUpdate', '5060843', 4348),
];

const index = {
  ...{ name: 'Windows 11 Enterprise', edition: 'Enterprise', installationType: 'Client', release: '24H2' },
  ...{ build: 26100, revision: 1742, architecture: 'x64', language: 'en-US', files: 4, bytes: 40_000 },
  ...{ winre: true, boot: { svn: '9.0' } },
};

let box: Sandbox;
beforeAll(() => {
  box = sandbox();
});
afterAll(() => box.remove());

function ok(ran: Ran): Ran {
  if (ran.code !== 0) throw new Error(ran.stderr);
  return ran;
}

function spec(indexes: object[], upgradePackage: unknown): string {
  return JSON.stringify({ indexes, upgradePackage });
}

describe('rehearsal image with upgradePackage', () => {
  it('makes a whole folder of media, the same for the same spec, and never over what is there', () => {
    const made = box.run('rehearsal', 'image', box.path('one'), '--spec', spec([index], true));
    const other = box.run('rehearsal', 'image', box.path('two'), '--spec', spec([index], { bootManager: '2011' }));
    const again = box.run('rehearsal', 'image', box.path('one'), '--spec', spec([index], true));

    expect([made.code, other.code]).toEqual([0, 0]);
    expect(made.document).toMatchObject({ folder: box.path('one'), path: box.path('one', 'sources', 'install.wim') });
    expect(made.document['sha256']).toBe(sha256(made.document['path']));
    const files = digestsOf(box.path('one'));
    expect(files).toEqual(digestsOf(box.path('two')));
    expect(Object.keys(files)).toEqual([
      ...['boot/etfsboot.com', 'bootmgr.efi', 'efi/boot/bootx64.efi', 'efi/microsoft/boot/boot.stl'],
      ...['efi/microsoft/boot/efisys.bin', 'efi/microsoft/boot/efisys_noprompt.bin'],
      ...['efi/microsoft/boot/fonts/segoe_slboot.ttf', 'efi/microsoft/boot/fonts/wgl4_boot.ttf', 'setup.exe'],
      ...['sources/boot.wim', 'sources/install.wim', 'sources/lang.ini', 'sources/setup.exe', 'sources/setuphost.exe'],
    ]);
    expect(again).toMatchObject({ code: 2, stdout: '', problem: { id: 'ImgArgumentInvalid' } });
    expect(digestsOf(box.path('one'))).toEqual(files);
  });

  it.each([
    ['2011', { verdict: '2011-only' }],
    ['2023', { verdict: 'revoked' }],
  ])('starts from the boot manager of %s', (bootManager, verdict) => {
    ok(box.run('rehearsal', 'image', box.path(bootManager), '--spec', spec([index], { bootManager })));
    expect(box.run('trust', 'show', box.path(bootManager)).document).toMatchObject({ ...verdict, rehearsal: true });
  });

  it.each<[what: string, indexes: object[], media: unknown, pointer: string]>([
    ['a revision that is none', [index], { bootRevision: -1 }, '/spec/upgradePackage/bootRevision'],
    ['what nobody knows', [index], { bootWim: true }, '/spec/upgradePackage/bootWim'],
    ['boot files that the image lacks', [{ ...index, boot: { updated: false } }], { bootManager: '2023' }, '/spec'],
  ])('refuses %s, and leaves nothing', (what, indexes, media, pointer) => {
    const folder = join(box.folder, what);
    mkdirSync(folder);

    const ran = box.run('rehearsal', 'image', join(folder, 'media'), '--spec', spec(indexes, media));

    expect(ran).toMatchObject({ code: 2, stdout: '', problem: { id: 'ImgArgumentInvalid', errors: [{ pointer }] } });
    expect(digestsOf(folder)).toEqual({});
  });
});

function mediaOf(folder: string): Record<string, string> {
  const files = Object.entries(digestsOf(folder));
  return Object.fromEntries(files.filter(([path]) => path !== 'boot.catalog' && !path.includes('.imgupdate')));
}

const programs = [genisoimage, sevenZip, wimlib];
describe.skipIf(anyMissing(...programs))(titled('media from a disc to a disc', ...programs), () => {
  let serviced: string;
  let run: Record<string, never>;
  let exported: unknown;
  beforeAll(() => {
    ok(box.run('rehearsal', 'image', box.path('upgrade'), '--spec', spec([index, { ...index, name: 'Pro' }], true)));
    const sectors = ['-b', 'boot/etfsboot.com', '-no-emul-boot', '-boot-load-size', '8'];
    const uefi = ['-eltorito-alt-boot', '-e', 'efi/microsoft/boot/efisys.bin', '-no-emul-boot'];
    const disc = ['-quiet', '-iso-level', '3', '-udf', '-allow-limited-size', '-J', '-V', 'CCCOMA_X64FRE_EN-US_DV9'];
    execFileSync(genisoimage.path, [...disc, ...sectors, ...uefi, '-o', box.path('in.iso'), box.path('upgrade')], {
      stdio: 'ignore',
    });
    writeFileSync(box.path('catalog.jsonl'), month.map(catalogLine).join('\n'));
    ok(box.run('update', 'import', box.path('catalog.jsonl')));
    for (const update of month) ok(box.run('content', 'add', packageFile(box.folder, update)));
    serviced = box.path('serviced');
    ok(box.run('upgrade-package', 'add', box.path('in.iso'), '--name', 'Media', '--to', serviced, '--accept-eula'));
    const order = ['--image', 'Media', '--latest', '--profile', 'media', '--update-boot-manager=2023'];
    run = ok(box.run('schedule', 'add', ...order, '--run-now', '--wait')).document['run'];
    const out = ['--to', box.path('out.iso'), '--tool', 'genisoimage', '--label', 'JUNE'];
    exported = ok(box.run('media', 'export', serviced, ...out)).document;
    execFileSync(sevenZip.path, ['x', '-y', `-o${box.path('unpacked')}`, box.path('out.iso')], { stdio: 'ignore' });
  });

  const unpacked = (...names: string[]) => box.path('unpacked', ...names);

  it('is serviced whole: image, recovery image, boot.wim and Setup', () => {
    expect(run).toMatchObject({ status: 'Succeeded', errors: [], proof: { ok: true, setup: { missing: [] } } });
    const { proof } = run as unknown as { proof: Record<string, { after: string }[] & { indexes: object[] }> };
    expect(proof['indexes']?.map(({ after }) => after)).toEqual(['26100.4349', '26100.4349']);
    expect(proof['recovery']).toHaveLength(2);
    expect(proof['bootImage']?.indexes).toHaveLength(2);
  });

  it('is the same to 7-Zip as the folder that was serviced, without what is kept of before', () => {
    // The program that wrote the first disc put a file of its own on it.
    const files = mediaOf(unpacked());
    expect(files).toEqual(mediaOf(serviced));
    expect(sha256(box.path('upgrade', 'sources', 'install.wim'))).not.toBe(files['sources/install.wim']);
  });

  it('holds images that wimlib finds whole', () => {
    for (const name of ['install.wim', 'boot.wim']) {
      const words = execFileSync(wimlib.path, ['verify', unpacked('sources', name)], { encoding: 'utf8' });
      expect(words).toMatch(/was successfully verified|verified/i);
    }
    const list = execFileSync(wimlib.path, ['dir', unpacked('sources', 'install.wim'), '1'], { encoding: 'utf8' });
    expect(list).toContain('/Windows/System32/Recovery/winre.wim');
  });

  it('has the Setup programs of its boot.wim, as wimlib takes them out', () => {
    execFileSync(
      wimlib.path,
      ['extract', unpacked('sources', 'boot.wim'), '2', '/sources', `--dest-dir=${box.path('pe')}`],
      { stdio: 'ignore' },
    );
    for (const name of ['setup.exe', 'setuphost.exe']) {
      expect(sha256(unpacked('sources', name))).toBe(sha256(box.path('pe', 'sources', name)));
      expect(readFileSync(unpacked('sources', name), 'utf8')).toContain('of 26100.4349');
    }
  });

  it('starts from the boot files of its boot.wim, as the plan said and as our reader finds them on the disc', () => {
    const { proof, steps } = run as unknown as {
      proof: { bootTrust: { after: { verdict: string }; files: { path: string; sha256After: string }[] } };
      steps: { kind: string }[];
    };
    expect(steps.map(({ kind }) => kind).slice(-4)).toEqual([
      ...['take-boot-managers', 'update-boot-manager', 'verify', 'publish'],
    ]);
    const files = mediaOf(unpacked());
    const { bootTrust } = proof;
    expect(bootTrust.files.length).toBeGreaterThan(4);
    for (const { path, sha256After } of bootTrust.files) {
      const found = Object.entries(files).find(([name]) => `\\${name.replaceAll('/', '\\')}` === path.toLowerCase());
      expect([path, found?.[1]]).toEqual([path, sha256After]);
    }
    execFileSync(
      wimlib.path,
      ['extract', unpacked('sources', 'boot.wim'), '1', '/Windows/Boot', `--dest-dir=${box.path('boot-files')}`],
      { stdio: 'ignore' },
    );
    const manager = box.path('boot-files', 'Boot', 'EFI_EX', 'bootmgfw_EX.efi');
    expect(files['efi/boot/bootx64.efi']).toBe(sha256(manager));
    const { document } = ok(box.run('trust', 'show', box.path('out.iso')));
    expect(document).toMatchObject({ kind: 'iso', verdict: bootTrust.after.verdict, bootStl: { matches: true } });
    expect(exported).toMatchObject({
      bootEntries: [{ platform: 'bios' }, { path: '\\efi\\microsoft\\boot\\efisys_ex.bin' }],
    });
  });

  it('is read by our own reader where it lies on the disc', () => {
    const inside = ok(box.run('image', 'inspect', box.path('out.iso'))).document;
    expect(inside).toMatchObject({ rehearsal: true, iso: { label: 'JUNE' } });
    const { indexes } = inside as unknown as { indexes: { revision: string }[] };
    expect(indexes.map(({ revision }) => revision)).toEqual(['26100.4349', '26100.4349']);
    expect(ok(box.run('image', 'verify', box.path('out.iso'))).document).toMatchObject({ ok: true, bad: [] });
    copyFileSync(unpacked('sources', 'boot.wim'), box.path('boot.wim'));
    const boot = ok(box.run('image', 'inspect', box.path('boot.wim'))).document as unknown as typeof inside;
    expect(boot['indexes']).toMatchObject([{ revision: '26100.4349' }, { revision: '26100.4349' }]);
  });
});
