/** Images on their way to buckets, of two services that are not of our making. */
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Bucket, openBucket } from '../../../src/distribution/points/s3/client.ts';
import { partSizeOf } from '../../../src/distribution/points/s3/upload.ts';
import { readManifest } from '../../../src/distribution/points/store/signed-manifest.ts';
import { type Month, openMonth, sha256 } from '../../helpers/month.ts';
import { keepPatience } from '../../helpers/patient-clock.ts';
import { publishNext } from '../../helpers/publish-next.ts';
import {
  bucket,
  credentials,
  fauxqs,
  type S3Server,
  type S3Service,
  s3rver,
  startS3,
} from '../../helpers/s3-servers.ts';

const size = 24_000_000;
const partSize = 5 * 1024 * 1024;

let month: Month;
let server: S3Server;
const opened: Bucket[] = [];
const before = { ...process.env };
beforeEach(() => {
  // Nothing of this machine: the client looks into the environment, files and the network.
  Object.assign(process.env, credentials, { AWS_EC2_METADATA_DISABLED: 'true' });
  process.env['AWS_CONFIG_FILE'] = process.env['AWS_SHARED_CREDENTIALS_FILE'] = '/none/of/this/machine';
  delete process.env['AWS_PROFILE'];
});
afterEach(async () => {
  for (const each of opened.splice(0)) each.close();
  await month.close();
  await server.close();
  for (const name of Object.keys(process.env)) if (!(name in before)) delete process.env[name];
  Object.assign(process.env, before);
});

async function open(service: S3Service, settings: object = {}): Promise<void> {
  month = await openMonth();
  keepPatience(month);
  const folder = month.path('objects');
  mkdirSync(folder);
  server = await startS3(service, folder);
  await month.image('Windows 11', { bytes: size, files: 20 });
  const all = { bucket, endpoint: server.endpoint, prefix: 'north', partSize, attempts: 1, ...settings };
  await month.call('distribution.add', { name: 'Cloud', type: 's3', settings: all });
}

const row = () =>
  month.site.database.selectFrom('image').selectAll().where('name', '=', 'Windows 11').executeTakeFirstOrThrow();
const nextMonth = (revision: number): Promise<string> => publishNext(month, 'Windows 11', revision, size);
const send = (more: object = {}) =>
  month.call('distribution.send', { image: ['Windows 11'], point: ['Cloud'], ...more });
const status = async (more: object = {}) =>
  (await month.call('distribution.status', { image: 'Windows 11', ...more })).statuses[0];

/** The bucket as anybody sees it who may look. */
function look(): Bucket {
  const options = {
    bucket,
    endpoint: server.endpoint,
    region: 'us-east-1',
    pathStyle: true,
    patience: 60_000,
    attempts: 1,
  };
  const found = openBucket(options, new AbortController().signal);
  opened.push(found);
  return found;
}

async function versions(): Promise<string[]> {
  const keys = await look().keys(`north/images/${(await row()).id}/`);
  return keys.map((key) => key.slice(key.lastIndexOf('/') + 1)).sort();
}

async function digestOf(version: number): Promise<string> {
  const hash = createHash('sha256');
  for await (const piece of look().pieces(`north/images/${(await row()).id}/${version}.wim`)) hash.update(piece);
  return hash.digest('hex');
}

async function manifest() {
  const found = await look().text('north/manifest.json', 1_000_000);
  const read = readManifest(month.ports.signing, found?.text ?? '');
  if ('wrong' in read) throw new Error(read.wrong);
  return read.manifest;
}

const isPart = (method: string, url: string): boolean => method === 'PUT' && url.includes('partNumber=');

describe.each<[string, S3Service]>([
  ['Fauxqs', fauxqs],
  ['S3rver', s3rver],
])('a bucket of %s', (_name, service) => {
  it('holds what was sent, and a signed manifest names it', async () => {
    await open(service, { url: 'https://images.example/north' });
    const { statuses, ok } = await send();
    const image = await row();

    expect(ok).toBe(true);
    expect(statuses[0].targets[0]).toMatchObject({
      ...{ state: 'Success', method: 'copied', bytesSent: image.size, bytesReused: 0 },
      path: `https://images.example/north/images/${image.id}/1.wim`,
    });
    expect(await digestOf(1)).toBe(image.sha256);
    expect((await manifest()).images).toMatchObject([
      {
        ...{ name: 'Windows 11', fixedName: null, indexes: [{ architecture: 'x64' }] },
        versions: [{ sha256: image.sha256, urls: [`https://images.example/north/images/${image.id}/1.wim`] }],
      },
    ]);
    expect(await status({ verify: true })).toMatchObject({ numberSuccess: 1 });
  });

  it('goes on where an upload was cut; what is served is the version before', async () => {
    await open(service);
    await send();
    const next = await nextMonth(5000);
    let parts = 0;
    server.fate = (method, url) => (isPart(method, url) && ++parts >= 3 ? 'cut' : 'pass');
    const [cut] = (await send()).statuses[0].targets;
    expect(cut).toMatchObject({ state: 'Error', lastError: { id: 'ImgPointUnreachable' } });
    expect((await manifest()).images[0]?.versions[0]?.sourceVersion).toBe(1);

    server.fate = () => 'pass';
    const [sent] = (await send({ failed: true })).statuses[0].targets;
    const total = (await row()).size;
    expect(sent).toMatchObject({ state: 'Success', bytesSent: total - 2 * partSize, bytesReused: 2 * partSize });
    expect(await digestOf(2)).toBe(next);
  });

  it('does not serve what arrived with other bytes', async () => {
    await open(service);
    await send();
    await nextMonth(5000);
    server.fate = (method, url) => (isPart(method, url) ? 'damage' : 'pass');
    const [target] = (await send()).statuses[0].targets;
    expect(target.state).toBe('Error');
    expect(['ImgPointDamages', 'ImgPointUnwritable', 'ImgPointRefuses']).toContain(target.lastError.id);
    expect((await manifest()).images[0]?.versions[0]?.sourceVersion).toBe(1);
    expect(await digestOf(1)).toBe((await manifest()).images[0]?.versions[0]?.sha256);

    server.fate = () => 'pass';
    expect((await send()).ok).toBe(true);
    expect(await digestOf(2)).toBe((await row()).sha256);
  });

  it('finds what was changed there, and mends it', async () => {
    await open(service);
    await send();
    const key = `north/images/${(await row()).id}/1.wim`;
    await look().put(key, 'other');
    expect(await status({ verify: true })).toMatchObject({ numberErrors: 1, lastError: { id: 'ImgPointDamages' } });
    expect((await send({ failed: true })).ok).toBe(true);
    expect(await digestOf(1)).toBe((await row()).sha256);

    await look().remove(key);
    expect(await status({ verify: true })).toMatchObject({ lastError: { detail: expect.stringContaining('missing') } });
  });

  it('counts as gone, full or forbidden when it says so', async () => {
    await open(service);
    for (const [code, id] of [
      [503, 'ImgPointUnreachable'],
      [507, 'ImgPointFull'],
      [403, 'ImgPointRefuses'],
      [400, 'ImgPointUnwritable'],
    ] as const) {
      server.fate = (method, url) => (isPart(method, url) ? code : 'pass');
      expect((await send()).statuses[0].lastError, String(code)).toMatchObject({ id });
    }
    server.fate = () => 'pass';
    expect((await send({ failed: true })).ok).toBe(true);
  });
});

describe('a bucket whose keys can be listed', () => {
  it('keeps the version before, and nothing travels for bytes that are there', async () => {
    await open(fauxqs);
    await send();
    expect((await send()).statuses[0].targets[0]).toMatchObject({ method: 'same', bytesSent: 0 });
    const first = (await row()).sha256;
    await nextMonth(5000);
    await send();
    expect(await versions()).toEqual(['1.wim', '2.wim']);
    await month.call('image.restore', { image: 'Windows 11' });
    expect((await send()).statuses[0].targets[0]).toMatchObject({ method: 'linked', bytesSent: 0 });
    const [image] = (await manifest()).images;
    expect(image?.versions.map(({ sourceVersion, file }) => [sourceVersion, file.split('/')[2]])).toEqual([
      [3, '1.wim'],
      [2, '2.wim'],
    ]);
    expect(await digestOf(1)).toBe(first);

    const last = await nextMonth(5100);
    await send();
    expect(await versions()).toEqual(['1.wim', '4.wim']);
    expect(await digestOf(4)).toBe(last);
  });

  it('begins anew what was cut of content that is not wanted any more, or that the service forgot', async () => {
    await open(fauxqs);
    let parts = 0;
    // The client tries again by itself: from here on nothing comes through.
    server.fate = (method, url) => (isPart(method, url) && ++parts >= 2 ? 'cut' : 'pass');
    await send();
    const second = await nextMonth(5000);
    parts = -100;
    await send();
    expect(await digestOf(2)).toBe(second);

    const third = await nextMonth(5100);
    parts = 0;
    await send();
    const journal = `north/images/${(await row()).id}/incoming.json`;
    const begun = JSON.parse((await look().text(journal, 10_000))?.text ?? '');
    await look().abandon(begun);
    parts = -100;
    expect((await send()).ok).toBe(true);
    expect(await digestOf(3)).toBe(third);
  });

  it('of another site is left alone, and one that was emptied is not taken for ours', async () => {
    await open(fauxqs);
    await look().put('north/imgupdate-point.json', JSON.stringify({ site: '00'.repeat(32) }));
    expect((await send()).statuses[0].lastError).toMatchObject({ id: 'ImgPointForeign' });
    await look().remove('north/imgupdate-point.json');
    expect((await send()).statuses[0].lastError).toMatchObject({ id: 'ImgPointUnreachable' });
    await month.call('distribution.set', { name: 'Cloud', settings: { prefix: '/south/' } });
    expect((await send()).ok).toBe(true);
    expect(await look().keys('south/')).toHaveLength(3);
  });

  it('is tried, and nothing of that stays', async () => {
    await open(fauxqs);
    const { checks } = await month.call('distribution.show', { name: 'Cloud', test: true });
    expect(checks.map(({ ok }: { ok: boolean }) => ok)).toEqual([true, true, true]);
    expect(await look().keys('')).toEqual(['north/imgupdate-point.json']);
    server.fate = (method) => (method === 'PUT' ? 403 : 'pass');
    const tried = await month.call('distribution.show', { name: 'Cloud', test: true });
    expect(tried.checks.map(({ ok }: { ok: boolean }) => ok)).toEqual([true, false, true]);
  });
});

describe('a bucket whose service keeps checksums', () => {
  const reads = (): number => server.requests.filter((each) => /^GET .*\.wim/.test(each)).length;

  it('is believed where that is wanted: what arrived is not read back', async () => {
    await open(fauxqs, { readBack: false });
    expect((await send()).ok).toBe(true);
    expect(reads()).toBe(0);
    expect(await status({ verify: true })).toMatchObject({ numberSuccess: 1 });
    expect(reads()).toBe(1);
  });

  it('and tells another one than that of the parts: what arrived is not served', async () => {
    await open(fauxqs, { readBack: false });
    server.fate = (method, url) => (method === 'HEAD' && url.includes('.wim') ? 'damage answer' : 'pass');
    expect((await send()).statuses[0].lastError).toMatchObject({ id: 'ImgPointDamages' });
    expect(await versions()).toEqual([]);
    expect(await look().head('north/manifest.json')).toBeUndefined();
  });

  it('is read back where it keeps none after all', async () => {
    await open(s3rver, { readBack: false });
    expect((await send()).ok).toBe(true);
    expect(reads()).toBe(1);
  });
});

describe('credentials', () => {
  it('that are wrong are told, and are nowhere stored', async () => {
    await open(s3rver);
    process.env['AWS_SECRET_ACCESS_KEY'] = 'not-the-secret-of-this-bucket';
    const { statuses } = await send();
    expect(statuses[0].lastError).toMatchObject({
      ...{ id: 'ImgPointRefuses', remedy: expect.stringContaining('AWS_ACCESS_KEY_ID') },
      detail: expect.stringContaining('SignatureDoesNotMatch'),
    });
    const stored = readdirSync(month.site.folder)
      .filter((name) => name.startsWith('site.db'))
      .map((name) => readFileSync(join(month.site.folder, name)).toString('latin1'))
      .join('');
    expect(stored.includes('SignatureDoesNotMatch')).toBe(true);
    expect(/not-the-secret-of-this-bucket|S3RVER/.test(stored)).toBe(false);
    Object.assign(process.env, credentials);
    expect((await send({ failed: true })).ok).toBe(true);
  });

  it('that are missing are told', async () => {
    await open(s3rver);
    delete process.env['AWS_ACCESS_KEY_ID'];
    delete process.env['AWS_SECRET_ACCESS_KEY'];
    expect((await send()).statuses[0].lastError).toMatchObject({ id: 'ImgPointRefuses' });
  });

  it('are refused where a setting or an address would hold them', async () => {
    await open(fauxqs);
    for (const settings of [
      { bucket, secretAccessKey: 'x' },
      { bucket, endpoint: 'http://user:secret@host/' },
      { bucket, url: 'https://host/?X-Amz-Signature=1' },
      { bucket: 'No_Bucket' },
      { bucket, partSize: 1000 },
    ]) {
      const problem = await month.fails('distribution.add', { name: 'More', type: 's3', settings });
      expect(problem.id).toBe('ImgPointInvalid');
    }
  });

  it('do not help where there is no bucket, or nobody', async () => {
    await open(s3rver);
    const add = (settings: object) => month.fails('distribution.add', { name: 'More', type: 's3', settings });
    expect((await add({ bucket: 'nothing', endpoint: server.endpoint })).id).toBe('ImgPointInvalid');
    expect((await add({ bucket, endpoint: 'http://127.0.0.1:9/' })).id).toBe('ImgPointUnreachable');
  });
});

it('is a source that images are saved from, at its address', async () => {
  await open(fauxqs);
  await send();
  const folder = month.path('saved');
  const { fingerprint } = await import('../../../src/site/site-key.ts').then(async ({ ownKeyPair }) => {
    const { publicKey } = await ownKeyPair({ ports: month.ports, site: month.site });
    return { fingerprint: month.ports.signing.fingerprintOf(publicKey) };
  });
  await month.call('image.save', {
    ...{ image: ['Windows 11'], from: `${server.endpoint}${bucket}/north/`, to: folder, trust: [fingerprint] },
  });
  expect(sha256(join(folder, 'Windows 11.wim'))).toBe((await row()).sha256);
});

it.each([
  [1_000_000, 64 << 20, 0, 64 << 20],
  [1_000_000, 64 << 20, 10 << 20, 20 << 20],
  [1_000_000, 64 << 20, 1000, 5 << 20],
  [2 ** 40, 64 << 20, 0, Math.ceil(2 ** 40 / 10_000)],
])('a file of %i bytes travels in parts of %i under a limit of %i: %i', (bytes, wanted, limit, expected) => {
  expect(partSizeOf(bytes, wanted, limit)).toBe(expected);
});
