/** ISO images of Windows media as images: read in place, and taken out to be registered. */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { asProblem, problemDocument } from '../../../src/errors.ts';
import { arraySource } from '../../../src/formats/array-source.ts';
import { openWim } from '../../../src/formats/wim/open.ts';
import { newDigest } from '../../../src/ports/digests.ts';
import { type DiscTree, makeDisc, SECTOR } from '../../formats/udf/sample-disc.ts';
import { MemoryFile } from '../../formats/wim/sample-wim.ts';
import { solidWim } from '../../formats/wim/solid-wim.ts';
import { splitSet } from '../../formats/wim/split-set.ts';
import { runWimlib, wimlib } from '../../formats/wim/wimlib.ts';
import { anyMissing, requires, titled } from '../../helpers/requires.ts';
import { type ImageSite, openImageSite } from './image-site.ts';

const hive = '\\Windows\\System32\\config\\SOFTWARE';
const genisoimage = requires.tool('genisoimage');

let site: ImageSite;
let whole: string;
let wim: Buffer;
beforeEach(async () => {
  site = await openImageSite();
  const parts = { files: 10, bytes: 100_000, packages: 3 };
  whole = site.image('whole.wim', { ...parts, winre: true }, { name: 'Pro', edition: 'Professional', revision: 4349 });
  wim = readFileSync(whole);
});
afterEach(() => site.close());

/** A file with a disc; what is not said is Windows media with `whole` on it. */
function iso(name: string, tree: DiscTree = { sources: { 'install.wim': wim } }, label = 'CCCOMA_X64FRE'): string {
  const path = join(site.folder, name);
  writeFileSync(path, makeDisc({ 'setup.exe': Buffer.from('MZ'), ...tree }, { label, bridge: true }).file.bytes());
  return path;
}

function esd(): Uint8Array {
  return solidWim({}, arraySource(wim)).bytes();
}

function parts(count = 3): DiscTree {
  const set = splitSet(new MemoryFile(wim), 3).reverse().slice(0, count);
  return Object.fromEntries(set.map((part, at) => [`install${at === 0 ? '' : at + 1}.swm`, part.bytes()]));
}

async function answer(operation: string, request: object, options = {}) {
  return (await site.call(operation, request, options)).document;
}

/** What is the same of an image wherever it lies. */
async function facts(path: string) {
  const { indexes, warnings, rehearsal } = await answer('image.inspect', { path, packages: true, winre: true });
  return { indexes, warnings, rehearsal };
}

describe('an ISO image', () => {
  const media: [string, string, () => DiscTree][] = [
    ['a WIM', '\\sources\\install.wim', () => ({ sources: { 'install.wim': wim } })],
    ['a WIM in extents apart', '\\sources\\install.wim', () => inPieces()],
    ['a WIM with names in capitals', '\\sources\\install.wim', () => ({ SOURCES: { 'INSTALL.WIM': wim } })],
    ['an ESD', '\\sources\\install.esd', () => ({ sources: { 'install.esd': esd() } })],
    ['a split set', '\\sources\\install.swm', () => ({ sources: parts() })],
  ];

  function inPieces(): DiscTree {
    const pieces = [3 * SECTOR, 2 * SECTOR, wim.length - 5 * SECTOR];
    return { sources: { 'install.wim': { content: wim, pieces, form: 'long' } } };
  }

  it.each(media)(
    'with %s is inspected, listed, read and verified like the file that is on it',
    async (_what, file, tree) => {
      const path = iso('Win11.iso', tree());
      const to = join(site.folder, 'SOFTWARE');
      const before = readFileSync(path);

      const inspected = await answer('image.inspect', { path });
      const listed = (await answer('image.files', { path, index: 1, under: '\\Windows' })) as {
        entries: { path: string; sha1: string }[];
      };
      await site.call('image.read', { path, index: 1, file: hive, to });
      const verified = await site.call('image.verify', { path });

      expect(inspected).toMatchObject({ path, size: before.length, iso: { label: 'CCCOMA_X64FRE', file } });
      expect(await facts(path)).toEqual(await facts(whole));
      expect(listed).toEqual(await answer('image.files', { path: whole, index: 1, under: '\\Windows' }));
      expect(createHash('sha1').update(readFileSync(to)).digest('hex')).toBe(
        listed.entries.find((entry) => entry.path === hive)?.sha1,
      );
      expect(verified).toMatchObject({ exitCode: 0, document: { ok: true, path, bad: [] } });
      expect(readFileSync(path).equals(before)).toBe(true);
    },
  );

  it('says where its image lies, so that others can read it there', async () => {
    const path = iso('Win11.iso');

    const { iso: found } = (await answer('image.inspect', { path })) as { iso: { offset: number; size: number } };

    expect(
      readFileSync(path)
        .subarray(found.offset, found.offset + found.size)
        .equals(wim),
    ).toBe(true);
  });

  it('is compared with the file that is on it, exported from, and asked for its updates', async () => {
    const path = iso('Win11.iso');
    const to = join(site.folder, 'pro.wim');

    const compared = await answer('image.compare', { reference: path, difference: whole, under: '\\' });
    await site.call('image.export', { path, index: [2], to });
    const installed = await answer('image.installed', { path });

    expect(compared).toMatchObject({ equal: true, differences: [] });
    expect(await answer('image.inspect', { path: to })).toMatchObject({ indexes: [{ edition: 'Professional' }] });
    expect(installed['indexes']).toEqual((await answer('image.installed', { path: whole }))['indexes']);
  });

  it('is found in a folder beside image files', async () => {
    const folder = join(site.folder, 'many');
    mkdirSync(folder);
    writeFileSync(join(folder, 'a.wim'), wim);
    writeFileSync(join(folder, 'b.ISO'), readFileSync(iso('Win11.iso')));

    const { images } = (await answer('image.inspect', { path: folder })) as {
      images: { path: string; inspection: { indexes: unknown[] } }[];
    };

    expect(images.map(({ path, inspection }) => [path, inspection.indexes.length])).toEqual([
      [join(folder, 'a.wim'), 2],
      [join(folder, 'b.ISO'), 2],
    ]);
  });

  it('with a damaged image on it is told by verify, with the exit code of it', async () => {
    const damaged = Buffer.from(wim);
    damaged.writeUInt8(damaged.readUInt8(1000) ^ 1, 1000);

    const verified = await site.call('image.verify', { path: iso('a.iso', { sources: { 'install.wim': damaged } }) });

    expect(verified).toMatchObject({ exitCode: 3, document: { ok: false, bad: [{ reason: expect.any(String) }] } });
  });

  it.each([
    ['image', 'image.add'],
    ['upgrade package', 'upgrade-package.add'],
  ])('with a damaged image on it becomes no %s', async (_what, operation) => {
    const damaged = Buffer.from(wim);
    // Of a file that nobody looks into.
    const opened = openWim(arraySource(wim), newDigest);
    const [filler] = opened.tree(1).find('\\Windows\\System32\\rehearsal')?.children ?? [];
    const offset = opened.blobs.get(filler?.sha1 ?? '')?.offset ?? Number.NaN;
    damaged.writeUInt8(damaged.readUInt8(offset + 20) ^ 1, offset + 20);
    const path = iso('a.iso', { sources: { 'install.wim': damaged, 'boot.wim': wim } });
    const before = readdirSync(site.folder);

    const problem = asProblem(await answer(operation, { path, acceptEula: true }).catch((error: unknown) => error));

    expect(problem).toMatchObject({
      id: 'ImgImageCorrupt',
      message: expect.stringMatching(/content [0-9a-f]{40} is damaged/),
    });
    expect(readdirSync(site.folder)).toEqual(before);
    expect(await answer('image.list', {})).toMatchObject({ images: [] });
  });

  it.each<[string, () => string, string, RegExp, RegExp]>([
    ['without an image', () => iso('a.iso', {}), 'ImgNotAWim', /there is no \\sources\\install\.wim/, /Windows media/],
    [
      'with a folder of that name',
      () => iso('a.iso', { sources: { 'install.wim': {} } }),
      'ImgNotAWim',
      /there is no/,
      /media/,
    ],
    [
      'for two architectures',
      () => iso('a.iso', { x64: { sources: { 'install.esd': wim } }, x86: { sources: { 'install.esd': wim } } }),
      ...(['ImgNotAWim', /\\x64\\sources\\install\.esd, \\x86\\sources/, /Mount or unpack/] as const),
    ],
    [
      'with a text as image',
      () => iso('a.iso', { sources: { 'install.wim': Buffer.from('no WIM') } }),
      'ImgNotAWim',
      /install\.wim/,
      /./,
    ],
    ['with half a split set', () => iso('a.iso', { sources: parts(2) }), 'ImgImageSplit', /install3\.swm/, /./],
    ['of ISO 9660 alone', plain, 'ImgNotAWim', /ISO 9660 alone/, /sources\\install\.wim/],
    ['that is none', text, 'ImgNotAWim', /no ISO image, although its name says so/, /digest/],
    ['that was cut before its end', () => cut(0.97), 'ImgImageTruncated', /ends at/, /Copy the file again/],
    ['that was cut at its beginning', () => cut(0.01), 'ImgImageTruncated', /before its anchor/, /Copy the file again/],
    ['of a rewritable disc', rewritable, 'ImgImageUnsupported', /Sparable/, /Mount or unpack/],
  ])('%s is refused with the way out', async (_what, make, id, message, remedy) => {
    await expect(site.call('image.inspect', { path: make() })).rejects.toMatchObject({
      id,
      message: expect.stringMatching(message),
    });
    const { problem } = await refusal('image.add', { path: make(), acceptEula: true });
    expect(problem).toMatchObject({ id, remedy: expect.stringMatching(remedy) });
    expect(readdirSync(site.folder).filter((name) => /\.(?:wim|tmp)$/.test(name))).toEqual(['whole.wim']);
  });

  function plain(): string {
    const path = join(site.folder, 'plain.iso');
    const bytes = Buffer.alloc(400 * SECTOR);
    bytes.write('\x01CD001', 16 * SECTOR, 'latin1');
    writeFileSync(path, bytes);
    return path;
  }

  function text(): string {
    const path = join(site.folder, 'text.iso');
    writeFileSync(path, '<!DOCTYPE html><title>Sign in</title>');
    return path;
  }

  function cut(share: number): string {
    const path = iso('cut.iso');
    const bytes = readFileSync(path);
    const least = 30 * SECTOR;
    writeFileSync(path, bytes.subarray(0, Math.max(least, Math.floor(bytes.length * share))));
    return path;
  }

  function rewritable(): string {
    const map = Buffer.alloc(64);
    map.set([2, 64]);
    map.write('*UDF Sparable Partition', 5, 'latin1');
    const path = join(site.folder, 'rewritable.iso');
    writeFileSync(path, makeDisc({}, { maps: [map] }).file.bytes());
    return path;
  }
});

/** The problem that a call ends with. */
async function refusal(operation: string, request: object) {
  const error = await site.call(operation, request).then(
    () => undefined,
    (reason: unknown) => reason,
  );
  return { problem: problemDocument(asProblem(error)) };
}

describe('image add of an ISO image', () => {
  const accepted = { acceptEula: true };

  it('takes the WIM out beside it, byte for byte, and registers that', async () => {
    const path = iso('Win11.iso');
    const before = readFileSync(path);

    const { document } = await site.call('image.add', { path, ...accepted });

    const to = join(site.folder, 'Win11.wim');
    const sha256 = createHash('sha256').update(wim).digest('hex');
    expect(document).toMatchObject({ applied: true, image: { name: 'Win11.wim', path: to, sha256, size: wim.length } });
    expect(readFileSync(to).equals(wim)).toBe(true);
    expect(readFileSync(path).equals(before)).toBe(true);
    expect(readdirSync(site.folder).sort()).toEqual(['Win11.iso', 'Win11.wim', 'site', 'whole.wim']);
    const messages = site.events.map(({ message }) => message);
    expect(messages).toContain(`Extracting the image from ${path}`);
    expect(messages).toContain(`Reading ${path}`);
  });

  it('takes one index of it out to the file that is named', async () => {
    const to = join(site.folder, 'pro.wim');

    const { document } = await site.call('image.add', {
      path: iso('Win11.iso'),
      name: 'Pro',
      index: 2,
      to,
      ...accepted,
    });

    expect(document).toMatchObject({
      image: { name: 'Pro', path: to, indexes: [{ index: 1, edition: 'Professional' }] },
    });
    expect(await answer('image.verify', { path: to })).toMatchObject({ ok: true });
    const files = (path: string, index: number) => answer('image.files', { path, index, limit: 100_000 });
    expect(await files(to, 1)).toEqual(await files(whole, 2));
  });

  it.each([
    ['an ESD', () => ({ 'install.esd': esd() })],
    ['a split set', () => parts()],
  ])('makes one WIM of %s that can be serviced', async (_what, sources) => {
    const { document } = await site.call('image.add', { path: iso('Win11.iso', { sources: sources() }), ...accepted });

    const { path } = document['image'] as { path: string };
    expect(await answer('image.inspect', { path })).toMatchObject({ format: { solid: false, totalParts: 1 } });
    expect((await facts(path)).indexes).toEqual((await facts(whole)).indexes);
    expect(await answer('image.verify', { path })).toMatchObject({ ok: true });
  });

  it('takes one index out of an ESD', async () => {
    const path = iso('Win11.iso', { sources: { 'install.esd': esd() } });

    const { document } = await site.call('image.add', { path, index: 2, ...accepted });

    expect(document).toMatchObject({
      image: { name: 'Win11-2-Professional.wim', indexes: [{ edition: 'Professional' }] },
    });
  });

  it('overwrites nothing', async () => {
    const path = iso('Win11.iso');
    const there = join(site.folder, 'Win11.wim');
    writeFileSync(there, 'mine');

    for (const to of [undefined, there, whole, site.folder]) {
      await expect(site.call('image.add', { path, to, ...accepted })).rejects.toMatchObject({ id: 'ImgFileExists' });
    }

    expect(readFileSync(there, 'utf8')).toBe('mine');
    expect((await answer('image.list', {}))['images']).toEqual([]);
  });

  it('writes nothing where there is too little room', async () => {
    const path = iso('Win11.iso');
    const { freeSpace } = site.ports.files;
    site.ports.files.freeSpace = () => wim.length - 1;
    const adding = site.call('image.add', { path, ...accepted });

    await expect(adding).rejects.toMatchObject({
      id: 'ImgInsufficientSpace',
      message: expect.stringContaining('Win11.wim'),
    });

    site.ports.files.freeSpace = freeSpace;
    expect(readdirSync(site.folder).sort()).toEqual(['Win11.iso', 'site', 'whole.wim']);
  });

  it.each(['Extracting', 'Reading'])('leaves nothing when it is cancelled while %s', async (phase) => {
    const path = iso('Win11.iso');
    const cancel = new AbortController();
    const push = site.events.push.bind(site.events);
    site.events.push = (...events) => {
      if (events.some(({ message }) => message.startsWith(phase))) cancel.abort();
      return push(...events);
    };

    await expect(site.call('image.add', { path, ...accepted }, { signal: cancel.signal })).rejects.toMatchObject({
      name: 'AbortError',
    });

    expect(readdirSync(site.folder).sort()).toEqual(['Win11.iso', 'site', 'whole.wim']);
    expect((await answer('image.list', {}))['images']).toEqual([]);
  });

  it('leaves nothing when the name is taken, and says so before it writes', async () => {
    await site.call('image.add', { path: whole, name: 'win11.WIM', ...accepted });

    const adding = site.call('image.add', { path: iso('Win11.iso'), ...accepted });

    await expect(adding).rejects.toMatchObject({ id: 'ImgImageExists' });
    expect(site.events).toEqual([]);
    expect(existsSync(join(site.folder, 'Win11.wim'))).toBe(false);
  });

  it('says in a dry run what it would register, and makes nothing', async () => {
    const document = await answer('image.add', { path: iso('Win11.iso'), index: 2, ...accepted }, { dryRun: true });

    expect(document).toMatchObject({
      applied: false,
      image: {
        name: 'Win11-2-Professional.wim',
        size: 0,
        sha256: '',
        indexes: [{ index: 1, edition: 'Professional' }],
      },
    });
    expect(readdirSync(site.folder).sort()).toEqual(['Win11.iso', 'site', 'whole.wim']);
  });

  it('is no registered file: refresh and set refuse one', async () => {
    await site.call('image.add', { path: whole, name: 'a', ...accepted });
    const path = iso('Win11.iso');
    writeFileSync(whole, readFileSync(path));

    await expect(site.call('image.refresh', { image: 'a' })).rejects.toMatchObject({ id: 'ImgNotAWim' });
    await expect(site.call('image.set', { image: 'a', path })).rejects.toMatchObject({
      id: 'ImgNotAWim',
      message: expect.stringContaining('is an ISO image'),
    });
  });

  const links = requires.links();
  it.skipIf(anyMissing(links))(
    titled('takes the image out beside the file that a link stands for', links),
    async () => {
      mkdirSync(join(site.folder, 'real'));
      const real = iso(join('real', 'Win11.iso'));
      symlinkSync(real, join(site.folder, 'link.iso'));

      const { document } = await site.call('image.add', { path: join(site.folder, 'link.iso'), ...accepted });

      expect(document).toMatchObject({ image: { path: join(site.folder, 'real', 'Win11.wim') } });
    },
  );

  it.skipIf(anyMissing(genisoimage, wimlib))(
    titled('takes out of media that genisoimage made what wimlib captured', genisoimage, wimlib),
    async () => {
      const media = join(site.folder, 'media');
      const tree = join(site.folder, 'tree');
      for (const path of [join(media, 'sources'), join(tree, 'Windows')]) mkdirSync(path, { recursive: true });
      writeFileSync(join(tree, 'Windows', 'a.txt'), 'a line of text\n'.repeat(5000));
      runWimlib('capture', tree, join(media, 'sources', 'install.esd'), 'One', '--solid', '--check');
      const path = join(site.folder, 'made.iso');
      execFileSync(genisoimage.path, ['-quiet', '-udf', '-J', '-iso-level', '3', '-V', 'LABEL', '-o', path, media]);

      const { document } = await site.call('image.add', { path, ...accepted });

      const made = (document['image'] as { path: string }).path;
      runWimlib('verify', made);
      expect(await answer('image.compare', { reference: path, difference: made, under: '\\' })).toMatchObject({
        equal: true,
      });
    },
  );
});

describe('the name of an image', () => {
  const accepted = { acceptEula: true };
  const long = `en-us_windows_11_business_editions_${'x'.repeat(40)}.wim`;

  it.each([
    ['install.wim', 'install.wim'],
    [long, `${long.slice(0, 46)}.wim`],
    [`${'😀'.repeat(30)}.wim`, `${'😀'.repeat(23)}.wim`],
  ])('is that of its file where none is given: %s', async (file, name) => {
    const { document } = await site.call('image.add', { path: site.image(file, {}), ...accepted });

    expect(document).toMatchObject({ image: { name } });
    expect(await answer('image.show', { image: name })).toMatchObject({ image: { name } });
  });

  it('is that of the new file where an index is taken out', async () => {
    const { document } = await site.call('image.add', { path: whole, index: 2, ...accepted });

    expect(document).toMatchObject({ image: { name: 'whole-2-Professional.wim' } });
  });

  it('goes with a new file only where something is taken out', async () => {
    const adding = site.call('image.add', { path: whole, to: join(site.folder, 'x.wim'), ...accepted });

    await expect(adding).rejects.toMatchObject({ id: 'ImgRequestInvalid', facts: { errors: [{ pointer: '/to' }] } });
  });
});
