/** Sites of Configuration Manager, through a real PowerShell and a module that stands for that of its console. */
import { copyFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { SiteReport } from '../../../src/contract/generated/types.ts';
import { hasEnded, mostAsks, nextAsk } from '../../../src/distribution/points/ask-again.ts';
import { reportedState } from '../../../src/distribution/points/site-report.ts';
import { sha256 } from '../../helpers/month.ts';
import { anyMissing, titled } from '../../helpers/requires.ts';
import { type LiveSite, livePowerShell, openLiveSite } from '../../sources/live-site.ts';

const numbers = { targeted: 3, numberSuccess: 3, numberInProgress: 0, numberErrors: 0, numberUnknown: 0 };

describe('what a site says', () => {
  const report: SiteReport = {
    ...{ packageId: 'ABC00012', awaitedVersion: 5, sourceVersion: 5, failed: [], lastUpdateDate: null, asked: '' },
    ...numbers,
  };
  it.each([
    ['Success', {}],
    ['Success', { sourceVersion: 6 }],
    ['InProgress', { sourceVersion: 4 }],
    ['InProgress', { sourceVersion: 4, numberSuccess: 2, numberErrors: 1 }],
    ['InProgress', { numberSuccess: 2, numberInProgress: 1 }],
    ['InProgress', { numberSuccess: 2, numberUnknown: 1 }],
    ['InProgress', { targeted: 0, numberSuccess: 0 }],
    ['Error', { numberSuccess: 2, numberErrors: 1 }],
    ['Error', { numberSuccess: 1, numberInProgress: 1, numberErrors: 1 }],
  ])('means %s: %j', (state, change) => {
    expect(reportedState({ ...report, ...change })).toBe(state);
  });
});

describe('when a site is asked', () => {
  const now = new Date('2026-11-11T00:00:00Z');
  const minutes = (asked: number): number | null => {
    const next = nextAsk(asked, now);
    return next === null ? null : (Date.parse(next) - now.getTime()) / 60_000;
  };

  it.each([
    [0, 1],
    [1, 2],
    [5, 32],
    [6, 60],
    [76, 60],
    [77, null],
    [1000, null],
  ])('after %i questions in %s minutes', (asked, wait) => {
    expect(minutes(asked)).toBe(wait);
  });

  it('is three days in all', () => {
    const waits = Array.from({ length: mostAsks }, (_, asked) => minutes(asked) ?? 0);

    expect(waits.reduce((sum, wait) => sum + wait, 0) / 60 / 24).toBeCloseTo(3, 1);
  });

  it.each([
    [false, {}],
    [true, { sourceVersion: 5 }],
    [false, { sourceVersion: 5, numberSuccess: 2, numberInProgress: 1 }],
    [false, { sourceVersion: 5, numberSuccess: 1, numberErrors: 1, numberUnknown: 1 }],
    [true, { sourceVersion: 6, numberSuccess: 2, numberErrors: 1 }],
    [false, { sourceVersion: 5, targeted: 0, numberSuccess: 0 }],
  ])('it has ended: %s, when it says %j', (ended, change) => {
    expect(hasEnded({ awaitedVersion: 5, sourceVersion: 4, ...numbers, ...change })).toBe(ended);
  });
});

describe.skipIf(anyMissing(livePowerShell))(titled('a site of Configuration Manager', livePowerShell), () => {
  let site: LiveSite;
  let file: string;
  beforeEach(async () => {
    site = await openLiveSite();
    file = site.image('image.wim', {});
    await site.call('image.add', { path: file, name: 'Clients', acceptEula: true });
    serve(file);
    await site.call('distribution.add', { name: 'Campus', type: 'configmgr', settings: settings() });
  });
  afterEach(() => site.close());

  const settings = (more = {}) => ({ siteCode: 'abc', siteServer: 'cm1.example', attempts: 1, ...more });
  /** What the site has: the package at version 4, and what it says of its distribution. */
  const serve = (source: string, status: object | null = {}, more: object = {}): void =>
    site.serve('IMGUPDATE_STUB_SITE', {
      images: [{ Name: 'Clients', PackageID: 'ABC00012', PkgSourcePath: source, SourceVersion: 4 }],
      statuses:
        status === null
          ? []
          : [
              {
                ...{ PackageID: 'ABC00012', SourceVersion: 4, LastUpdateDate: '2026-11-11T03:00:00Z' },
                ...{ Targeted: 3, NumberSuccess: 3, NumberInProgress: 0, NumberErrors: 0, NumberUnknown: 0 },
                ...status,
              },
            ],
      ...more,
    });
  // biome-ignore lint/suspicious/noExplicitAny: documents as the test looks at them
  const send = async (): Promise<any> =>
    (await site.call('distribution.send', { image: ['Clients'], point: ['Campus'] })).document;
  // biome-ignore lint/suspicious/noExplicitAny: documents as the test looks at them
  const status = async (more = {}): Promise<any> =>
    // biome-ignore lint/suspicious/noExplicitAny: documents as the test looks at them
    ((await site.call('distribution.status', { image: 'Clients', ...more })).document as any).statuses[0];

  it('is told to update when its source is the published file, and is in progress until it says otherwise', async () => {
    const { statuses, ok } = await send();
    expect(ok).toBe(true);
    expect(statuses[0].targets).toMatchObject([
      {
        ...{ state: 'InProgress', method: 'told', bytesSent: 0, path: file, lastError: null },
        siteReport: { packageId: 'ABC00012', awaitedVersion: 5, sourceVersion: 4, ...numbers },
      },
    ]);
    const told = site.calls().filter((call) => call.startsWith('Update-CM'));
    expect(told).toEqual([
      expect.stringMatching(/^Update-CMDistributionPoint -Confirm False -InputObject ABC00012 \[ABC:/),
    ]);

    serve(file, { SourceVersion: 5, NumberSuccess: 1, NumberInProgress: 2 });
    expect(await status()).toMatchObject({ numberInProgress: 1, targets: [{ siteReport: { numberSuccess: 1 } }] });
    serve(file, { SourceVersion: 5 });
    expect(await status()).toMatchObject({
      ...{ numberSuccess: 1, numberInProgress: 0, lastError: null },
      targets: [{ state: 'Success', siteReport: { sourceVersion: 5, lastUpdateDate: '2026-11-11T03:00:00Z' } }],
    });
  });

  it('is asked again only while it is not done, and when it is to be verified', async () => {
    await send();
    serve(file, { SourceVersion: 5 });
    await status();
    site.calls();
    expect((await status()).numberSuccess).toBe(1);
    expect(site.calls()).toEqual([]);
    serve(file, { SourceVersion: 5, NumberSuccess: 2, NumberErrors: 1 });
    expect(await status({ verify: true })).toMatchObject({ numberErrors: 1 });
  });

  it('tells which of its distribution points failed, and that is a fact to be told', async () => {
    await send();
    const nal = (name: string): string => `["Display=\\\\${name}\\"]MSWNET:["SMS_SITE=ABC"]\\\\${name}\\`;
    const summaries = [
      { PackageID: 'ABC00012', ServerNALPath: nal('dp1.example'), State: 0 },
      { PackageID: 'ABC00012', ServerNALPath: nal('dp2.example'), State: 3 },
      { PackageID: 'ABC00013', ServerNALPath: nal('dp3.example'), State: 3 },
    ];
    serve(file, { SourceVersion: 5, NumberSuccess: 2, NumberErrors: 1 }, { summaries });
    expect(await status()).toMatchObject({
      ...{ numberErrors: 1, targets: [{ state: 'Error', siteReport: { failed: ['dp2.example'] } }] },
      lastError: {
        id: 'ImgPointSiteErrors',
        detail: expect.stringMatching(/1 of 3 .* version 5 of ABC00012: dp2\.example/),
      },
    });
  });

  describe('is asked by a worker', () => {
    const sent = Date.parse('2026-11-11T00:00:00Z');
    /** A worker looks so many minutes after the send; gives whether it asked, and when it will again, in such minutes. */
    async function workAt(minute: number): Promise<[asked: boolean, next: number | null]> {
      at(minute);
      site.calls();
      await site.call('worker.run', { once: true });
      const row = await site.site.database.selectFrom('distribution_target').select('ask_at').executeTakeFirstOrThrow();
      return [site.calls().length > 0, row.ask_at === null ? null : (Date.parse(row.ask_at) - sent) / 60_000];
    }
    function at(minute: number): void {
      site.ports.clock = { ...site.ports.clock, now: () => new Date(sent + minute * 60_000) };
    }

    it('later and later, until it has ended', async () => {
      at(0);
      const { statuses } = await send();
      expect(statuses[0].targets).toMatchObject([{ state: 'InProgress', nextAsk: '2026-11-11T00:01:00.000Z' }]);
      expect(await workAt(0.9)).toEqual([false, 1]);
      expect(await workAt(1)).toEqual([true, 3]);
      serve(file, { SourceVersion: 5, NumberSuccess: 2, NumberInProgress: 1 });
      expect(await workAt(3)).toEqual([true, 7]);
      expect(await workAt(6)).toEqual([false, 7]);
      serve(file, { SourceVersion: 5 });
      expect(await workAt(20)).toEqual([true, null]);
      expect(await workAt(5000)).toEqual([false, null]);
      expect(await status()).toMatchObject({ numberSuccess: 1, targets: [{ nextAsk: null }] });
    });

    it('also when a status asked meanwhile, and no more when that found its end', async () => {
      at(0);
      await send();
      at(0.5);
      expect((await status()).targets[0].nextAsk).toBe('2026-11-11T00:01:00.000Z');
      serve(file, { SourceVersion: 5 });
      expect((await status()).targets[0].nextAsk).toBe(null);
      expect(await workAt(60)).toEqual([false, null]);
    });

    it('again where it did not answer, and where some failed and others have not ended', async () => {
      at(0);
      await send();
      site.serve('IMGUPDATE_STUB_SITE', { images: [] });
      expect(await workAt(1)).toEqual([true, 3]);
      expect(site.events).toContainEqual(expect.objectContaining({ type: 'distribution.note' }));
      serve(file, { SourceVersion: 5, NumberSuccess: 1, NumberInProgress: 1, NumberErrors: 1 });
      expect(await workAt(3)).toEqual([true, 7]);
      serve(file, { SourceVersion: 5, NumberSuccess: 2, NumberErrors: 1 });
      expect(await workAt(7)).toEqual([true, null]);
      expect(await status({ verify: true })).toMatchObject({ numberErrors: 1 });
    });

    it('no more after three days, which is told; the next send begins anew', async () => {
      at(0);
      await send();
      await site.site.database
        .updateTable('distribution_target')
        .set({ asks: mostAsks - 1 })
        .execute();
      expect(await workAt(4320)).toEqual([true, null]);
      expect(site.events).toContainEqual(
        expect.objectContaining({ message: expect.stringContaining('after three days') }),
      );
      const facts = await site.site.database.selectFrom('notification_fact').select('fact_json').execute();
      expect(facts.map(({ fact_json }) => JSON.parse(fact_json))).toEqual([
        expect.objectContaining({ kind: 'DistributionFailed', title: 'Clients: version 1 did not reach Campus' }),
      ]);
      expect(await workAt(9999)).toEqual([false, null]);
      expect(await status()).toMatchObject({ numberInProgress: 1, targets: [{ nextAsk: null }] });
      await send();
      expect((await workAt(10_000))[0]).toBe(true);
    });

    it('not where it is switched off', async () => {
      at(0);
      await send();
      await site.call('distribution.set', { name: 'Campus', enabled: false });
      expect(await workAt(60)).toEqual([false, 1]);
    });
  });

  it('that does not answer leaves what it said last', async () => {
    await send();
    site.serve('IMGUPDATE_STUB_SITE', { images: [] });
    expect(await status()).toMatchObject({ numberInProgress: 1 });
    expect(site.events).toContainEqual(
      expect.objectContaining({ type: 'distribution.note', message: expect.stringContaining('ABC00012') }),
    );
  });

  it('is found by the package id that the settings name', async () => {
    await site.call('distribution.set', { name: 'Campus', settings: { packages: { CLIENTS: 'ABC00012' } } });
    expect((await send()).ok).toBe(true);
    expect(site.calls()).toContainEqual(expect.stringContaining('Get-CMOperatingSystemImage -Id ABC00012'));
  });

  it('takes from a folder that the file is brought to first', async () => {
    const path = join(site.folder, 'sources');
    const named = { name: 'Two', type: 'configmgr', path, settings: settings({ packages: { Clients: 'ABC00012' } }) };
    await site.call('distribution.add', named);
    serve(join(path, 'Clients.wim'));
    const { document } = await site.call('distribution.send', { image: ['Clients'], point: ['Two'] });
    expect(document).toMatchObject({
      ...{ ok: true, statuses: [{ targets: [{ method: 'copied', path: join(path, 'Clients.wim') }] }] },
    });
    expect(sha256(join(path, 'Clients.wim'))).toBe(sha256(file));
    serve(join(path, 'Clients.wim'), { SourceVersion: 5 });
    expect(await status({ point: 'Two', verify: true })).toMatchObject({ numberSuccess: 1 });
    writeFileSync(join(path, 'Clients.wim'), 'x', { flag: 'a' });
    expect(await status({ point: 'Two', verify: true })).toMatchObject({ lastError: { id: 'ImgPointDamages' } });
  });

  it.each([
    ['has another file as its source', 'other', /which is not version 1 of Clients/],
    ['has a source that is gone', 'gone', /which is not version 1/],
    ['has no source', '', /which is not version 1/],
    ['has no such image', undefined, /no operating system image/],
    ['has it on no distribution point', null, /on no distribution point/],
  ])('that %s is told, and not updated', async (_what, source, detail) => {
    const other = join(site.folder, 'other.wim');
    copyFileSync(file, other);
    writeFileSync(other, 'x', { flag: 'a' });
    if (source === undefined) site.serve('IMGUPDATE_STUB_SITE', { images: [] });
    else if (source === null) serve(file, null);
    else serve(source === 'other' ? other : source);
    const { statuses, ok } = await send();
    expect([ok, statuses[0].lastError.id]).toEqual([false, 'ImgPointInvalid']);
    expect(statuses[0].lastError.detail).toMatch(detail);
    expect(site.calls().join()).not.toContain('Update-CM');
  });

  it('that refuses is told with a remedy', async () => {
    serve(file, {}, { refuses: true });
    const { statuses } = await send();
    expect(statuses[0].lastError).toMatchObject({
      ...{ id: 'ImgPointUnreachable', detail: expect.stringContaining('SMS Provider') },
      remedy: expect.stringContaining('console'),
    });
  });

  it('is tried', async () => {
    const { document } = await site.call('distribution.show', { name: 'Campus', test: true });
    expect(document).toMatchObject({ checks: [{ ok: true, what: 'ask the site ABC on cm1.example' }] });
  });
});
