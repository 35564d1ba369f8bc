import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { sourceCatalogSiteSettings } from '../../../src/contract/generated/validators/source.catalog-site.settings.js';
import { Problem } from '../../../src/errors.ts';
import { catalogSite } from '../../../src/sources/catalog-site/kind.ts';
import type { SourceEvent, UpdateSource } from '../../../src/sources/source.ts';
import { collect, lastCursor, type TestContext, testContext, told } from '../../helpers/catalog-site/context.ts';
import { japanese, searchPage } from '../../helpers/catalog-site/pages.ts';
import type { ReleaseSection } from '../../helpers/catalog-site/releases.ts';
import { CatalogSite } from '../../helpers/catalog-site/site.ts';
import { guidOf, manyUpdates, siteFile, siteUpdate } from '../../helpers/catalog-site/updates.ts';
import { anyMissing, requires, titled } from '../../helpers/requires.ts';

let site: CatalogSite;
let context: TestContext;

beforeEach(async () => {
  site = await CatalogSite.start();
  context = testContext();
});
afterEach(async () => {
  await site.close();
});

function open(more: Record<string, unknown> = {}): UpdateSource {
  const settings: Record<string, unknown> = {
    url: site.url,
    releaseInformation: [...site.releases.keys()].map((name) => site.releaseUrl(name)),
    ...more,
  };
  expect(sourceCatalogSiteSettings(settings)).toBe(true);
  const settled = catalogSite.settle(settings, context.ports);
  return catalogSite.open(settled, context);
}

const sync = (source: UpdateSource, cursor: string | null = null, articles: readonly string[] = []) =>
  collect(source.events({ cursor, articles }));

async function problemOf(run: Promise<unknown>): Promise<Problem> {
  const error = await run.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof Problem)) throw new Error(`no problem: ${String(error)}`);
  return error;
}

const history: ReleaseSection = {
  product: 'Windows 11',
  releases: [
    {
      label: 'Version 24H2 (OS build 26100)',
      rows: [
        ['2026-11 B', '2026-11-10', '26100.9800', 'KB5070003'],
        ['2026-10 D', '2026-10-27', '26100.9700', 'KB5070002'],
        ['2026-10 OOB', '2026-10-20', '26100.9650', 'KB5070004'],
        ['2026-10 B', '2026-10-13', '26100.9600', 'KB5070001'],
        ['2026-06 B', '2026-06-09', '26100.9000', 'KB5060001'],
      ],
    },
  ],
  hotpatch: [['November', '2026.11 B', 'Hotpatch', '2026-11-10', '26100.9790', 'KB5079999']],
};

const title = (month: string, kb: number, architecture = 'x64', word = 'Cumulative Update') =>
  `${month} ${word} for Windows 11, version 24H2 for ${architecture}-based Systems (KB${kb})`;

/** Two architectures of four months, a .NET update, two dynamic updates, and what is none of ours. */
function fill(): void {
  const month = (name: string, kb: number, word?: string, more = {}) =>
    ['x64', 'arm64'].map((architecture) => siteUpdate(title(name, kb, architecture, word), more));
  site.updates = [
    ...month('2026-11', 5_070_003, undefined, {
      supersedes: [title('2026-10', 5_070_001), title('2026-10', 5_070_002, 'x64', 'Cumulative Update Preview')],
    }),
    ...month('2026-10', 5_070_002, 'Cumulative Update Preview'),
    ...month('2026-10', 5_070_004),
    ...month('2026-10', 5_070_001, undefined, { supersededBy: [guidOf(title('2026-10', 5_070_004))] }),
    ...month('2026-06', 5_060_001),
    siteUpdate(
      '2026-11 Cumulative Update for .NET Framework 3.5 and 4.8.1 for Windows 11, version 24H2 for x64 (KB5071000)',
    ),
    siteUpdate(title('2026-11', 5_072_000, 'x64', 'Safe OS Dynamic Update'), { classification: 'Critical Updates' }),
    siteUpdate(title('2026-10', 5_072_001, 'x64', 'Setup Dynamic Update'), { classification: 'Critical Updates' }),
    siteUpdate('Update for Office (KB5099999)', { products: 'Office', description: 'It mentions KB5070003.' }),
  ];
  site.releases.set('windows11', history);
}

describe('a first synchronisation', () => {
  it('tells releases, then every update of the last months that they and the searches name', async () => {
    fill();
    const events = await sync(open());

    expect(told(events, 'release').map(({ row }) => `${row.release} ${row.build}.${row.revision} ${row.kind}`)).toEqual(
      [
        '24H2 26100.9800 Standard',
        '24H2 26100.9700 Preview',
        '24H2 26100.9650 Out-of-band',
        '24H2 26100.9600 Standard',
        '24H2 26100.9000 Standard',
      ],
    );
    const titles = told(events, 'update').map(({ update }) => update.title);
    const wanted = site.updates.map((update) => update.title).filter((each) => !/2026-06|Office/.test(each));
    expect(titles.sort()).toEqual(wanted.sort());
    expect(told(events, 'failed')).toEqual([]);
    expect(told(events, 'warning')).toEqual([]);
    expect(events.at(-1)?.type).toBe('checkpoint');
  });

  it('tells each update whole', async () => {
    fill();
    const files = [
      siteFile('windows11.0-kb5043080-x64', 'checkpoint', { sha256: true }),
      siteFile('windows11.0-kb5070003-x64', 'target', { sha256: true }),
    ];
    const wanted = site.updates[0];
    if (wanted === undefined) throw new Error('no update');
    wanted.files = files;
    wanted.architecture = 'AMD64';
    wanted.severity = 'Critical';
    const events = await sync(open());
    const event = told(events, 'update').find(({ key }) => key === wanted.id);

    expect(event?.update).toEqual({
      uniqueId: wanted.id,
      title: title('2026-11', 5_070_003),
      articleId: '5070003',
      classification: 'Security Updates',
      products: ['Windows 11'],
      datePosted: '2026-11-11T00:00:00Z',
      architecture: 'x64',
      severity: 'Critical',
      description: 'Install this update to resolve issues in Windows.',
      supportUrl: 'https://support.microsoft.com/help/5070003',
      totalSize: wanted.size,
      files: files.map(({ name, url, sha1, sha256 }) => ({
        ...{ name, sha1, sha256, size: null },
        url: url.replace('http:', 'https:'),
      })),
      supersedes: [
        guidOf(title('2026-10', 5_070_001)),
        guidOf(title('2026-10', 5_070_002, 'x64', 'Cumulative Update Preview')),
      ],
      supersedesTitles: wanted.supersedes,
    });
    expect(told(events, 'update').find(({ update }) => update.articleId === '5070001')?.update).toMatchObject({
      files: [{ size: expect.any(Number) }],
      supersededBy: [guidOf(title('2026-10', 5_070_004))],
    });
  });

  it('asks one request at a time, 0.6 seconds apart, in English, and sends no cookie back', async () => {
    fill();
    await sync(open());

    expect(site.most).toBe(1);
    expect(context.traffic.requests).toBe(site.requests.length);
    expect(context.clock.pauses.length).toBe(site.requests.length - 1);
    expect([...new Set(context.clock.pauses)]).toEqual([600]);
    expect(site.requests.filter(({ headers }) => headers.cookie !== undefined)).toEqual([]);
    expect(new Set(site.requests.map(({ headers }) => headers['accept-language']))).toEqual(
      new Set(['en-US,en;q=0.8']),
    );
    // One page of releases; 4 articles, 3 texts for 3 months and one without; 11 updates with two pages each.
    expect(site.requests.length).toBe(1 + 4 + 9 + 1 + 2 * 11);
  });

  it('reads release information in HTML where the site has no Markdown', async () => {
    fill();
    site.markdown = false;

    expect(told(await sync(open()), 'release').length).toBe(5);
  });

  it('reads every page of a result, up to the thousand that the site tells of, and says so', async () => {
    site.updates = manyUpdates('5070003', 1010);
    const warnings: string[] = [];
    let listed = 0;
    for await (const event of open({ searches: [] }).events({ cursor: null, articles: ['5070003'] })) {
      if (event.type === 'warning') warnings.push(event.message);
      // Their number is known before the first of them is asked for.
      if (event.type === 'progress' && event.message.startsWith('2026')) {
        listed = event.total ?? 0;
        break;
      }
    }

    expect(listed).toBe(1000);
    expect(site.asked).toEqual([
      'GET Search.aspx?q=KB5070003',
      ...Array.from({ length: 39 }, (_none, index) => `GET Search.aspx?q=KB5070003&p=${index + 1}`),
    ]);
    expect(warnings).toEqual([
      'The search for "KB5070003" finds 1,000 updates or more, and the catalog tells of no more; narrow it.',
    ]);
  });

  it('finds the second page at a site that counts pages from 1', async () => {
    site.updates = manyUpdates('5070003', 60);
    site.misbehaviours.push(({ target }, response) => {
      const number = /&p=(\d+)/.exec(target)?.[1];
      if (number === undefined) return false;
      response.end(searchPage('KB5070003', site.updates, Number(number) - 1));
      return true;
    });
    const events = await sync(open({ searches: [] }), null, ['5070003']);

    expect(new Set(told(events, 'update').map(({ key }) => key)).size).toBe(60);
    expect(site.asked.filter((each) => each.includes('&p='))).toEqual([
      'GET Search.aspx?q=KB5070003&p=1',
      'GET Search.aspx?q=KB5070003&p=2',
      'GET Search.aspx?q=KB5070003&p=3',
    ]);
  });

  it('that gets the same page for every number says that pages changed', async () => {
    site.updates = manyUpdates('5070003', 60);
    site.misbehave(99, /&p=/, (response) => response.end(searchPage('KB5070003', site.updates, 0)));
    const problem = await problemOf(sync(open({ searches: [] }), null, ['5070003']));

    expect([problem.id, problem.message]).toEqual([
      'ImgSourceChanged',
      expect.stringContaining('page 2 of the result, instead of page 1'),
    ]);
  });

  it('tells what of a page cannot be an update, and goes on', async () => {
    fill();
    const [first, second, third, fourth] = site.updates;
    if (first === undefined || second === undefined || third === undefined || fourth === undefined) throw new Error();
    first.files = [{ ...siteFile('x', 'y'), name: '..\\..\\Windows\\System32\\evil.msu' }];
    second.files = [{ ...siteFile('x', 'y'), sha1: 'ab'.repeat(20) }];
    third.files = [{ ...siteFile('x', 'y'), url: 'http://files.example:8080/x.msu' }];
    fourth.files = [{ ...siteFile('x', 'y'), url: 'https://user:secret@files.example/x.msu' }];
    const events = await sync(open());

    expect(told(events, 'failed').map(({ key, message }) => [key, message])).toEqual([
      [first.id, expect.stringContaining('is no name of a file')],
      [second.id, expect.stringContaining('is not the one in its name')],
      [third.id, expect.stringContaining('files.example:8080 on plain http')],
      [fourth.id, expect.stringContaining('a user or a password')],
    ]);
    expect(JSON.stringify(events)).not.toContain('secret');
    expect(told(events, 'update').length).toBe(7);
  });

  it('of a site in another language keeps titles of the downloads, and leaves out what it cannot read', async () => {
    fill();
    site.language = japanese;
    const events = await sync(open());

    expect(told(events, 'warning').map(({ message }) => message)).toEqual([
      expect.stringContaining('another language'),
    ]);
    expect(told(events, 'update').find(({ update }) => update.articleId === '5070003')?.update).toMatchObject({
      title: title('2026-11', 5_070_003),
      classification: null,
      datePosted: '2026-11-11T00:00:00Z',
    });
    expect(told(events, 'update').length).toBe(11);
  });

  it('says which articles the site does not have', async () => {
    fill();
    site.updates = site.updates.filter(({ articleId }) => articleId !== '5070004');

    expect(told(await sync(open()), 'warning')).toEqual([
      { type: 'warning', message: 'The catalog does not have KB5070004.' },
    ]);
  });
});

describe('a second synchronisation', () => {
  async function first(): Promise<string> {
    fill();
    const events = await sync(open());
    site.forget();
    context.clock.pass(24 * 3_600_000);
    return lastCursor(events);
  }

  it('asks for lists alone where nothing is new', async () => {
    const cursor = await first();
    const events = await sync(open(), cursor);

    expect([...told(events, 'update'), ...told(events, 'release'), ...told(events, 'expired')]).toEqual([]);
    expect(site.requests.length).toBe(1 + 4 + 9 + 1);
    expect(lastCursor(events)).toBe(cursor);
  });

  it('asks for nothing that the site says is unchanged', async () => {
    site.validators = true;
    const cursor = await first();
    context.traffic.bytes = 0;
    await sync(open(), cursor);

    expect(site.requests.every(({ headers }) => headers['if-none-match'] !== undefined)).toBe(true);
    expect(context.traffic.bytes).toBe(0);
  });

  it('within the hour takes lists without validators from the cache', async () => {
    fill();
    const events = await sync(open());
    site.forget();
    context.clock.pass(60_000);
    await sync(open(), lastCursor(events));

    expect(site.requests).toEqual([]);
  });

  it('tells new and changed updates, and a new row of the releases', async () => {
    const cursor = await first();
    const added = siteUpdate(title('2026-11', 5_070_009), { supersedes: [title('2026-11', 5_070_003)] });
    const [changedOne] = site.updates;
    if (changedOne === undefined) throw new Error();
    site.updates.push(added);
    changedOne.date = '2026-11-18';
    site.releases.set('windows11', {
      ...history,
      releases: history.releases.map(({ label, rows }) => ({
        label,
        rows: [['2026-11 OOB', '2026-11-19', '26100.9850', 'KB5070009'], ...rows],
      })),
    });
    const events = await sync(open(), cursor);

    expect(told(events, 'release').length).toBe(6);
    expect(
      told(events, 'update')
        .map(({ key }) => key)
        .sort(),
    ).toEqual([added.id, changedOne.id].sort());
    expect(told(events, 'update').find(({ key }) => key === added.id)?.update.supersedes).toEqual([
      guidOf(title('2026-11', 5_070_003)),
    ]);
    expect(site.requests.length).toBe(1 + 5 + 9 + 1 + 2 * 2);
  });

  it('tells which updates were withdrawn', async () => {
    const cursor = await first();
    const gone = site.updates[2];
    if (gone === undefined) throw new Error();
    site.expired.add(gone.id);
    const events = await sync(open(), cursor);
    const again = await sync(open(), lastCursor(events));

    expect(told(events, 'expired')).toEqual([{ type: 'expired', key: gone.id }]);
    expect(site.asked).toContain(`GET ScopedViewInline.aspx?updateid=${gone.id}`);
    expect(site.asked.some((each) => each.includes('Thanks'))).toBe(false);
    expect(told(again, 'expired')).toEqual([]);
  });

  it('does not call an update withdrawn that the list lost and the site still has', async () => {
    const cursor = await first();
    const lost = site.updates[2];
    if (lost === undefined) throw new Error();
    site.mutate = (page, target) => (target.includes('Search') ? page.replaceAll(lost.id, guidOf('another')) : page);

    expect(told(await sync(open(), cursor), 'expired')).toEqual([]);
  });

  it('in full tells everything again', async () => {
    await first();

    expect(told(await sync(open()), 'update').length).toBe(11);
  });

  it('begins anew with a cursor that it cannot read', async () => {
    fill();

    expect(told(await sync(open(), '{"version":99}'), 'update').length).toBe(11);
    expect(told(await sync(open(), 'not JSON'), 'update').length).toBe(11);
  });
});

describe('a synchronisation that was cut off', () => {
  it('goes on behind its last checkpoint, wherever that was', async () => {
    site.updates = manyUpdates('5070003', 40);
    const all = new Set(site.updates.map(({ id }) => id));
    let cursor: string | null = null;
    const seen: string[] = [];
    for (let run = 0; run < 8; run += 1) {
      const source = open({ searches: [] });
      let left = 13;
      for await (const event of source.events({ cursor, articles: ['5070003'] }) as AsyncIterable<SourceEvent>) {
        if (event.type === 'update') seen.push(event.key);
        if (event.type === 'checkpoint') cursor = event.cursor;
        if (event.type === 'update') left -= 1;
        if (left === 0) break;
      }
    }

    expect(new Set(seen)).toEqual(all);
    // Three were told behind each of three checkpoints and are told again.
    expect(seen.length).toBe(40 + 9);
  });

  it('ends at once when it is cancelled', async () => {
    fill();
    const stop = new AbortController();
    context = testContext({ signal: stop.signal });
    const source = open();
    const events: SourceEvent[] = [];
    const run = (async () => {
      for await (const event of source.events({ cursor: null, articles: [] })) {
        events.push(event);
        if (event.type === 'update') stop.abort(new Error('enough'));
      }
    })();

    await expect(run).rejects.toThrow('enough');
    expect(told(events, 'update').length).toBe(1);
  });
});

describe('articles by number', () => {
  it('are looked up alone, whatever their month', async () => {
    fill();
    const events = await sync(open(), null, ['5060001', '1234567']);

    expect(told(events, 'update').map(({ update }) => update.articleId)).toEqual(['5060001', '5060001']);
    expect(told(events, 'release')).toEqual([]);
    expect(told(events, 'warning')).toEqual([{ type: 'warning', message: 'The catalog does not have KB1234567.' }]);
    expect(site.requests.length).toBe(2 + 2 * 2);
  });

  it('do not forget what the usual synchronisation knows', async () => {
    fill();
    const cursor = lastCursor(await sync(open()));
    const looked = lastCursor(await sync(open(), cursor, ['5060001']));
    context.clock.pass(24 * 3_600_000);

    expect(told(await sync(open(), looked), 'update')).toEqual([]);
  });

  const recorded = requires.shared('wsus-metadata/catalog-html');
  const older = requires.shared('mscatalog-raw-responses');

  it.skipIf(anyMissing(recorded, older))(titled('come from recorded pages', recorded, older), async () => {
    const page = (name: string): string => readFileSync(join(recorded.path, name), 'utf8');
    const ids = ['f39d68ab-1519-4df8-85c1-d985be7f49c3', '00000000-1519-4df8-85c1-d985be7f49c3'];
    site.recordings.set('/Search.aspx?q=KB5025239', page('Search.aspx/KB5025239.html'));
    site.recordings.set(`/ScopedViewInline.aspx?updateid=${ids[0]}`, page(`ScopedViewInline.aspx/${ids[0]}.html`));
    site.recordings.set(`/ScopedViewInline.aspx?updateid=${ids[1]}`, page('Thanks-190.html'));
    site.updates = [
      siteUpdate('2023-04 Cumulative Update for Windows 11 Version 22H2 for arm64-based Systems (KB5025239)', {
        id: ids[0] ?? '',
      }),
    ];
    const events = await sync(open(), null, ['5025239']);

    expect(told(events, 'update').map(({ update }) => update)).toEqual([
      expect.objectContaining({
        uniqueId: ids[0],
        articleId: '5025239',
        datePosted: '2023-04-11T00:00:00Z',
        severity: 'Critical',
        files: [expect.objectContaining({ size: 420_959_465 })],
        supersededBy: expect.arrayContaining(['0b97c243-5833-4bf3-bcf8-77063e53c42a']),
      }),
    ]);
    expect(told(events, 'expired')).toEqual([{ type: 'expired', key: ids[1] }]);
    expect(told(events, 'warning').map(({ message }) => message)).toEqual([
      expect.stringContaining('holds fewer updates than it says'),
    ]);
  });
});

describe('a site in trouble', () => {
  beforeEach(fill);

  it('that is busy is asked again with growing pauses', async () => {
    site.busy(2, /Search/);
    const events = await sync(open());

    expect(told(events, 'update').length).toBe(11);
    const [first = 0, second = 0] = context.clock.pauses.filter((pause) => pause >= 2000);
    expect(first).toBeLessThan(3001);
    expect(second).toBeGreaterThan(3999);
  });

  it('that stays busy refuses, and what was told before stays told', async () => {
    site.busy(99, /DownloadDialog/);
    const events: SourceEvent[] = [];
    const problem = await problemOf(
      (async () => {
        for await (const event of open().events({ cursor: null, articles: [] })) events.push(event);
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
    site.unanswered(2);
    expect(told(await sync(open()), 'update').length).toBe(11);

    site.unanswered(99);
    const problem = await problemOf(sync(open()));
    expect([problem.id, problem.message]).toEqual([
      'ImgSourceUnreachable',
      expect.stringContaining('did not answer the search'),
    ]);
  });

  it('that finds nothing on a second page did not answer', async () => {
    site.updates = manyUpdates('5070003', 30);
    site.misbehave(99, /p=1/, (response) => response.writeHead(200).end(searchPage('KB5070003', [], 0)));

    const problem = await problemOf(sync(open({ searches: [] }), null, ['5070003']));
    expect([problem.id, problem.message]).toEqual([
      'ImgSourceUnreachable',
      expect.stringContaining('That is not "nothing found"'),
    ]);
  });

  it('that cuts answers off is asked again', async () => {
    site.cut(3);

    expect(told(await sync(open()), 'update').length).toBe(11);
  });

  it('that always cuts them off is out of reach', async () => {
    site.cut(99, /Scoped/);

    expect((await problemOf(sync(open()))).id).toBe('ImgSourceUnreachable');
  });

  it.each([
    ['in seconds', '7', 7000],
    ['as a time', 'Fri, 20 Nov 2026 12:00:30 GMT', 30_000],
  ])('that asks for a pause %s gets it', async (_how, value, pause) => {
    site.misbehave(1, /release-health/, (response) => response.writeHead(503, { 'retry-after': value }).end());
    await sync(open());

    expect(context.clock.pauses).toContain(pause);
  });

  it('that asks to come back much later refuses', async () => {
    site.misbehave(9, /Search/, (response) => response.writeHead(429, { 'retry-after': '7200' }).end());
    const problem = await problemOf(sync(open()));

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
    site.misbehave(99, /Search/, (response) => response.writeHead(302, { location }).end());
    const problem = await problemOf(sync(open()));

    expect([problem.id, problem.message]).toEqual(['ImgSourceRefused', expect.stringContaining(message)]);
  });

  it('that leads on within the same host is followed', async () => {
    site.misbehave(1, /release-health/, (response, { target }) =>
      response
        .writeHead(301, {
          location: target.replace('accept=text%2Fmarkdown', 'accept=text/markdown&view=x'),
        })
        .end(),
    );

    expect(told(await sync(open()), 'release').length).toBe(5);
  });

  it.each<[what: string, status: number, id: string]>([
    ['a page that is gone', 404, 'ImgSourceChanged'],
    ['a page that is forbidden', 403, 'ImgSourceRefused'],
    ['a server that fails', 500, 'ImgSourceRefused'],
  ])('with %s says so', async (_what, status, id) => {
    site.misbehave(99, /Search/, (response) => response.writeHead(status).end('<html></html>'));

    expect((await problemOf(sync(open()))).id).toBe(id);
  });

  it.each<[what: string, on: string, from: RegExp, missing: string]>([
    ['its list', 'Search', /HeaderLink/g, 'the column title'],
    ['its details', 'Scoped', /kbDiv/g, 'kbDiv'],
    ['its files', 'Download', /\.digest/g, String.raw`files\[0\]\.digest`],
  ])('that changed %s says what is missing, and nothing of that page is told', async (_what, on, from, missing) => {
    site.mutate = (page, target) => (target.includes(on) ? page.replaceAll(from, 'renamed') : page);
    const events: SourceEvent[] = [];
    const problem = await problemOf(
      (async () => {
        for await (const event of open().events({ cursor: null, articles: [] })) events.push(event);
      })(),
    );

    expect([problem.id, problem.message]).toEqual([
      'ImgSourceChanged',
      expect.stringMatching(new RegExp(`${missing}.* is missing or was changed`)),
    ]);
    expect(told(events, 'update')).toEqual([]);
  });

  it('that changed its release information says so after it told the rest', async () => {
    site.releases.set('windows10', { ...history, product: 'Windows 10' });
    site.mutate = (page, target) => (target.includes('windows11') ? page.replaceAll('Build', 'Number') : page);
    const events: SourceEvent[] = [];
    const problem = await problemOf(
      (async () => {
        for await (const event of open().events({ cursor: null, articles: [] })) events.push(event);
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
    site.mutate = (page, target) =>
      target.includes('Download') ? page.replace(/(updateID =')[^']*/, `$1${guidOf('other')}`) : page;

    expect((await problemOf(sync(open()))).message).toContain('the update that was asked for');
  });

  it('that answers without end is stopped', async () => {
    site.misbehave(99, /Search/, (response) => {
      const more = (): void => {
        while (response.write(Buffer.alloc(1024 * 1024, 32)));
        response.once('drain', more);
      };
      more();
    });
    const problem = await problemOf(sync(open()));

    expect([problem.id, problem.message]).toEqual([
      'ImgSourceChanged',
      expect.stringContaining('longer than 8388608 bytes'),
    ]);
  });

  it('whose list names an update that it does not know otherwise goes on without it', async () => {
    site.misbehaviours.push((request, response) => {
      if (!request.target.includes(site.updates[0]?.id ?? '')) return false;
      response.writeHead(200).end('<html><div id="errorPageDisplayedError">[Error number: 8DDD0024]</div></html>');
      return true;
    });
    const events = await sync(open());

    expect(told(events, 'failed').map(({ message }) => message)).toEqual([expect.stringContaining('no such update')]);
    expect(told(events, 'update').length).toBe(10);
  });
});

describe('settings', () => {
  it('have defaults: the site over https, three pages, three months', () => {
    const settings = {};

    expect(sourceCatalogSiteSettings(settings)).toBe(true);
    expect(settings).toMatchObject({ url: 'https://www.catalog.update.microsoft.com', months: 3, delay: 600 });
    expect(catalogSite.trust(settings)).toBe('trusted');
    expect(catalogSite.trust({ url: 'http://mirror.example' })).toBe('find');
  });

  it('are brought to one spelling', () => {
    const settings = { url: 'HTTPS://Catalog.Example/', searches: ['  {month}   Dynamic Update '] };
    sourceCatalogSiteSettings(settings);

    expect(catalogSite.settle(settings, context.ports)).toMatchObject({
      url: 'https://catalog.example',
      searches: ['{month} Dynamic Update'],
    });
  });

  it.each<[what: Record<string, unknown>, message: string]>([
    [{ url: 'ftp://catalog.example' }, 'url is not an http: or https: address'],
    [{ url: 'https://catalog.example/?a=1' }, 'url has a query'],
    [{ url: 'https://user:secret@catalog.example' }, 'url holds a user or a password'],
    [{ releaseInformation: ['https://learn.microsoft.com/x', 'x'] }, 'releaseInformation[1]'],
    [{ delay: 100 }, 'delay is less than 600 milliseconds'],
    [{ searches: ['{year} Update'] }, 'searches: {month} is the only word'],
  ])('%j are refused', (given, message) => {
    sourceCatalogSiteSettings(given);

    const settle = () => catalogSite.settle(given, context.ports);
    expect(settle).toThrow(message);
    expect(settle).not.toThrow('secret');
  });
});

describe('intent and test', () => {
  it('say in sentences what would be asked, without asking', async () => {
    fill();

    expect(await open().intent({ cursor: null, articles: [] })).toEqual([
      `Asks for the release information ${site.releaseUrl('windows11')}.`,
      `Searches ${site.url}/ for every update that the release information lists for 2026-09, 2026-10, 2026-11.`,
      `Searches ${site.url}/ for "{month} Dynamic Update", "{month} Cumulative Update for .NET Framework", "{month} Servicing Stack Update", "Enablement Package", where {month} is each of these months.`,
      'Asks for details and files of each update that is new or changed there, two requests each; 0 updates are known from earlier.',
      'Waits 0.6 seconds between two requests.',
    ]);
    expect((await open().intent({ cursor: null, articles: ['5070003'] }))[0]).toBe(
      `Searches ${site.url}/ for KB5070003.`,
    );
    expect(site.requests).toEqual([]);
  });

  it('try release information and the newest update there', async () => {
    fill();

    expect(await open().test()).toEqual([
      {
        what: `Release information ${site.releaseUrl('windows11')}`,
        ok: true,
        message: '5 releases, the newest KB5070003 of 2026-11-10.',
      },
      { what: `Search at ${site.url} for KB5070003`, ok: true, message: '3 updates.' },
    ]);
    expect(site.requests.length).toBe(2);
  });

  it('tell what is wrong and throw nothing', async () => {
    fill();
    site.mutate = (page) => page.replaceAll('release history', 'past').replaceAll('updateMatches', 'x');
    const checks = await open().test();

    expect(checks.map(({ ok }) => ok)).toEqual([false, false]);
    expect(checks.map(({ message }) => message)).toEqual([
      expect.stringContaining('release history'),
      expect.stringContaining('the table of results'),
    ]);
  });
});
