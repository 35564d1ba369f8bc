/** The server of a distribution point: what it gives, what it refuses, and that it never gives what is not whole. */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, renameSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { request as ask } from 'node:http';
import { request as askSecurely } from 'node:https';
import { connect } from 'node:net';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readManifest } from '../../../src/distribution/points/store/signed-manifest.ts';
import { systemClock } from '../../../src/ports/clock.ts';
import { newAuthority } from '../../helpers/certificates.ts';
import { type Month, openMonth, updates } from '../../helpers/month.ts';
import { keepPatience } from '../../helpers/patient-clock.ts';
import { type ServedPoint, serveMonth } from '../../helpers/served-point.ts';

let month: Month;
let root: string;
let served: ServedPoint | undefined;
beforeEach(async () => {
  month = await openMonth();
  keepPatience(month);
  root = month.path('north');
  await month.image('Windows 11', { bytes: 300_000, files: 5 });
  await month.call('distribution.add', { name: 'North', type: 'http', path: root });
  await month.call('distribution.send', { image: ['Windows 11'], point: ['North'] });
});
afterEach(async () => {
  await served?.close();
  served = undefined;
  await month.close();
});

interface Got {
  status: number;
  headers: Record<string, string | string[] | undefined>;
  body: Buffer;
}

function get(path: string, { method = 'GET', headers = {}, ca = '' } = {}): Promise<Got> {
  const url = new URL(path, served?.url);
  const options = { method, headers, agent: false as const, ...(ca === '' ? {} : { ca }) };
  return new Promise((resolve, reject) => {
    const request = (url.protocol === 'https:' ? askSecurely : ask)(url, options, (answer) => {
      const pieces: Buffer[] = [];
      answer.on('data', (piece) => pieces.push(piece));
      answer.on('error', reject);
      answer.on('end', () =>
        resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body: Buffer.concat(pieces) }),
      );
    });
    request.on('error', reject);
    request.end();
  });
}

const image = async () => (await month.call('image.list')).images[0] as NonNullable<Awaited<ReturnType<typeof list>>>;
const list = async () => (await month.call('image.list')).images[0];
const fixed = '/Windows%2011.wim';

describe('a distribution point that is served', () => {
  it('gives its manifest, signed by the site, and the current version under two names', async () => {
    served = await serveMonth(month, 'North');
    const { id, path, sha256 } = await image();
    const manifest = await get('/manifest.json');
    const read = readManifest(month.ports.signing, manifest.body.toString());
    expect('fingerprint' in read ? read.fingerprint : read.wrong).toBe(served.fingerprint);
    const bytes = readFileSync(path);
    for (const name of [fixed, `/images/${id}/1.wim`]) {
      const { status, headers, body } = await get(name);
      expect([status, body.equals(bytes)]).toEqual([200, true]);
      expect(headers).toMatchObject({
        etag: `"${sha256}"`,
        'accept-ranges': 'bytes',
        'content-length': String(bytes.length),
        'repr-digest': `sha-256=:${Buffer.from(sha256, 'hex').toString('base64')}:`,
      });
    }
  });

  it('gives a part, an end, nothing beyond, and nothing of a file that changed', async () => {
    served = await serveMonth(month, 'North');
    const { path, sha256 } = await image();
    const bytes = readFileSync(path);
    const part = await get(fixed, { headers: { range: 'bytes=1000-1999' } });
    expect([part.status, part.headers['content-range']]).toEqual([206, `bytes 1000-1999/${bytes.length}`]);
    expect(part.body.equals(bytes.subarray(1000, 2000))).toBe(true);
    const end = await get(fixed, { headers: { range: 'bytes=-10', 'if-range': `"${sha256}"` } });
    expect(end.body.equals(bytes.subarray(-10))).toBe(true);
    expect((await get(fixed, { headers: { range: `bytes=${bytes.length}-` } })).status).toBe(416);
    expect((await get(fixed, { headers: { range: 'bytes=0-9', 'if-range': '"other"' } })).status).toBe(200);
    expect((await get(fixed, { headers: { 'if-match': '"other"' } })).status).toBe(412);
    expect((await get(fixed, { headers: { 'if-none-match': `"${sha256}"` } })).status).toBe(304);
    const head = await get(fixed, { method: 'HEAD' });
    expect([head.status, head.headers['content-length'], head.body.length]).toEqual([200, String(bytes.length), 0]);
  });

  it.each([
    '/imgupdate-point.json',
    '/',
    '/images',
    '/../site/site.json',
    '/..%2Fsite%2Fsite.db',
    '/%2e%2e/site.db',
    '/images/..%5c..%5cx.wim',
    '/%',
    '/%00',
    '/windows%2011.wim%20',
  ])('gives nothing that its manifest does not name: %s', async (path) => {
    served = await serveMonth(month, 'North');
    const raw = await rawStatus(path);
    expect(raw).toMatch(/^HTTP\/1\.1 404 /);
  });

  it('is only read from', async () => {
    served = await serveMonth(month, 'North');
    for (const method of ['PUT', 'POST', 'DELETE', 'OPTIONS']) {
      const { status, headers } = await get(fixed, { method });
      expect([status, headers['allow']]).toEqual([405, 'GET, HEAD']);
    }
  });

  it('wants its token, the whole of it, for everything', async () => {
    await month.call('distribution.set', { name: 'North', settings: { token: { environment: 'POINT_TOKEN' } } });
    expect((await month.fails('distribution.serve', { name: 'North' })).id).toBe('ImgSecretUnavailable');
    Object.assign(month.ports.env, { POINT_TOKEN: 'open-sesame' });
    served = await serveMonth(month, 'North');
    for (const authorization of [undefined, 'Bearer open', 'Bearer open-sesame2', 'Basic open-sesame', 'Bearer ']) {
      const { status, headers, body } = await get('/manifest.json', {
        headers: authorization ? { authorization } : {},
      });
      expect([status, headers['www-authenticate']]).toEqual([401, 'Bearer realm="ImgUpdate"']);
      expect(body.toString()).not.toContain('sesame');
    }
    expect((await get(fixed, { headers: { authorization: 'Bearer open-sesame' } })).status).toBe(200);
    expect(month.events.map(({ message }) => message).join()).toContain('its token can be read on the way');
    expect(JSON.stringify(month.events)).not.toContain('sesame');
  });

  it('speaks TLS with the certificate it is given', async () => {
    const authority = await newAuthority();
    const { cert, key } = await authority.issue({});
    const [certificate, keyFile] = [month.path('cert.pem'), month.path('key.pem')];
    writeFileSync(certificate, cert);
    writeFileSync(keyFile, key);
    await month.call('distribution.set', { name: 'North', settings: { certificate, key: keyFile } });
    served = await serveMonth(month, 'North');
    expect(served.url).toMatch(/^https:/);
    expect((await get(fixed, { ca: authority.root })).status).toBe(200);
    await expect(get(fixed)).rejects.toThrow(/self-signed|unable to/);
    await served.close();
    served = undefined;
    rmSync(keyFile);
    expect((await month.fails('distribution.serve', { name: 'North' })).id).toBe('ImgPointUnservable');
  });

  it('changes over to a new version in one step, and goes on giving the one before by its number', async () => {
    served = await serveMonth(month, 'North');
    const before = await image();
    await month.content(updates.june);
    await month.service({ image: 'Windows 11', updates: [updates.june.uniqueId] });
    expect((await get(fixed)).headers['etag']).toBe(`"${before.sha256}"`);
    await month.call('distribution.send', { image: ['Windows 11'] });
    const after = await image();
    const { headers, body } = await get(fixed);
    expect(headers['etag']).toBe(`"${after.sha256}"`);
    expect(body.equals(readFileSync(after.path))).toBe(true);
    expect((await get(`/images/${after.id}/1.wim`)).headers['etag']).toBe(`"${before.sha256}"`);
  });

  it('does not give a file that was changed, or a manifest that is not signed by the site', async () => {
    const { id } = await image();
    const version = join(root, 'images', id, '1.wim');
    const bytes = readFileSync(version);
    bytes[bytes.length >> 1] = (bytes[bytes.length >> 1] ?? 0) ^ 1;
    writeFileSync(version, bytes);
    served = await serveMonth(month, 'North');
    const damaged = await get(fixed);
    expect([damaged.status, damaged.headers['retry-after']]).toEqual([503, '10']);
    expect(month.events.map(({ message }) => message).join()).toContain('is not what its manifest says');
    await month.call('distribution.send', { image: ['Windows 11'] });
    expect((await get(fixed)).status).toBe(200);

    const manifest = join(root, 'manifest.json');
    const text = readFileSync(manifest, 'utf8');
    const other = month.ports.signing.newKeyPair();
    const { manifest: inner } = JSON.parse(text);
    let writes = 0;
    // Two of one size and one moment are told apart only after a while; a quick machine writes two in a moment.
    const write = (content: string) => {
      writeFileSync(manifest, content);
      writes += 1;
      utimesSync(manifest, writes, writes);
    };
    for (const wrong of [
      '{}',
      text.replace('Windows 11', 'Windows 12'),
      `${JSON.stringify({ formatVersion: '1.0', manifest: inner, publicKey: other.publicKey, signature: month.ports.signing.sign(Buffer.from(inner), other.privateKey) })}\n`,
    ]) {
      write(wrong);
      expect((await get(fixed)).status).toBe(503);
      expect((await get('/manifest.json')).status).toBe(503);
    }
    write(text);
    expect((await get(fixed)).status).toBe(200);
    renameSync(root, `${root}-away`);
    expect((await get(fixed)).status).toBe(503);
    expect(existsSync(root)).toBe(false);
  });

  it('counts what it gave, and ends when it is told to', async () => {
    served = await serveMonth(month, 'North');
    const { body } = await get(fixed);
    const end = await served.close();
    served = undefined;
    expect(end).toMatchObject({ requests: 1, bytesSent: body.length });
  });

  it('is refused at a port that is taken, and for a folder', async () => {
    served = await serveMonth(month, 'North');
    const port = Number(new URL(served.url).port);
    const problem = await month.fails('distribution.serve', { name: 'North', address: '127.0.0.1', port });
    expect([problem.id, problem.message]).toEqual(['ImgPointUnservable', expect.stringContaining('EADDRINUSE')]);
    await month.call('distribution.add', { name: 'South', type: 'folder', path: month.path('south') });
    expect((await month.fails('distribution.serve', { name: 'South' })).id).toBe('ImgPointUnservable');
  });
});

describe('settings of the kind http', () => {
  it.each([
    [{ certificate: 'a.pem' }],
    [{ certificate: 'a.pem', key: 'b.pem' }],
    [{ token: { environment: 'A', secret: 'B' } }],
    [{ token: { environment: 'A', vault: 'B' } }],
    [{ url: 'ftp://north/' }],
    [{ url: 'https://a:b@north/' }],
    [{ url: 'https://north/?a=b' }],
    [{ port: 70_000 }],
  ])('are refused: %o', async (settings) => {
    expect((await month.fails('distribution.set', { name: 'North', settings })).id).toBe('ImgPointInvalid');
  });

  it('name the address of clients in the manifest', async () => {
    await month.call('distribution.set', { name: 'North', settings: { url: 'https://images.example/north' } });
    const { statuses } = await month.call('distribution.send', { image: ['Windows 11'] });
    expect(statuses[0].targets[0].path).toBe('https://images.example/north/Windows%2011.wim');
    const read = readManifest(month.ports.signing, readFileSync(join(root, 'manifest.json'), 'utf8'));
    const { id } = await image();
    expect('manifest' in read ? read.manifest.images[0]?.versions[0]?.urls : read.wrong).toEqual([
      `https://images.example/north/images/${id}/1.wim`,
    ]);
  });
});

/** The first line of the answer to a path that goes out as it is. */
function rawStatus(path: string): Promise<string> {
  const { hostname, port } = new URL(served?.url ?? '');
  return new Promise((resolve, reject) => {
    const socket = connect(Number(port), hostname, () =>
      socket.write(`GET ${path} HTTP/1.1\r\nHost: north\r\nConnection: close\r\n\r\n`),
    );
    let text = '';
    socket.on('data', (piece) => {
      text += piece;
    });
    socket.on('error', reject);
    socket.on('close', () => resolve(text));
  });
}

describe('a limit', () => {
  const limit = 100_000;

  /** The time goes on by the waits alone, but for the look at the folder, which ends with the server. Gives milliseconds. */
  function countWaits(hour: number): () => number {
    const start = new Date(2025, 5, 10, hour).getTime();
    let time = start;
    Object.assign(month.ports.clock, {
      now: () => new Date(time),
      async pause(milliseconds: number, signal?: AbortSignal) {
        if (signal === undefined || milliseconds === 5_000) return systemClock.pause(milliseconds, signal);
        const until = time + milliseconds;
        // Waits of several clients begin at the same time, and run side by side.
        await systemClock.pause(1, signal);
        time = Math.max(time, until);
      },
    });
    return () => time - start;
  }

  async function fetched(clients: number): Promise<number> {
    const { size, sha256 } = await image();
    const answers = await Promise.all(Array.from({ length: clients }, () => get(fixed)));
    for (const { body } of answers) expect(createHash('sha256').update(body).digest('hex')).toBe(sha256);
    return clients * size;
  }

  it('is kept by all clients together', async () => {
    await month.call('distribution.set', { name: 'North', settings: { bandwidthLimit: limit } });
    const waited = countWaits(12);
    served = await serveMonth(month, 'North');
    const bytes = await fetched(1);
    expect(waited()).toBeGreaterThan((bytes / limit) * 1000 - 20);
    expect(waited()).toBeLessThan((bytes / limit) * 1000 + 20);
    const all = bytes + (await fetched(3));
    expect(waited()).toBeGreaterThan((all / limit) * 1000 - 20);
  });

  it.each([
    [12, true],
    [19, false],
  ])('holds in its hours: at %i o’clock %s', async (hour, isLimited) => {
    const settings = { bandwidthLimit: limit, bandwidthWindow: '08:00-18:00' };
    await month.call('distribution.set', { name: 'North', settings });
    const waited = countWaits(hour);
    served = await serveMonth(month, 'North');
    const bytes = await fetched(1);
    expect(waited() >= (bytes / limit) * 1000 - 20).toBe(isLimited);
    if (!isLimited) expect(waited()).toBe(0);
  });
});
