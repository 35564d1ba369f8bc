/** The parts of a download that only decide. */
import { describe, expect, it } from 'vitest';
import { addressesOf, mirrored } from '../../../src/content/download/addresses.ts';
import { backOff, retryAfter } from '../../../src/content/download/back-off.ts';
import { limitAt, throttle } from '../../../src/content/download/bandwidth.ts';
import { conditionOf, meaningOf } from '../../../src/content/download/range.ts';
import { redirectTarget } from '../../../src/content/download/redirect.ts';
import type { WantedFile } from '../../../src/content/download/types.ts';

const now = new Date('2026-11-10T18:00:00Z');

describe('the wait before the next attempt', () => {
  it('doubles up to a minute, with chance for half of it', () => {
    expect([1, 2, 3, 7, 30].map((failures) => backOff(failures, 0))).toEqual([500, 1000, 2000, 30_000, 30_000]);
    expect(backOff(2, 0.999)).toBeGreaterThan(1990);
    expect(backOff(0, 0.5)).toBeLessThan(250);
  });

  it.each([
    ['120', 120_000],
    ['0', 0],
    ['Tue, 10 Nov 2026 18:00:30 GMT', 30_000],
    ['Tue, 10 Nov 2026 17:00:00 GMT', 0],
    ['soon', undefined],
    ['-5', undefined],
    ['1e9', undefined],
    [undefined, undefined],
  ])('is what Retry-After: %s says', (header, wait) => {
    expect(retryAfter(header, now)).toBe(wait);
  });
});

describe('the limit', () => {
  it.each([
    ['', 0, 100],
    ['08:00-18:00', 7 * 60 + 59, undefined],
    ['08:00-18:00', 8 * 60, 100],
    ['08:00-18:00', 18 * 60 - 1, 100],
    ['08:00-18:00', 18 * 60, undefined],
    ['22:00-06:00', 23 * 60, 100],
    ['22:00-06:00', 5 * 60 + 59, 100],
    ['22:00-06:00', 12 * 60, undefined],
    ['06:00-06:00', 12 * 60, 100],
  ])('in the window "%s" at minute %i is %s', (bandwidthWindow, minute, limit) => {
    expect(limitAt({ bandwidthLimit: 100, bandwidthWindow }, minute)).toBe(limit);
    expect(limitAt({ bandwidthLimit: 0, bandwidthWindow }, minute)).toBeUndefined();
  });

  it('is kept by all that share a throttle', async () => {
    let time = now.getTime();
    const clock = {
      now: () => new Date(time),
      pause: async (milliseconds: number) => {
        time += milliseconds;
      },
    };
    const shared = throttle(clock, { bandwidthLimit: 1_000_000, bandwidthWindow: '' });

    for (let count = 0; count < 100; count++) await shared.take(50_000);

    expect((time - now.getTime()) / 1000).toBeCloseTo(5, 0);
  });
});

const file: WantedFile = {
  name: 'windows11.0-kb5060842-x64.msu',
  size: 10,
  sha1: 'a'.repeat(40),
  sha256: null,
  urls: [],
  trust: 'trusted',
  isFromSource: false,
};

describe('addresses', () => {
  const of = (urls: string[], bases: string[] = [], more: Partial<WantedFile> = {}): string[] =>
    addressesOf({ ...file, urls, ...more }, bases).map(({ url }) => url);

  it('are the mirrors, then https before http at Microsoft, then the others', () => {
    expect(
      of(['http://download.windowsupdate.com/d/x.msu?p=1', 'https://other.example/x.msu'], ['http://cache.local/mcc/']),
    ).toEqual([
      'http://cache.local/mcc/d/x.msu?p=1',
      'https://download.windowsupdate.com/d/x.msu?p=1',
      'http://download.windowsupdate.com/d/x.msu?p=1',
      'https://other.example/x.msu',
    ]);
  });

  it('keep http where a person named it', () => {
    expect(of(['http://wsus.local:8530/Content/x.cab'])).toEqual(['http://wsus.local:8530/Content/x.cab']);
    expect(of(['http://windowsupdate.com.evil.example/x'])).toEqual(['http://windowsupdate.com.evil.example/x']);
  });

  it('are of the web, or files of this machine; a share only from a source', () => {
    expect(of(['file:///srv/a.msu', 'ftp://x/a', 'javascript:1', 'nonsense', 'file://server/share/a.msu'])).toEqual([
      'file:///srv/a.msu',
    ]);
    expect(of(['file://server/share/a.msu'], [], { isFromSource: true })).toEqual(['file://server/share/a.msu']);
  });

  it('follow a rule with places, where all of them are known', () => {
    const url = new URL('http://dl.delivery.mp.microsoft.com/filestreamingservice/files/1?P1=2');
    expect(mirrored('http://mcc/{path}?cacheHostOrigin={host}', url, file)).toBe(
      'http://mcc/filestreamingservice/files/1?cacheHostOrigin=dl.delivery.mp.microsoft.com',
    );
    expect(mirrored('https://m/{sha1}/{name}', url, file)).toBe(`https://m/${'a'.repeat(40)}/${file.name}`);
    expect(mirrored('https://m/{sha256}', url, file)).toBeUndefined();
    expect(mirrored('https://m/{unknown}', url, file)).toBeUndefined();
    expect(mirrored('file:///{path}', url, file)).toBeUndefined();
  });
});

describe('a redirect', () => {
  it.each([
    ['https://a.example/x', '/y', [], { url: 'https://a.example/y' }],
    ['http://a.example/x', 'https://a.example/y', [], { url: 'https://a.example/y' }],
    [
      'https://a.example/x',
      'http://a.example/y',
      ['a.example'],
      { refused: expect.stringContaining('plain http'), host: 'a.example' },
    ],
    [
      'https://a.example/x',
      'https://b.example/y',
      [],
      { refused: expect.stringContaining('b.example'), host: 'b.example' },
    ],
    ['https://a.example/x', 'https://b.example/y', ['B.example'], { url: 'https://b.example/y' }],
    ['https://a.example/x', 'https://c.b.example/y', ['*.b.example'], { url: 'https://c.b.example/y' }],
    [
      'https://a.example/x',
      'https://evilb.example/y',
      ['*.b.example'],
      { refused: expect.any(String), host: 'evilb.example' },
    ],
    ['http://a.example:8530/x', 'http://a.example:9000/y', [], { refused: expect.any(String), host: 'a.example:9000' }],
    ['https://a.example/x', 'file:///etc/passwd', [], { refused: expect.stringContaining('not the web'), host: '' }],
    ['https://a.example/x', undefined, [], { refused: expect.any(String), host: '' }],
    [
      'https://a.example/x',
      'https://user:pw@b.example/',
      ['a.example'],
      { refused: expect.not.stringContaining('pw'), host: 'b.example' },
    ],
  ])('from %s to %s (allowed: %j)', (from, to, allowed, result) => {
    expect(redirectTarget(from, to, allowed)).toEqual(result);
  });
});

describe('an answer', () => {
  const asked = { offset: 4, validators: { etag: '"1"', lastModified: '' }, size: 10, now };
  const part = { 'content-range': 'bytes 4-9/10', etag: '"1"' };
  it.each<[what: string, status: number, headers: Record<string, string>, change: object, does: string]>([
    ['the rest', 206, part, {}, 'append'],
    ['the rest of a file of unknown length', 206, { ...part, 'content-range': 'bytes 4-9/*' }, {}, 'append'],
    ['a part from elsewhere', 206, { ...part, 'content-range': 'bytes 0-9/10' }, {}, 'restart'],
    ['a part that names none', 206, { etag: '"1"' }, {}, 'restart'],
    ['several parts', 206, { 'content-type': 'multipart/byteranges; boundary=x' }, {}, 'restart'],
    ['a part that ends before it begins', 206, { 'content-range': 'bytes 4-3/10' }, {}, 'restart'],
    ['the rest of a longer file', 206, { 'content-range': 'bytes 4-10/11' }, {}, 'fail'],
    ['the rest of another file', 206, { ...part, etag: '"2"' }, {}, 'restart'],
    [
      'the rest of a newer file',
      206,
      { 'content-range': 'bytes 4-9/10', 'last-modified': 'b' },
      { validators: { etag: '', lastModified: 'a' } },
      'restart',
    ],
    ['the whole', 200, { 'content-length': '10' }, {}, 'begin'],
    ['the whole without a length', 200, {}, {}, 'begin'],
    ['a whole of another length', 200, { 'content-length': '9' }, {}, 'fail'],
    ['a page', 200, { 'content-type': 'text/html; charset=utf-8' }, {}, 'fail'],
    ['a packed body', 200, { 'content-encoding': 'gzip' }, {}, 'fail'],
    ['no more, and nothing is missing', 416, { 'content-range': 'bytes */10' }, { offset: 10 }, 'complete'],
    ['no more, and it does not say of what', 416, {}, { offset: 10 }, 'complete'],
    ['no more of a shorter file', 416, { 'content-range': 'bytes */3' }, {}, 'restart'],
    ['no more of nothing', 416, {}, { offset: 0, size: null }, 'fail'],
    ['not now', 503, { 'retry-after': '7' }, {}, 'wait'],
    ['not so often', 429, {}, {}, 'wait'],
    ['not there', 404, {}, {}, 'fail'],
    ['not for you', 403, {}, {}, 'fail'],
    ['nothing', 204, {}, {}, 'fail'],
    ['unchanged', 304, {}, {}, 'fail'],
  ])('that is %s', (_what, status, headers, change, does) => {
    expect(meaningOf({ status, headers }, { ...asked, ...change }).does).toBe(does);
  });

  it('is gone on with by a strong tag or a date', () => {
    expect(conditionOf({ etag: '"a"', lastModified: 'then' })).toBe('"a"');
    expect(conditionOf({ etag: 'W/"a"', lastModified: 'then' })).toBe('');
    expect(conditionOf({ etag: '', lastModified: 'then' })).toBe('then');
  });
});
