/** Requests over the real client, to servers of this machine. */
import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { realHttp } from '../../src/ports/http/index.ts';
import { HttpFailure, type HttpRequest, readBody, shownUrl, TooLong } from '../../src/ports/http.ts';
import { type Authority, newAuthority } from '../helpers/certificates.ts';
import {
  cut,
  type DownloadServer,
  endless,
  hangUp,
  redirect,
  serveDownloads,
  stall,
} from '../helpers/download-server.ts';
import { type ProxyServer, serveProxy } from '../helpers/proxy-server.ts';

const text = new TextEncoder().encode('the bytes of a file. '.repeat(1000));
let server: DownloadServer;
let url: string;
const closing: { close(): Promise<void> }[] = [];
beforeEach(async () => {
  server = await serveDownloads();
  closing.push(server);
  url = server.offer('/file', text);
});
afterEach(async () => {
  for (const each of closing.splice(0)) await each.close();
});

async function body(request: HttpRequest): Promise<Uint8Array> {
  return readBody(await realHttp.request(request), 10_000_000);
}

async function failure(request: HttpRequest): Promise<HttpFailure> {
  const error = await body(request).catch((thrown) => thrown);
  expect(error).toBeInstanceOf(HttpFailure);
  return error;
}

describe('an answer', () => {
  it('has status, headers in lower case and its body in pieces', async () => {
    const answer = await realHttp.request({ url, headers: { range: 'bytes=5-' } });

    expect([answer.status, answer.headers['content-range']]).toEqual([
      206,
      `bytes 5-${text.length - 1}/${text.length}`,
    ]);
    expect(Buffer.from(await readBody(answer, 1_000_000)).equals(text.subarray(5))).toBe(true);
  });

  it('is any status; a redirect is not followed', async () => {
    server.always('/file', redirect('/other'));

    const answer = await realHttp.request({ url });
    answer.discard();

    expect([answer.status, answer.headers['location']]).toEqual([302, '/other']);
    expect(server.asked).toHaveLength(1);
  });

  it.each([
    ['gzip', gzipSync],
    ['deflate', deflateSync],
    ['br', brotliCompressSync],
  ])('that is packed as %s is expanded where that is asked for, and left alone elsewhere', async (coding, pack) => {
    server.always('/file', (answer) => void answer.writeHead(200, { 'content-encoding': coding }).end(pack(text)));

    expect(Buffer.from(await body({ url, expand: true })).equals(text)).toBe(true);
    expect(Buffer.from(await body({ url })).equals(pack(text))).toBe(true);
    expect(server.asked.map(({ headers }) => headers['accept-encoding'])).toEqual(['gzip, deflate, br', undefined]);
  });

  it('that is packed badly is cut', async () => {
    const half = gzipSync(text).subarray(0, 60);
    server.always('/file', (answer) => void answer.writeHead(200, { 'content-encoding': 'gzip' }).end(half));

    expect((await failure({ url, expand: true })).reason).toBe('cut');
  });

  it('is read up to a limit', async () => {
    server.always('/file', endless);

    await expect(realHttp.request({ url }).then((answer) => readBody(answer, 100_000))).rejects.toBeInstanceOf(TooLong);
  });
});

describe('a failure', () => {
  it.each([
    ['cut in the middle', cut(100), 'cut'],
    ['closed before an answer', hangUp, 'cut'],
    ['silent in the middle', stall(100), 'stalled'],
  ])('of a connection that is %s is told as %3$s', async (_what, behaviour, reason) => {
    server.always('/file', behaviour);

    const error = await failure({ url, patience: 300 });

    expect(error.reason).toBe(reason);
    expect(error.message).toContain(`127.0.0.1:${server.port}`);
  });

  it('of a server that is not there is unreachable, with the code of the system', async () => {
    const gone = await serveDownloads();
    await gone.close();

    expect(await failure({ url: gone.origin })).toMatchObject({ reason: 'unreachable', code: 'ECONNREFUSED' });
  });

  it('says no secret of the address', async () => {
    const gone = await serveDownloads();
    await gone.close();

    expect((await failure({ url: `${gone.origin.replace('//', '//me:hush@')}/x?sig=hush` })).message).not.toContain(
      'hush',
    );
    expect(shownUrl('https://me:hush@a.example/x?sig=hush#hush')).toBe('https://a.example/x');
  });

  it('is the reason of the signal where the caller goes', async () => {
    server.always('/file', stall(100));
    const gone = new AbortController();
    const answer = await realHttp.request({ url, signal: gone.signal });
    const reading = readBody(answer, 1_000_000);
    gone.abort(new Error('enough'));

    await expect(reading).rejects.toThrow('enough');
  });
});

describe('a certificate', () => {
  let authority: Authority;
  beforeEach(async () => {
    authority = await newAuthority();
  });

  async function secure(issued: Parameters<Authority['issue']>[0]): Promise<DownloadServer> {
    const made = await serveDownloads(await authority.issue(issued));
    closing.push(made);
    made.offer('/file', text);
    return made;
  }

  it('of a root that the request trusts is taken', async () => {
    const { origin } = await secure({});

    expect(Buffer.from(await body({ url: `${origin}/file`, roots: [authority.root] })).equals(text)).toBe(true);
  });

  it.each([
    ['of an unknown root', {}, false, /UNABLE_TO|SELF_SIGNED/],
    ['of another name', { addresses: [], names: ['other.example'] }, true, /ALTNAME/],
    ['that expired', { from: new Date(0), until: new Date(86_400_000) }, true, /EXPIRED/],
    [
      'that is not valid yet',
      { from: new Date(Date.now() + 864e5), until: new Date(Date.now() + 9e9) },
      true,
      /NOT_YET_VALID/,
    ],
  ])('%s is refused', async (_what, issued, isTrusted, code) => {
    const { origin, asked } = await secure(issued);

    const error = await failure({ url: `${origin}/file`, ...(isTrusted ? { roots: [authority.root] } : {}) });

    expect(error.reason).toBe('certificate');
    expect(error.code).toMatch(code);
    expect(asked).toEqual([]);
  });
});

describe('a proxy', () => {
  let proxy: ProxyServer;
  beforeEach(async () => {
    proxy = await serveProxy('me:hush');
    closing.push(proxy);
  });

  it('gets user and password from its URL', async () => {
    expect(Buffer.from(await body({ url, proxy: `http://me:hush@127.0.0.1:${proxy.port}` })).equals(text)).toBe(true);
    expect([proxy.passed.length, proxy.refused.length]).toEqual([1, 0]);
  });

  it('is used for https, and the certificate is that of the server', async () => {
    const authority = await newAuthority();
    const made = await serveDownloads(await authority.issue({}));
    closing.push(made);
    made.offer('/file', text);
    const through = { url: `${made.origin}/file`, proxy: `http://me:hush@127.0.0.1:${proxy.port}` };

    expect((await body({ ...through, roots: [authority.root] })).length).toBe(text.length);
    expect((await failure(through)).reason).toBe('certificate');
  });

  it('that wants another password is told, without the one that was tried', async () => {
    const request = { url, proxy: `http://me:wrong-one@127.0.0.1:${proxy.port}` };
    const answer = await realHttp.request(request).catch((error) => error);

    // Through a tunnel it is a failure, else an answer.
    if (answer instanceof HttpFailure) expect(answer).toMatchObject({ reason: 'proxy' });
    else expect(answer.status).toBe(407);
    expect(String(answer.message)).not.toContain('wrong-one');
    expect(server.asked).toEqual([]);
  });

  it('is left aside where the request says so', async () => {
    expect((await body({ url, proxy: 'none' })).length).toBe(text.length);
    expect(proxy.passed).toEqual([]);
  });
});
