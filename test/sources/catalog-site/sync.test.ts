/** What a first synchronisation tells, where one that was cut off goes on, and articles by number. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { SourceEvent } from '../../../src/sources/source.ts';
import { lastCursor, testContext, told } from '../../helpers/catalog-site/context.ts';
import { japanese, searchPage } from '../../helpers/catalog-site/pages.ts';
import { guidOf, manyUpdates, siteFile, siteUpdate } from '../../helpers/catalog-site/updates.ts';
import { anyMissing, requires, titled } from '../../helpers/requires.ts';
import { problemOf, siteOfUpdates, sync, title } from './site-of-updates.ts';

const catalog = siteOfUpdates();

describe('a first synchronisation', () => {
  it('tells releases, then every update of the last months that they and the searches name', async () => {
    catalog.fill();
    const events = await sync(catalog.open());

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
    const wanted = catalog.site.updates.map((update) => update.title).filter((each) => !/2026-06|Office/.test(each));
    expect(titles.sort()).toEqual(wanted.sort());
    expect(told(events, 'failed')).toEqual([]);
    expect(told(events, 'warning')).toEqual([]);
    expect(events.at(-1)?.type).toBe('checkpoint');
  });

  it('tells each update whole', async () => {
    catalog.fill();
    const files = [
      siteFile('windows11.0-kb5043080-x64', 'checkpoint', { sha256: true }),
      siteFile('windows11.0-kb5070003-x64', 'target', { sha256: true }),
    ];
    const wanted = catalog.site.updates[0];
    if (wanted === undefined) throw new Error('no update');
    wanted.files = files;
    wanted.architecture = 'AMD64';
    wanted.severity = 'Critical';
    const events = await sync(catalog.open());
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
    catalog.fill();
    await sync(catalog.open());

    expect(catalog.site.most).toBe(1);
    expect(catalog.context.traffic.requests).toBe(catalog.site.requests.length);
    expect(catalog.context.clock.pauses.length).toBe(catalog.site.requests.length - 1);
    expect([...new Set(catalog.context.clock.pauses)]).toEqual([600]);
    expect(catalog.site.requests.filter(({ headers }) => headers.cookie !== undefined)).toEqual([]);
    expect(new Set(catalog.site.requests.map(({ headers }) => headers['accept-language']))).toEqual(
      new Set(['en-US,en;q=0.8']),
    );
    // One page of releases; 4 articles, 3 texts for 3 months and one without; 11 updates with two pages each.
    expect(catalog.site.requests.length).toBe(1 + 4 + 9 + 1 + 2 * 11);
  });

  it('reads release information in HTML where the site has no Markdown', async () => {
    catalog.fill();
    catalog.site.markdown = false;

    expect(told(await sync(catalog.open()), 'release').length).toBe(5);
  });

  it('reads every page of a result, up to the thousand that the site tells of, and says so', async () => {
    catalog.site.updates = manyUpdates('5070003', 1010);
    const warnings: string[] = [];
    let listed = 0;
    for await (const event of catalog.open({ searches: [] }).events({ cursor: null, articles: ['5070003'] })) {
      if (event.type === 'warning') warnings.push(event.message);
      // Their number is known before the first of them is asked for.
      if (event.type === 'progress' && event.message.startsWith('2026')) {
        listed = event.total ?? 0;
        break;
      }
    }

    expect(listed).toBe(1000);
    expect(catalog.site.asked).toEqual([
      'GET Search.aspx?q=KB5070003',
      ...Array.from({ length: 39 }, (_none, index) => `GET Search.aspx?q=KB5070003&p=${index + 1}`),
    ]);
    expect(warnings).toEqual([
      'The search for "KB5070003" finds 1,000 updates or more, and the catalog tells of no more; narrow it.',
    ]);
  });

  it('finds the second page at a site that counts pages from 1', async () => {
    catalog.site.updates = manyUpdates('5070003', 60);
    catalog.site.misbehaviours.push(({ target }, response) => {
      const number = /&p=(\d+)/.exec(target)?.[1];
      if (number === undefined) return false;
      response.end(searchPage('KB5070003', catalog.site.updates, Number(number) - 1));
      return true;
    });
    const events = await sync(catalog.open({ searches: [] }), null, ['5070003']);

    expect(new Set(told(events, 'update').map(({ key }) => key)).size).toBe(60);
    expect(catalog.site.asked.filter((each) => each.includes('&p='))).toEqual([
      'GET Search.aspx?q=KB5070003&p=1',
      'GET Search.aspx?q=KB5070003&p=2',
      'GET Search.aspx?q=KB5070003&p=3',
    ]);
  });

  it('that gets the same page for every number says that pages changed', async () => {
    catalog.site.updates = manyUpdates('5070003', 60);
    catalog.site.misbehave(99, /&p=/, (response) => response.end(searchPage('KB5070003', catalog.site.updates, 0)));
    const problem = await problemOf(sync(catalog.open({ searches: [] }), null, ['5070003']));

    expect([problem.id, problem.message]).toEqual([
      'ImgSourceChanged',
      expect.stringContaining('page 2 of the result, instead of page 1'),
    ]);
  });

  it('tells what of a page cannot be an update, and goes on', async () => {
    catalog.fill();
    const [first, second, third, fourth] = catalog.site.updates;
    if (first === undefined || second === undefined || third === undefined || fourth === undefined) throw new Error();
    first.files = [{ ...siteFile('x', 'y'), name: '..\\..\\Windows\\System32\\evil.msu' }];
    second.files = [{ ...siteFile('x', 'y'), sha1: 'ab'.repeat(20) }];
    third.files = [{ ...siteFile('x', 'y'), url: 'http://files.example:8080/x.msu' }];
    fourth.files = [{ ...siteFile('x', 'y'), url: 'https://user:secret@files.example/x.msu' }];
    const events = await sync(catalog.open());

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
    catalog.fill();
    catalog.site.language = japanese;
    const events = await sync(catalog.open());

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
    catalog.fill();
    catalog.site.updates = catalog.site.updates.filter(({ articleId }) => articleId !== '5070004');

    expect(told(await sync(catalog.open()), 'warning')).toEqual([
      { type: 'warning', message: 'The catalog does not have KB5070004.' },
    ]);
  });
});

describe('a synchronisation that was cut off', () => {
  it('goes on behind its last checkpoint, wherever that was', async () => {
    catalog.site.updates = manyUpdates('5070003', 40);
    const all = new Set(catalog.site.updates.map(({ id }) => id));
    let cursor: string | null = null;
    const seen: string[] = [];
    for (let run = 0; run < 8; run += 1) {
      const source = catalog.open({ searches: [] });
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
    catalog.fill();
    const stop = new AbortController();
    catalog.context = testContext({ signal: stop.signal });
    const source = catalog.open();
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
    catalog.fill();
    const events = await sync(catalog.open(), null, ['5060001', '1234567']);

    expect(told(events, 'update').map(({ update }) => update.articleId)).toEqual(['5060001', '5060001']);
    expect(told(events, 'release')).toEqual([]);
    expect(told(events, 'warning')).toEqual([{ type: 'warning', message: 'The catalog does not have KB1234567.' }]);
    expect(catalog.site.requests.length).toBe(2 + 2 * 2);
  });

  it('do not forget what the usual synchronisation knows', async () => {
    catalog.fill();
    const cursor = lastCursor(await sync(catalog.open()));
    const looked = lastCursor(await sync(catalog.open(), cursor, ['5060001']));
    catalog.context.clock.pass(24 * 3_600_000);

    expect(told(await sync(catalog.open(), looked), 'update')).toEqual([]);
  });

  const recorded = requires.shared('wsus-metadata/catalog-html');
  const older = requires.shared('mscatalog-raw-responses');

  it.skipIf(anyMissing(recorded, older))(titled('come from recorded pages', recorded, older), async () => {
    const page = (name: string): string => readFileSync(join(recorded.path, name), 'utf8');
    const ids = ['f39d68ab-1519-4df8-85c1-d985be7f49c3', '00000000-1519-4df8-85c1-d985be7f49c3'];
    catalog.site.recordings.set('/Search.aspx?q=KB5025239', page('Search.aspx/KB5025239.html'));
    catalog.site.recordings.set(
      `/ScopedViewInline.aspx?updateid=${ids[0]}`,
      page(`ScopedViewInline.aspx/${ids[0]}.html`),
    );
    catalog.site.recordings.set(`/ScopedViewInline.aspx?updateid=${ids[1]}`, page('Thanks-190.html'));
    catalog.site.updates = [
      siteUpdate('2023-04 Cumulative Update for Windows 11 Version 22H2 for arm64-based Systems (KB5025239)', {
        id: ids[0] ?? '',
      }),
    ];
    const events = await sync(catalog.open(), null, ['5025239']);

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
