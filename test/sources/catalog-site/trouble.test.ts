/** A site in trouble: busy, cut off, changed, or not the one that it was. */
import { beforeEach, describe, expect, it } from 'vitest';
import type { SourceEvent } from '../../../src/sources/source.ts';
import { lastCursor, told } from '../../helpers/catalog-site/context.ts';
import { searchPage } from '../../helpers/catalog-site/pages.ts';
import { guidOf, manyUpdates } from '../../helpers/catalog-site/updates.ts';
import { history, problemOf, siteOfUpdates, sync } from './site-of-updates.ts';

const catalog = siteOfUpdates();

describe('a site in trouble', () => {
  beforeEach(catalog.fill);

  it('that is busy is asked again with growing pauses', async () => {
    catalog.site.busy(2, /Search/);
    const events = await sync(catalog.open());

    expect(told(events, 'update').length).toBe(11);
    const [first = 0, second = 0] = catalog.context.clock.pauses.filter((pause) => pause >= 2000);
    expect(first).toBeLessThan(3001);
    expect(second).toBeGreaterThan(3999);
  });

  it('that stays busy refuses, and what was told before stays told', async () => {
    catalog.site.busy(99, /DownloadDialog/);
    const events: SourceEvent[] = [];
    const problem = await problemOf(
      (async () => {
        for await (const event of catalog.open().events({ cursor: null, articles: [] })) events.push(event);
      })(),
    );

    expect([problem.id, problem.message]).toEqual([
      'ImgSourceRefused',
      expect.stringContaining('8DDD0010 (busy), 5 times'),
    ]);
    expect(told(events, 'release').length).toBe(5);
    expect(lastCursor(events)).not.toBe('');
  });

  it('that gives no answer to a search is not one that has nothing', async () => {
    catalog.site.unanswered(2);
    expect(told(await sync(catalog.open()), 'update').length).toBe(11);

    catalog.site.unanswered(99);
    const problem = await problemOf(sync(catalog.open()));
    expect([problem.id, problem.message]).toEqual([
      'ImgSourceUnreachable',
      expect.stringContaining('did not answer the search'),
    ]);
  });

  it('that finds nothing on a second page did not answer', async () => {
    catalog.site.updates = manyUpdates('5070003', 30);
    catalog.site.misbehave(99, /p=1/, (response) => response.writeHead(200).end(searchPage('KB5070003', [], 0)));

    const problem = await problemOf(sync(catalog.open({ searches: [] }), null, ['5070003']));
    expect([problem.id, problem.message]).toEqual([
      'ImgSourceUnreachable',
      expect.stringContaining('That is not "nothing found"'),
    ]);
  });

  it('that cuts answers off is asked again', async () => {
    catalog.site.cut(3);

    expect(told(await sync(catalog.open()), 'update').length).toBe(11);
  });

  it('that always cuts them off is out of reach', async () => {
    catalog.site.cut(99, /Scoped/);

    expect((await problemOf(sync(catalog.open()))).id).toBe('ImgSourceUnreachable');
  });

  it.each([
    ['in seconds', '7', 7000],
    ['as a time', 'Fri, 20 Nov 2026 12:00:30 GMT', 30_000],
  ])('that asks for a pause %s gets it', async (_how, value, pause) => {
    catalog.site.misbehave(1, /release-health/, (response) => response.writeHead(503, { 'retry-after': value }).end());
    await sync(catalog.open());

    expect(catalog.context.clock.pauses).toContain(pause);
  });

  it('that asks to come back much later refuses', async () => {
    catalog.site.misbehave(9, /Search/, (response) => response.writeHead(429, { 'retry-after': '7200' }).end());
    const problem = await problemOf(sync(catalog.open()));

    expect([problem.id, problem.message]).toEqual([
      'ImgSourceRefused',
      expect.stringContaining('come back in 120 minutes'),
    ]);
  });

  it.each<[what: string, location: string, message: string]>([
    ['another host', 'https://elsewhere.example/Search.aspx', 'leads to another host, elsewhere.example'],
    ['no address', 'javascript:alert(1)', 'leads to no address'],
    ['itself', '/Search.aspx?q=KB5070003', 'leads from page to page'],
  ])('that leads to %s is not followed', async (_what, location, message) => {
    catalog.site.misbehave(99, /Search/, (response) => response.writeHead(302, { location }).end());
    const problem = await problemOf(sync(catalog.open()));

    expect([problem.id, problem.message]).toEqual(['ImgSourceRefused', expect.stringContaining(message)]);
  });

  it('that leads on within the same host is followed', async () => {
    catalog.site.misbehave(1, /release-health/, (response, { target }) =>
      response
        .writeHead(301, {
          location: target.replace('accept=text%2Fmarkdown', 'accept=text/markdown&view=x'),
        })
        .end(),
    );

    expect(told(await sync(catalog.open()), 'release').length).toBe(5);
  });

  it.each<[what: string, status: number, id: string]>([
    ['a page that is gone', 404, 'ImgSourceChanged'],
    ['a page that is forbidden', 403, 'ImgSourceRefused'],
    ['a server that fails', 500, 'ImgSourceRefused'],
  ])('with %s says so', async (_what, status, id) => {
    catalog.site.misbehave(99, /Search/, (response) => response.writeHead(status).end('<html></html>'));

    expect((await problemOf(sync(catalog.open()))).id).toBe(id);
  });

  it.each<[what: string, on: string, from: RegExp, missing: string]>([
    ['its list', 'Search', /HeaderLink/g, 'the column title'],
    ['its details', 'Scoped', /kbDiv/g, 'kbDiv'],
    ['its files', 'Download', /\.digest/g, String.raw`files\[0\]\.digest`],
  ])('that changed %s says what is missing, and nothing of that page is told', async (_what, on, from, missing) => {
    catalog.site.mutate = (page, target) => (target.includes(on) ? page.replaceAll(from, 'renamed') : page);
    const events: SourceEvent[] = [];
    const problem = await problemOf(
      (async () => {
        for await (const event of catalog.open().events({ cursor: null, articles: [] })) events.push(event);
      })(),
    );

    expect([problem.id, problem.message]).toEqual([
      'ImgSourceChanged',
      expect.stringMatching(new RegExp(`${missing}.* is missing or was changed`)),
    ]);
    expect(told(events, 'update')).toEqual([]);
  });

  it('that changed its release information says so after it told the rest', async () => {
    catalog.site.releases.set('windows10', { ...history, product: 'Windows 10' });
    catalog.site.mutate = (page, target) => (target.includes('windows11') ? page.replaceAll('Build', 'Number') : page);
    const events: SourceEvent[] = [];
    const problem = await problemOf(
      (async () => {
        for await (const event of catalog.open().events({ cursor: null, articles: [] })) events.push(event);
      })(),
    );

    expect([problem.id, problem.message]).toEqual([
      'ImgSourceChanged',
      expect.stringContaining('the column "Build" of Version 24H2 (OS build 26100) is missing or was changed'),
    ]);
    expect(told(events, 'release').length).toBe(5);
    expect(told(events, 'update').length).toBe(11);
  });

  it('that tells of another update than the one that was asked for is changed', async () => {
    catalog.site.mutate = (page, target) =>
      target.includes('Download') ? page.replace(/(updateID =')[^']*/, `$1${guidOf('other')}`) : page;

    expect((await problemOf(sync(catalog.open()))).message).toContain('the update that was asked for');
  });

  it('that answers without end is stopped', async () => {
    catalog.site.misbehave(99, /Search/, (response) => {
      const more = (): void => {
        while (response.write(Buffer.alloc(1024 * 1024, 32)));
        response.once('drain', more);
      };
      more();
    });
    const problem = await problemOf(sync(catalog.open()));

    expect([problem.id, problem.message]).toEqual([
      'ImgSourceChanged',
      expect.stringContaining('longer than 8388608 bytes'),
    ]);
  });

  it('whose list names an update that it does not know otherwise goes on without it', async () => {
    catalog.site.misbehaviours.push((request, response) => {
      if (!request.target.includes(catalog.site.updates[0]?.id ?? '')) return false;
      response.writeHead(200).end('<html><div id="errorPageDisplayedError">[Error number: 8DDD0024]</div></html>');
      return true;
    });
    const events = await sync(catalog.open());

    expect(told(events, 'failed').map(({ message }) => message)).toEqual([expect.stringContaining('no such update')]);
    expect(told(events, 'update').length).toBe(10);
  });
});
