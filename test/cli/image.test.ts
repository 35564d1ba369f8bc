import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeRehearsalImage, type RehearsalIndexSpec } from '../../src/emulator/make-image.ts';
import { newDigest } from '../../src/ports/digests.ts';
import { nodeFiles } from '../../src/ports/node-files.ts';
import { makeDisc } from '../formats/udf/sample-disc.ts';
import { type Sandbox, sandbox } from '../helpers/built-engine.ts';

const spec: RehearsalIndexSpec = {
  name: 'Windows 11 Enterprise',
  edition: 'Enterprise',
  installationType: 'Client',
  release: '24H2',
  build: 26100,
  revision: 1742,
  architecture: 'x64',
  language: 'en-US',
};

let box: Sandbox;
beforeAll(() => {
  box = sandbox();
});
afterAll(() => box.remove());

function makeImage(name: string): string {
  const path = box.path(name);
  const sink = nodeFiles.sink(path);
  makeRehearsalImage({ indexes: [spec] }, { sink, newDigest });
  sink.close();
  return path;
}

describe('the way of an image through the library', () => {
  it('is added, listed, read, verified and removed', () => {
    const path = makeImage('install.wim');

    const added = box.run('image', 'add', path, '--name', 'Windows 11', '--accept-eula', '--version', '24.1');
    const shown = box.run('image', 'show', 'windows 11');
    const listed = box.run('image', 'list', '--name', 'Win*');
    const to = box.path('software');
    const read = box.run(
      ...['image', 'read', '--image', 'Windows 11', '--to', to],
      ...['--file', '\\Windows\\System32\\config\\SOFTWARE'],
    );
    const verified = box.run('image', 'verify', path);
    const removed = box.run('image', 'remove', 'Windows 11', '--content');

    for (const ran of [added, shown, listed, read, verified, removed]) expect(ran.problem).toBeUndefined();
    expect(added.document).toMatchObject({ image: { version: '24.1', sourceVersion: 1 }, applied: true });
    expect(shown.document).toMatchObject({ image: added.document['image'] });
    expect(listed.document).toMatchObject({ images: [added.document['image']], next: null });
    expect(readFileSync(to).length).toBe(read.document['size']);
    expect(verified.document).toMatchObject({ ok: true });
    expect(removed.document).toMatchObject({ removedFiles: [path] });
    expect(existsSync(path)).toBe(false);
  });

  it('is taken out of an ISO image, which is read in place before', () => {
    const wim = makeImage('on-media.wim');
    const iso = box.path('Win11.iso');
    const tree = { sources: { 'install.wim': readFileSync(wim) } };
    writeFileSync(iso, makeDisc(tree, { label: 'CCCOMA_X64FRE', bridge: true }).file.bytes());
    const before = readFileSync(iso);

    const inspected = box.run('image', 'inspect', iso);
    const listed = box.run('image', 'files', iso, '--under', '\\Windows', '--limit', '2');
    const read = box.run(
      'image',
      'read',
      iso,
      '--file',
      '\\Windows\\System32\\config\\SOFTWARE',
      '--to',
      box.path('iso-hive'),
    );
    const verified = box.run('image', 'verify', iso);
    const added = box.run('image', 'add', iso, '--accept-eula');
    const again = box.run('image', 'add', iso, '--accept-eula', '--name', 'again');
    const index = box.run('image', 'add', iso, '--accept-eula', '--index', '1', '--to', box.path('one.wim'));

    for (const ran of [inspected, listed, read, verified, added, index]) {
      expect([ran.code, ran.problem]).toEqual([0, undefined]);
    }
    expect(inspected.document).toMatchObject({
      size: before.length,
      iso: { label: 'CCCOMA_X64FRE', file: '\\sources\\install.wim', size: readFileSync(wim).length },
      indexes: [{ revision: '26100.1742' }],
    });
    expect(listed.document['entries']).toHaveLength(2);
    expect(verified.document).toMatchObject({ ok: true });
    expect(added.document).toMatchObject({ image: { name: 'Win11.wim', path: box.path('Win11.wim') } });
    expect(added.events.map(({ message }) => message)).toContain(`Extracting the image from ${iso}`);
    expect([again.code, again.stdout, again.problem?.id]).toEqual([4, '', 'ImgFileExists']);
    expect(index.document).toMatchObject({ image: { name: 'one.wim', indexes: [{ index: 1 }] } });
    expect(readFileSync(box.path('Win11.wim')).equals(readFileSync(wim))).toBe(true);
    expect(readFileSync(iso).equals(before)).toBe(true);
  });

  it('shows what is in a file without a site', () => {
    const path = makeImage('alone.wim');

    const ran = box.runWith({ env: { IMGUPDATE_SITE: box.path('no-site') } }, 'image', 'inspect', path);

    expect(ran.document).toMatchObject({ indexes: [{ revision: '26100.1742' }] });
    expect(existsSync(box.path('no-site'))).toBe(false);
  });

  it('names packages although the site cannot be opened, and warns that KB numbers are missing', () => {
    const path = makeImage('packages.wim');
    writeFileSync(box.path('a-file'), '');

    const env = { IMGUPDATE_SITE: box.path('a-file', 'site') };
    const ran = box.runWith({ env }, 'image', 'inspect', path, '--packages');

    expect(ran.code).toBe(0);
    expect(ran.document).toMatchObject({ indexes: [{ packages: [{ name: 'Package_for_RollupFix' }] }] });
    expect(ran.events.map(({ type }) => type)).toContain('image.noCatalog');
  });

  it('ends with 3 when verify finds damage', () => {
    const path = makeImage('damaged.wim');
    const bytes = readFileSync(path);
    bytes.writeUInt8(bytes.readUInt8(1000) ^ 1, 1000);
    writeFileSync(path, bytes);

    const ran = box.run('image', 'verify', path);

    expect([ran.code, ran.problem]).toEqual([3, undefined]);
    expect(ran.document).toMatchObject({ ok: false, bad: [{ reason: expect.any(String) }] });
  });
});

describe('bad input ends with one problem and nothing on stdout', () => {
  it.each<[what: string, args: string[], code: number, id: string]>([
    ['no path', ['image', 'add', '--name', 'a'], 2, 'ImgArgumentInvalid'],
    ['terms that were not accepted', ['image', 'add', 'in.wim', '--name', 'a'], 5, 'ImgEulaNotAccepted'],
    ['a name of two lines', ['image', 'add', 'in.wim', '--name', 'a\nb', '--accept-eula'], 2, 'ImgArgumentInvalid'],
    ['an index of zero', ['image', 'inspect', 'in.wim', '--index', '0'], 2, 'ImgArgumentInvalid'],
    ['a negative index', ['image', 'inspect', 'in.wim', '--index=-1'], 2, 'ImgArgumentInvalid'],
    ['an absurd index', ['image', 'inspect', 'in.wim', '--index', '99999999'], 4, 'ImgIndexNotFound'],
    ['a file that is not there', ['image', 'inspect', '$(touch pwned).wim'], 4, 'ImgFileNotFound'],
    ['a folder', ['image', 'verify', '..'], 4, 'ImgNotAWim'],
    ['a folder without images', ['image', 'inspect', 'src'], 4, 'ImgFileNotFound'],
    ['a path that is too long', ['image', 'inspect', `${'x'.repeat(300)}/y.wim`], 4, 'ImgPathInvalid'],
    ['a share that is not there', ['image', 'inspect', '\\\\server\\share\\install.wim'], 4, 'ImgFileNotFound'],
    ['an unknown image', ['image', 'show', `'; DROP TABLE image; --`], 4, 'ImgImageNotFound'],
    ['neither image nor path', ['image', 'verify'], 2, 'ImgArgumentInvalid'],
  ])('%s', (_what, args, code, id) => {
    const file = box.path('in.wim');
    if (!existsSync(file)) makeImage('in.wim');

    const ran = box.run(...args.map((arg) => (arg === 'in.wim' ? file : arg)));

    expect([ran.code, ran.stdout, ran.problem?.id]).toEqual([code, '', id]);
    expect(ran.stderr).not.toMatch(/\n\s+at .*\.(ts|cjs)/);
  });
});
