import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  readDetails,
  readDownloads,
  readReleaseHtml,
  readSearch,
} from '../../../src/sources/catalog-site/pages/index.ts';
import {
  detailsPage,
  downloadPage,
  errorPage,
  japanese,
  searchPage,
  thanksPage,
  unansweredPage,
} from '../../helpers/catalog-site/pages.ts';
import { guidOf, manyUpdates, siteFile, siteUpdate } from '../../helpers/catalog-site/updates.ts';
import { randomNumbers } from '../../helpers/random-numbers.ts';
import { anyMissing, requires, titled } from '../../helpers/requires.ts';

const recorded = requires.shared('wsus-metadata/catalog-html');
const older = requires.shared('mscatalog-raw-responses');
const page = (name: string): string => readFileSync(join(recorded.path, name), 'utf8');
const olderPage = (name: string): string => readFileSync(join(older.path, name), 'utf8');

describe.skipIf(anyMissing(recorded, older))(titled('recorded pages', recorded, older), () => {
  it('give the rows of a search', () => {
    expect(readSearch(page('Search.aspx/KB5025239.html'))).toEqual({
      type: 'results',
      page: 1,
      pages: 1,
      total: 4,
      more: false,
      isEnglish: true,
      rows: ['f39d68ab-1519-4df8-85c1-d985be7f49c3', '00000000-1519-4df8-85c1-d985be7f49c3'].map((id) => ({
        id,
        title: '2023-04 Cumulative Update for Windows 11 Version 22H2 for arm64-based Systems (KB5025239)',
        products: ['Windows 11'],
        classification: 'Security Updates',
        date: '2023-04-11',
        size: 420_959_465,
      })),
    });
  });

  it('give the rows of a search in Japanese by their places', () => {
    const result = readSearch(page('localized-ja/search.html'));

    expect(result).toMatchObject({ type: 'results', page: 1, pages: 40, total: 1000, more: true, isEnglish: false });
    expect(result.type === 'results' && result.rows.length).toBe(2);
    expect(result.type === 'results' && result.rows[0]).toMatchObject({
      id: expect.stringMatching(/^[0-9a-f-]{36}$/),
      title: expect.stringContaining('Edge'),
      date: expect.stringMatching(/^20\d\d-\d\d-\d\d$/),
      size: expect.any(Number),
    });
  });

  it('give the first and the last page of an older search', () => {
    const first = readSearch(olderPage('RawResponseMorePages.html'));
    const last = readSearch(olderPage('RawResponseLastPage.html'));

    expect(first).toMatchObject({ page: 1, pages: 40, total: 1000, more: true });
    expect(first.type === 'results' && first.rows.length).toBe(25);
    expect(first.type === 'results' && first.rows[0]).toEqual({
      id: '1fd12850-50f0-4cb9-9fc0-9df72443ae87',
      title: 'Update for Microsoft Office 2013 (KB4475562) 64-Bit Edition',
      products: ['Office 2013'],
      classification: 'Critical Updates',
      date: '2019-09-10',
      size: 3_686_124,
    });
    expect(last).toMatchObject({ page: 1, pages: 1, total: 2, more: false });
    expect(last.type === 'results' && last.rows.map(({ size }) => size)).toEqual([11_457_318, expect.any(Number)]);
  });

  const expectedDetails = recorded.available
    ? readdirSync(join(recorded.path, 'expected')).map((name) => name.replace('.json', ''))
    : [];

  it.each(expectedDetails)('give the details of %s as their source expects them', (id) => {
    const expected = JSON.parse(page(`expected/${id}.json`)) as Record<string, unknown> & {
      supersededby: { update_id: string }[] | null;
      supersedes: string[] | null;
    };
    const details = readDetails(page(`ScopedViewInline.aspx/${id}.html`));
    const [month = '', day = '', year = ''] = String(expected['last_modified']).split('/');

    expect(details).toEqual({
      type: 'details',
      title: expected['title'],
      date: `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`,
      description: expected['description'],
      architectures: [],
      // The expectation has the values without spaces.
      classification: String(expected['classification']).replace(/(?<=[a-z])(?=[A-Z])/g, ' '),
      products: [String(expected['supported_products']).replace(/(?<=[a-z])(?=\d)/g, ' ')],
      languages: [expected['supported_languages']],
      severity: expected['msrc_severity'] === 'n/a' ? null : expected['msrc_severity'],
      articles: [expected['kb_article']],
      supportUrl: expected['support_url'],
      supersededBy: (expected.supersededby ?? []).map(({ update_id }) => update_id),
      supersedes: expected.supersedes ?? [],
      isEnglish: true,
    });
  });

  it('give details in Japanese', () => {
    expect(readDetails(page('localized-ja/view.html'))).toMatchObject({
      type: 'details',
      title: '2023-01x64 ベース システム用 Windows 10 Version 20H2 の累積更新プログラム (KB5019275)',
      date: '2023-01-19',
      architectures: ['AMD64'],
      products: ['Windows 10, version 1903 and later'],
      articles: ['5019275'],
      languages: ['all'],
      severity: null,
      supersededBy: ['e81534c5-f372-49c3-a97b-d10973d170ac', '659771ce-b89f-4cd5-a333-196f7c6dc956'],
      isEnglish: false,
    });
  });

  it.each(['Thanks-190.html', 'localized-ja/thanks.html'])('tell of an update that was withdrawn (%s)', (name) => {
    expect(readDetails(page(name))).toEqual({ type: 'expired' });
  });

  it('give one file and forty-one', () => {
    const [one, many] = [olderPage('RawResponseSingle.html'), olderPage('RawResponseMulti.html')].map(readDownloads);

    expect(one).toEqual({
      type: 'downloads',
      updateId: '7f659ce1-a58f-41a8-bcf0-18fe434f0916',
      title: 'Update for Microsoft Office 2013 (KB4461444) 64-Bit Edition',
      files: [
        {
          name: 'oart-x-none_e3fa9c9103bc509dcdf7e971ca3cbea0c18a7b0d.cab',
          url: 'http://download.windowsupdate.com/c/msdownload/update/software/crup/2019/01/oart-x-none_e3fa9c9103bc509dcdf7e971ca3cbea0c18a7b0d.cab',
          sha1: 'e3fa9c9103bc509dcdf7e971ca3cbea0c18a7b0d',
          sha256: null,
        },
      ],
    });
    const files = many?.type === 'downloads' ? many.files : [];
    expect(files.length).toBe(41);
    expect(files.filter(({ name, sha1 }) => !name.includes(`_${sha1}.`))).toEqual([]);
  });

  it('are never read as another page', () => {
    const [list, details, files] = [
      page('Search.aspx/KB5025239.html'),
      page(`ScopedViewInline.aspx/${expectedDetails[0]}.html`),
      olderPage('RawResponseSingle.html'),
    ];

    expect(
      [readDetails(list), readDetails(files), readSearch(details), readSearch(files)].map(({ type }) => type),
    ).toEqual(Array.from({ length: 4 }, () => 'changed'));
    expect([readDownloads(list), readDownloads(details)].map(({ type }) => type)).toEqual(['changed', 'changed']);
  });

  it('give right values or none, wherever a page is cut or a part of it is renamed', () => {
    const pages: [whole: string, read: (html: string) => { type: string }][] = [
      [page('Search.aspx/KB5025239.html'), readSearch],
      [page(`ScopedViewInline.aspx/${expectedDetails[0]}.html`), readDetails],
      [olderPage('RawResponseSingle.html'), readDownloads],
    ];
    for (const [whole, read] of pages) {
      const right = read(whole);
      for (const variant of variantsOf(whole)) {
        const result = read(variant);
        if (result.type !== right.type) expect(['changed', 'unanswered']).toContain(result.type);
        else expect(withoutUnknown(result, right)).toEqual(right);
      }
    }
  });
});

/** A page with each of its names changed, and cut at many places. */
function variantsOf(whole: string): string[] {
  const named = /\b(?:id|class)=["']([^"']+)["']|downloadInformation\[0\](?:\.files\[0\])?\.(\w+)/g;
  const names = new Set([...whole.matchAll(named)].map(([, name, member]) => name ?? member ?? ''));
  return [
    ...[...names].map((name) => whole.replaceAll(name, `${name}x`)),
    ...Array.from({ length: 60 }, (_none, at) => whole.slice(0, Math.floor((whole.length * at) / 60))),
  ];
}

/** Ids are keys and may be renamed with everything that hangs on them; what is not known any more is null. */
function withoutUnknown(result: object, right: object): object {
  const one = (value: unknown, wanted: unknown, name: string): unknown => {
    if (value === null || name === 'id' || name === 'updateId') return wanted;
    if (Array.isArray(value) && Array.isArray(wanted)) return value.map((item, at) => one(item, wanted[at], ''));
    if (typeof value !== 'object' || typeof wanted !== 'object' || wanted === null) return value;
    return withoutUnknown(value, wanted);
  };
  return Object.fromEntries(
    Object.entries(result).map(([name, value]) => [name, one(value, (right as Record<string, unknown>)[name], name)]),
  );
}

const update = siteUpdate('2026-11 Cumulative Update for Windows 11, version 24H2 for x64-based Systems (KB5070001)', {
  products: 'Windows 10, version 1903 and later, Windows 11',
  size: 6_442_450_944,
  architecture: 'AMD64',
  severity: 'Critical',
  supersededBy: [guidOf('newer')],
  supersedes: ['2026-10 Cumulative Update for Windows 11, version 24H2 for x64-based Systems (KB5069999)', 'A & B <c>'],
});

describe('a search', () => {
  const whole = searchPage('KB5070001', [update], 0);

  it('has rows with sizes beyond 2^31 and products with commas in their names', () => {
    expect(readSearch(whole)).toMatchObject({
      rows: [{ id: update.id, size: 6_442_450_944, products: ['Windows 10, version 1903 and later', 'Windows 11'] }],
    });
  });

  it('has a page of 25 and says whether there are more', () => {
    const all = manyUpdates('5070001', 60);
    const [first, last] = [searchPage('x', all, 0), searchPage('x', all, 2)].map(readSearch);

    expect(first).toMatchObject({ page: 1, pages: 3, total: 60, more: true });
    expect(last).toMatchObject({ page: 3, pages: 3, total: 60, more: false });
    expect(last?.type === 'results' && last.rows.length).toBe(10);
  });

  it('tells nothing found from nothing said', () => {
    expect(readSearch(searchPage('x', [], 0))).toEqual({ type: 'none' });
    expect(readSearch(unansweredPage())).toEqual({ type: 'unanswered' });
  });

  it('tells errors of the site by their number', () => {
    expect(readSearch(errorPage('8DDD0010'))).toEqual({ type: 'error', code: '8DDD0010' });
    expect(readDetails(errorPage('8DDD0024'))).toEqual({ type: 'error', code: '8DDD0024' });
    expect(readDownloads(errorPage('8ddd0024'))).toEqual({ type: 'error', code: '8DDD0024' });
  });

  it('in a language that writes the day first has no date rather than a wrong one', () => {
    const german = { ...japanese, date: () => '11.04.2026' };
    const french = { ...japanese, date: () => '11/04/2026' };

    for (const language of [german, french]) {
      expect(readSearch(searchPage('x', [update], 0, language))).toMatchObject({
        rows: [{ date: null, size: update.size }],
      });
    }
  });

  it('whose columns were moved is read by their heads', () => {
    const moved = whole
      .replaceAll('_productsHeaderLink', '_HELD')
      .replaceAll('_classHeaderLink', '_productsHeaderLink')
      .replaceAll('_HELD', '_classHeaderLink')
      .replace(/(_C2_R0">\s*)([^<]*?)(\s*<[\s\S]*?_C3_R0">\s*)([^<]*?)(\s*<)/, '$1$4$3$2$5');

    expect(readSearch(moved)).toEqual(readSearch(whole));
  });

  it.each<[what: string, mutate: (page: string) => string, missing: string]>([
    ['another name of the table', (text) => text.replaceAll('updateMatches', 'matches'), 'the table of results'],
    ['no numbers', (text) => text.replace('searchDuration', 'duration'), 'searchDuration'],
    ['other numbers', (text) => text.replace('1 - 1 of 1 (page 1 of 1)', '1 update'), 'the five numbers'],
    ['a pager that contradicts itself', (text) => text.replace('page 1 of 1', 'page 1 of 9'), 'nextPageLink'],
    ['no head', (text) => text.replace('id="headerRow"', 'id="heads"'), 'the column title'],
    ['no date column', (text) => text.replace('_dateHeaderLink', '_sinceHeaderLink'), 'the column date'],
    ['two title columns', (text) => text.replace('_dateHeaderLink', '_titleHeaderLink'), 'one column title alone'],
    ['rows without ids', (text) => text.replace(`<tr id="${update.id}_R0"`, '<tr class="row"'), 'the id of a row'],
    ['no word before the numbers', (text) => text.replace('labelUpdates_Separator', 'label'), 'labelUpdates_Separator'],
    ['no rows', (text) => text.replace(/<tr id="[0-9a-f-]{36}_R0"[\s\S]*?<\/tr>/, ''), 'a row of the result'],
    ['a cell less', (text) => text.replace(/<td[^>]*_C3_R0">[\s\S]*?<\/td>/, ''), 'the cell class'],
    ['no title', (text) => text.replace(/_link'/, "_anchor'"), 'the title of'],
    ['no size', (text) => text.replace('_originalSize', '_bytes'), 'the size of'],
    ['a size with letters', (text) => text.replace('>6442450944<', '>6.0 GB<'), 'the size of'],
    ['an endless size', (text) => text.replace('>6442450944<', '>9999999999999999<'), 'the size of'],
    ['the day first', (text) => text.replace('11/11/2026', '31/11/2026'), 'the date of'],
    ['an absurd date', (text) => text.replace('11/11/2026', '11/11/0026'), 'the date of'],
    ['no products', (text) => text.replace(/(_C2_R0">)[^<]*/, '$1 '), 'the products of'],
    ['no end', (text) => text.slice(0, -20), 'the end of the page'],
    ['another site', () => '<html><body><h1>Sign in to the network</h1></body></html>', 'the table of results'],
    ['no page', () => 'MZ\0\0', 'the end of the page'],
  ])('with %s is a changed page', (_what, mutate, missing) => {
    const mutated = mutate(whole);

    expect(mutated).not.toBe(whole);
    expect(readSearch(mutated)).toEqual({ type: 'changed', missing: expect.stringContaining(missing) });
  });
});

describe('details', () => {
  const whole = detailsPage(update);

  it('have supersedence, article, architecture, severity and languages', () => {
    expect(readDetails(whole)).toEqual({
      type: 'details',
      title: update.title,
      date: '2026-11-11',
      description: update.description,
      architectures: ['AMD64'],
      classification: 'Security Updates',
      products: ['Windows 10, version 1903 and later', 'Windows 11'],
      languages: ['all'],
      severity: 'Critical',
      articles: ['5070001'],
      supportUrl: 'https://support.microsoft.com/help/5070001',
      supersededBy: update.supersededBy,
      supersedes: update.supersedes,
      isEnglish: true,
    });
  });

  it('of an update that was withdrawn say so', () => {
    expect(readDetails(thanksPage())).toEqual({ type: 'expired' });
  });

  it.each<[what: string, mutate: (page: string) => string, missing: string]>([
    ['no title', (text) => text.replace('ScopedViewHandler_titleText', 'title'), 'titleText'],
    ['no KB box', (text) => text.replace('id="kbDiv"', 'id="kb"'), 'kbDiv'],
    ['a KB that is none', (text) => text.replace('5070001\n', 'see there\n'), 'KB numbers'],
    ['no architecture', (text) => text.replace('id="archDiv"', ''), 'archDiv'],
    ['no products', (text) => text.replace('id="productsDiv"', ''), 'productsDiv'],
    [
      'values without a word before them',
      (text) => text.replace(/<span id="ScopedViewHandler_labelArch[^>]*>/, '<b>'),
      'before the values of archDiv',
    ],
    ['no date', (text) => text.replace('ScopedViewHandler_date', 'modified'), 'the date'],
    ['another date', (text) => text.replace('11/11/2026', 'yesterday'), 'the date as month/day/year'],
    ['no newer updates', (text) => text.replace('supersededbyInfo', 'newer'), 'supersededbyInfo'],
    ['newer updates without ids', (text) => text.replace('updateid=', 'update='), 'the links of supersededbyInfo'],
    [
      'newer updates without links',
      (text) => text.replace(/<a href='Scoped[^>]*>/, '<i>'),
      'the links of supersededbyInfo',
    ],
    ['no older updates', (text) => text.replace('supersedesInfo', 'older'), 'supersedesInfo'],
    ['older updates in a list', (text) => listed(text), 'the entries of supersedesInfo'],
    ['no end', (text) => text.slice(0, text.indexOf('supersedesInfo')), 'the end of the page'],
  ])('with %s are a changed page', (_what, mutate, missing) => {
    const mutated = mutate(whole);

    expect(mutated).not.toBe(whole);
    expect(readDetails(mutated)).toEqual({ type: 'changed', missing: expect.stringContaining(missing) });
  });

  function listed(text: string): string {
    const at = text.indexOf('supersedesInfo');
    return text.slice(0, at) + text.slice(at).replaceAll('<div style', '<li style');
  }
});

describe('downloads', () => {
  const files = [siteFile('windows11.0-kb5043080-x64', 'one'), siteFile("it's \\ here", 'two', { sha256: true })];
  const whole = downloadPage({ ...update, title: "Microsoft's update", files });

  it('have every file with its digests', () => {
    expect(readDownloads(whole)).toEqual({
      type: 'downloads',
      updateId: update.id,
      title: "Microsoft's update",
      files,
    });
  });

  it('may be none', () => {
    expect(readDownloads(downloadPage({ ...update, files: [] }))).toMatchObject({ type: 'downloads', files: [] });
  });

  it.each<[what: string, mutate: (page: string) => string, missing: string]>([
    ['another variable', (text) => text.replaceAll('downloadInformation', 'downloads'), 'downloadInformation'],
    ['no update', (text) => text.replace('.updateID', '.id'), 'updateID'],
    ['an update without GUID', (text) => text.replace(update.id, 'all'), 'updateID'],
    ['two updates', (text) => text.replace('[0].isHotFix', '[1].isHotFix'), 'one update alone'],
    ['no list of files', (text) => text.replace('[0].files = new', '[0].list = new'), '[0].files'],
    ['no address', (text) => text.replace('files[1].url', 'files[1].link'), 'files[1].url'],
    ['an address of a folder', (text) => text.replace("= 'http://download", "= 'file:///download"), 'files[0].url'],
    ['no digest', (text) => text.replace('files[0].digest', 'files[0].hash'), 'files[0].digest'],
    [
      'a digest in hexadecimal',
      (text) => text.replace(/digest = '[^']*'/, `digest = '${'ab'.repeat(20)}'`),
      'files[0].digest',
    ],
    ['a shorter digest', (text) => text.replace(/digest = '..../, "digest = '"), 'files[0].digest'],
    ['a broken SHA-256', (text) => text.replace(/(files\[1\]\.sha256 = ')..../, '$1'), 'files[1].sha256'],
    ['no name', (text) => text.replace('files[1].fileName', 'files[1].name'), 'files[1].fileName'],
    ['a text that does not end', (text) => text.replace(/(files\[0\]\.url = '[^']*)'/, '$1'), 'files[0].url'],
    ['no end', (text) => text.slice(0, text.indexOf('files[1].digest')), 'the end of the page'],
  ])('with %s are a changed page', (_what, mutate, missing) => {
    const mutated = mutate(whole);

    expect(mutated).not.toBe(whole);
    expect(readDownloads(mutated)).toEqual({ type: 'changed', missing: expect.stringContaining(missing) });
  });
});

describe('a hostile page', () => {
  const readers = { readSearch, readDetails, readDownloads, readReleaseHtml };

  it.each<[what: string, page: string]>([
    ['nests without end', `<html>${'<b>'.repeat(29_000)}</html>`],
    ['nests deep', `<html>${'<div>'.repeat(5000)}${'</div>'.repeat(5000)}</html>`],
    ['nests behind comments', `<html>${'<div><!-- </div> -->'.repeat(3000)}</html>`],
    ['holds a million elements', `<html>${'<i></i>'.repeat(1_000_000)}</html>`],
    ['holds nothing but brackets', `${'<a'.repeat(2_000_000)}</html>`],
  ])('that %s is not read', (_what, text) => {
    for (const read of Object.values(readers)) expect(read(text)).toMatchObject({ type: 'changed' });
  });

  it('with one endless script, attribute or text is read no further than its ids', () => {
    for (const filler of [
      `<script>${"downloadInformation[0].files[0].url = '".repeat(100_000)}</script>`,
      `<p a="${'x'.repeat(4_000_000)}">`,
    ]) {
      for (const read of Object.values(readers))
        expect(['changed', 'tables']).toContain(read(`<html>${filler}</html>`).type);
    }
  });

  it('of noise (seed 20261120) throws nothing', () => {
    const random = randomNumbers(20261120);
    const alphabet = [
      '<',
      '>',
      '"',
      "'",
      '\\',
      '&',
      ';',
      ' ',
      '=',
      '/',
      '\0',
      '\u{1f600}',
      '<!--',
      '</table>',
      '</script>',
      '<td>',
      '[0]',
      '9',
    ];
    const pages: [string, (html: string) => { type: string }][] = [
      [searchPage('x', manyUpdates('5070003', 3), 0), readSearch],
      [detailsPage(update), readDetails],
      [downloadPage(update), readDownloads],
    ];
    for (const [whole, read] of pages) {
      for (let round = 0; round < 300; round += 1) {
        const at = random(whole.length);
        const noise = alphabet[random(alphabet.length)] ?? '';
        const cut = random(40);
        expect(() => read(whole.slice(0, at) + noise + whole.slice(at + cut))).not.toThrow();
      }
    }
  });

  it('with members of every object gives none of them', () => {
    const text = downloadPage(update).replace(
      'downloadInformation[0].isHotFix =false;',
      "downloadInformation[0].__proto__ ='x'; downloadInformation[0].files[0].constructor = 'y';",
    );

    expect(readDownloads(text)).toEqual({
      type: 'downloads',
      updateId: update.id,
      title: update.title,
      files: update.files,
    });
  });
});
