/** Images from a distribution point, over http and from a folder. */
import {
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  statSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { signManifest } from '../../../src/distribution/points/store/signed-manifest.ts';
import { ownKeyPair } from '../../../src/site/site-key.ts';
import { newAuthority } from '../../helpers/certificates.ts';
import { cut, type DownloadServer, serveDownloads, status } from '../../helpers/download-server.ts';
import { type Month, openMonth, sha256, updates } from '../../helpers/month.ts';
import { keepPatience } from '../../helpers/patient-clock.ts';
import { publishNext } from '../../helpers/publish-next.ts';
import { type ServedPoint, serveMonth } from '../../helpers/served-point.ts';

let month: Month;
let root: string;
let to: string;
let served: ServedPoint;
beforeEach(async () => {
  month = await openMonth();
  keepPatience(month);
  root = month.path('north');
  to = month.path('cache');
  await month.image('Windows 11', { bytes: 2_000_000, files: 20 });
  await month.call('distribution.add', { name: 'North', type: 'http', path: root });
  await month.call('distribution.send', { image: ['Windows 11'], point: ['North'] });
  served = await serveMonth(month, 'North');
});
afterEach(async () => {
  vi.restoreAllMocks();
  await served.close();
  await month.close();
});

const machine = { architecture: 'x64', language: 'en-US' };
const save = (more: object = {}, options = {}) =>
  month.call('image.save', { from: served.url, to, trust: [served.fingerprint], ...machine, ...more }, options);
const refused = (more: object = {}) =>
  month.fails('image.save', { from: served.url, to, trust: [served.fingerprint], attempts: 1, ...machine, ...more });
const file = (): string => join(to, 'Windows 11.wim');
const image = async () => {
  const [first] = (await month.call('image.list')).images;
  if (first === undefined) throw new Error('no image');
  return first;
};
/** Ten times its size is more than what a save leaves free beside the file. */
async function largeImage() {
  const image = await month.image('Large', { bytes: 8_000_000, files: 20 });
  await month.call('distribution.send', { image: ['Large'], point: ['North'] });
  return image;
}
function roomFor(bytes: number): void {
  vi.restoreAllMocks();
  const { freeSpace } = month.ports.files;
  vi.spyOn(month.ports.files, 'freeSpace').mockImplementation((path) => (path === to ? bytes : freeSpace(path)));
}
async function nextMonth(revision: number): Promise<string> {
  const digest = await publishNext(month, 'Windows 11', revision);
  await month.call('distribution.send', { image: ['Windows 11'] });
  return digest;
}

describe('image.save', () => {
  it('fetches what fits this machine, verified, and nothing the second time', async () => {
    const { id, size, sha256: digest } = await image();
    const { saved, skipped, fingerprint } = await save();
    expect(fingerprint).toBe(served.fingerprint);
    expect(skipped).toEqual([]);
    expect(saved).toMatchObject([
      { imageId: id, name: 'Windows 11', path: file(), size, sha256: digest, method: 'copied', sourceVersion: 1 },
    ]);
    expect(saved[0].bytesReceived).toBeGreaterThanOrEqual(size);
    expect(sha256(file())).toBe(digest);
    expect((await save()).saved[0]).toMatchObject({ method: 'same', bytesReceived: 0 });
  });

  it('takes only what changed in the second month, over http', async () => {
    await save({ spare: false });
    const digest = await nextMonth(5000);
    const { size } = await image();
    const [saved] = (await save({ spare: false })).saved;
    expect(saved.method).toBe('blocks');
    expect(saved.bytesReceived).toBeLessThan(size / 2);
    expect(sha256(file())).toBe(digest);
  });

  it('uses a file of last month that came in another way, when it may be replaced', async () => {
    mkdirSync(to);
    writeFileSync(file(), readFileSync((await image()).path));
    expect((await save()).saved[0].method).toBe('same');
    expect(sha256(file())).toBe((await image()).sha256);
  });

  it('makes the second month in place, of a copy of the first', async () => {
    await save({ spare: true });
    expect(existsSync(join(to, 'images', (await image()).id, 'spare.bin'))).toBe(true);
    await month.content(updates.june);
    expect((await month.service({ image: 'Windows 11', updates: [updates.june.uniqueId] })).status).toBe('Succeeded');
    await month.call('distribution.send', { image: ['Windows 11'] });
    const [saved] = (await save({ spare: true })).saved;
    expect(saved.method).toBe('patched');
    expect(saved.bytesReceived).toBeLessThan((await image()).size / 2);
    expect(sha256(file())).toBe((await image()).sha256);
    expect(existsSync(join(to, 'images', (await image()).id, 'spare.bin'))).toBe(true);
  });

  it.each([
    ['where there is ample room', 10, true],
    ['nowhere else', 9.9, false],
  ])('keeps such a copy unasked %s', async (_where, sizes, isKept) => {
    const { id, size } = await largeImage();
    roomFor(sizes * size);
    await save({ image: ['Large'] });
    expect(existsSync(join(to, 'images', id, 'spare.bin'))).toBe(isKept);
  });

  it('gives the room back when it gets scarce', async () => {
    const { id, size } = await largeImage();
    const spare = join(to, 'images', id, 'spare.bin');
    roomFor(20 * size);
    await save({ image: ['Large'] });
    expect(existsSync(spare)).toBe(true);
    await publishNext(month, 'Large', 5000, 8_000_000);
    await month.call('distribution.send', { image: ['Large'] });
    roomFor(9 * size);
    await save({ image: ['Large'] });
    expect(existsSync(spare)).toBe(false);
  });

  it('makes the third month of the copy of the first, in place', async () => {
    await save({ spare: true });
    await nextMonth(5000);
    await save({ spare: true });
    // A spare that was used is changed a day later at the earliest: somebody may still read it.
    const later = new Date(Date.now() + 2 * 24 * 3_600_000);
    month.ports.clock.now = () => later;
    const digest = await nextMonth(5001);
    const [saved] = (await save({ spare: true })).saved;
    expect(saved.bytesReceived).toBeLessThan((await image()).size / 2);
    expect(['patched', 'blocks']).toContain(saved.method);
    expect(sha256(file())).toBe(digest);
  });

  it.each([
    ['is known to be another one', false],
    ['somebody touched', true],
  ])('of the same size: reads a file that %s only when it must', async (_what, isTouched) => {
    await save();
    const { id } = await image();
    const digest = await nextMonth(5000);
    // As if the month before had had as many bytes.
    const { size } = await image();
    truncateSync(file(), size);
    utimesSync(file(), 1000, 1000);
    const state = join(to, 'images', id, 'saved.json');
    const modified = isTouched ? 2_000_000 : 1_000_000;
    writeFileSync(state, JSON.stringify({ ...JSON.parse(readFileSync(state, 'utf8')), size, modified }));
    const read = vi.spyOn(month.ports.files, 'digest');
    await save();
    expect(read.mock.calls.some(([path]) => path === file())).toBe(isTouched);
    read.mockRestore();
    expect(sha256(file())).toBe(digest);
    expect(JSON.parse(readFileSync(state, 'utf8'))).toMatchObject({ sha256: digest, modified: expect.any(Number) });
  });

  it('goes on where it was cut', async () => {
    const server = await mirrored();
    const path = `/images/${(await image()).id}/1.wim`;
    const { size } = await image();
    server.always(
      path,
      ranges((answer, bytes) => answer.write(bytes.subarray(0, 700_000), () => answer.destroy())),
    );
    const problem = await refused({ from: server.origin });
    expect([problem.id, problem.exitCode]).toEqual(['ImgPointUnreachable', 7]);
    expect(existsSync(file())).toBe(false);
    server.always(
      path,
      ranges((answer, bytes) => answer.end(bytes)),
    );
    const [saved] = (await save({ from: server.origin })).saved;
    expect(saved.bytesReceived).toBeLessThan(size);
    expect(sha256(file())).toBe((await image()).sha256);
    await server.close();
  });

  it('tries again what may pass, and says so', async () => {
    const server = await mirrored();
    server.next('/manifest.json', status(503), cut(10));
    const { warnings, saved } = await save({ from: `${server.origin}/manifest.json` });
    expect(warnings).toHaveLength(2);
    expect(saved).toHaveLength(1);
    await server.close();
  });

  it('fetches from another address of the manifest where the first has nothing, without its token', async () => {
    Object.assign(month.ports.env, { POINT_TOKEN: 'secret' });
    const { publicKey, privateKey } = await ownKeyPair({ ports: month.ports, site: month.site });
    const { manifest } = JSON.parse(readFileSync(join(root, 'manifest.json'), 'utf8'));
    const inner = JSON.parse(manifest);
    const content = await serveDownloads();
    const origin = await serveDownloads();
    inner.images[0].versions[0].urls = ['file:///etc/passwd', `${content.origin}/x.wim`];
    content.offer('/x.wim', readFileSync((await image()).path));
    content.always(
      '/x.wim',
      ranges((answer, bytes) => answer.end(bytes)),
    );
    origin.offer('/manifest.json', Buffer.from(signManifest(month.ports.signing, { publicKey, privateKey }, inner)));
    await save({ from: origin.origin, token: { environment: 'POINT_TOKEN' } });
    expect(sha256(file())).toBe((await image()).sha256);
    expect(origin.asked.every(({ headers }) => headers.authorization === 'Bearer secret')).toBe(true);
    expect(content.asked.some(({ headers }) => headers.authorization !== undefined)).toBe(false);
    await Promise.all([content.close(), origin.close()]);
  });

  it('reads from a folder, and from a distribution point of this site by its name', async () => {
    await month.call('image.save', { from: root, to, trust: [served.fingerprint], ...machine });
    expect(sha256(file())).toBe((await image()).sha256);
    const digest = await nextMonth(5000);
    // The key of the save before is known; of an own distribution point it is the site's.
    expect((await month.call('image.save', { from: root, to, ...machine })).saved[0].method).toBe('blocks');
    expect(sha256(file())).toBe(digest);
    const other = month.path('other');
    await month.call('image.save', { from: 'north', to: other, ...machine });
    expect(sha256(join(other, 'Windows 11.wim'))).toBe(digest);
  });

  it('chooses by architecture, language and name', async () => {
    const { id } = await image();
    await month.image('ARM', { architecture: 'arm64', language: 'de-DE' });
    await month.call('distribution.send', { image: ['ARM'], point: ['North'] });
    const chosen = async (more: object): Promise<string[]> =>
      (await save(more, { dryRun: true })).saved.map(({ name }: { name: string }) => name);
    expect(await chosen({})).toEqual(['Windows 11']);
    expect(await chosen({ architecture: 'arm64', language: 'de' })).toEqual(['ARM']);
    expect(await chosen({ architecture: 'any', language: 'any' })).toEqual(['ARM', 'Windows 11']);
    expect(await chosen({ architecture: undefined, language: undefined, image: ['a*'] })).toEqual(['ARM']);
    expect(await chosen({ image: [id] })).toEqual(['Windows 11']);
    const { skipped, applied } = await save({ image: ['*'] }, { dryRun: true });
    expect([applied, skipped]).toEqual([
      false,
      [expect.objectContaining({ name: 'ARM', reason: 'is for arm64, not x64' })],
    ]);
    expect(existsSync(to)).toBe(false);
    const problem = await refused({ language: 'fr-FR' });
    expect([problem.id, problem.message]).toEqual(['ImgNoImageFits', expect.stringContaining('not fr-FR')]);
  });

  it('believes no manifest that nobody vouches for, that was changed, or that is an old one', async () => {
    const unknown = await refused({ trust: undefined });
    expect([unknown.id, unknown.message]).toEqual([
      'ImgManifestUntrusted',
      expect.stringContaining(served.fingerprint),
    ]);
    expect((await refused({ trust: ['0'.repeat(64)] })).id).toBe('ImgManifestUntrusted');
    expect((await refused({ trust: ['nonsense'] })).id).toBe('ImgManifestUntrusted');
    const old = readFileSync(join(root, 'manifest.json'), 'utf8');
    await nextMonth(5000);
    await save();
    const [folder, digest] = [month.path('copy'), sha256(file())];
    mkdirSync(folder);
    for (const text of [old, old.replace('Windows 11', 'Windows 12'), '', '[]', '{"manifest":1}']) {
      writeFileSync(join(folder, 'manifest.json'), text);
      expect((await refused({ from: folder })).id).toBe('ImgManifestUntrusted');
    }
    expect(sha256(file())).toBe(digest);
  });

  it('never takes the place of a file that somebody else put there', async () => {
    mkdirSync(to);
    writeFileSync(file(), 'mine');
    expect((await refused()).id).toBe('ImgFileExists');
    expect(readFileSync(file(), 'utf8')).toBe('mine');
  });

  it('goes with an image that was renamed', async () => {
    await save();
    await month.call('image.set', { image: 'Windows 11', name: 'Clients' });
    await month.call('distribution.send', { image: ['Clients'] });
    expect((await save()).saved).toMatchObject([{ path: join(to, 'Clients.wim') }]);
    expect(existsSync(file())).toBe(false);
    expect(statSync(join(to, 'Clients.wim')).size).toBe((await image()).size);
  });

  it('waits for nobody: another save into the folder is told', async () => {
    mkdirSync(to);
    const lock = join(to, '.imgupdate-save.lock');
    const { host, pid } = month.ports.self;
    writeFileSync(lock, JSON.stringify({ host: 'elsewhere', pid, startTime: '1' }));
    expect((await refused()).id).toBe('ImgFolderBusy');
    const parent = { host, pid: process.ppid, startTime: 'long ago' };
    const { processes } = month.ports;
    const { lives } = processes;
    writeFileSync(lock, JSON.stringify(parent));
    processes.lives = async () => true;
    expect((await refused()).id).toBe('ImgFolderBusy');
    processes.lives = lives;
    for (const startTime of ['long ago', await processes.ownStartTime()]) {
      writeFileSync(lock, JSON.stringify({ host, pid, startTime }));
      await save();
    }
    expect(existsSync(lock)).toBe(false);
  });

  it('is told who it is talking to: token, certificate, no server, no distribution point', async () => {
    await served.close();
    expect((await refused()).id).toBe('ImgPointUnreachable');
    Object.assign(month.ports.env, { POINT_TOKEN: 'secret' });
    const authority = await newAuthority();
    const { cert, key } = await authority.issue({});
    const [certificate, keyFile, rootCertificate] = ['cert.pem', 'key.pem', 'root.pem'].map((name) => month.path(name));
    for (const [path, text] of [
      [certificate, cert],
      [keyFile, key],
      [rootCertificate, authority.root],
    ])
      writeFileSync(path as string, text as string);
    const settings = { certificate, key: keyFile, token: { environment: 'POINT_TOKEN' } };
    await month.call('distribution.set', { name: 'North', settings });
    served = await serveMonth(month, 'North');
    const token = { environment: 'POINT_TOKEN' };
    expect((await refused({ token })).id).toBe('ImgPointRefuses');
    expect((await refused({ rootCertificate })).id).toBe('ImgPointRefuses');
    expect((await save({ token, rootCertificate })).saved).toHaveLength(1);
    renameSync(join(root, 'manifest.json'), join(root, 'other.json'));
    expect((await refused({ token, rootCertificate })).id).toBe('ImgPointUnreachable');
    expect((await refused({ from: month.path('nowhere') })).id).toBe('ImgPointUnreachable');
  });
});

/** A server of somebody else with the same files. */
async function mirrored(): Promise<DownloadServer> {
  const server = await serveDownloads();
  server.offer('/manifest.json', readFileSync(join(root, 'manifest.json')));
  const { id, path } = await image();
  server.offer(`/images/${id}/1.wim`, readFileSync(path));
  server.always(
    `/images/${id}/1.wim`,
    ranges((answer, bytes) => answer.end(bytes)),
  );
  return server;
}

type Sends = (
  answer: Parameters<typeof status extends (...a: never[]) => infer B ? B : never>[0],
  bytes: Uint8Array,
) => void;

/** Answers ranges with two ends; `sends` writes the body. */
function ranges(sends: Sends): ReturnType<typeof status> {
  return (answer, { bytes, etag = '' }, request) => {
    const [, from = '0', last = ''] = /^bytes=(\d+)-(\d*)$/.exec(request.headers.range ?? '') ?? [];
    const end = last === '' ? bytes.length : Number(last) + 1;
    const part = bytes.subarray(Number(from), end);
    answer.writeHead(206, {
      etag,
      'content-length': part.length,
      'content-range': `bytes ${from}-${end - 1}/${bytes.length}`,
    });
    sends(answer, part);
  };
}
