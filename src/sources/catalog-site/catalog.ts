/** The Update Catalog by its four pages: search, details, downloads, and the one for updates that were withdrawn. */
import { Problem } from '../../errors.ts';
import { shownUrl } from '../../ports/http.ts';
import type { SourceContext } from '../source.ts';
import type { Details, DetailsPage } from './pages/details.ts';
import type { Downloads } from './pages/downloads.ts';
import type { SearchPage, SearchRow } from './pages/search.ts';
import type { Asked, Polite } from './polite.ts';

export interface SearchResult {
  rows: SearchRow[];
  /** There may be more: the site tells of so many at most. */
  capped: boolean;
  /** A page holds fewer rows than it says. */
  short: boolean;
  isEnglish: boolean;
}

/** The site tells of so many results at most, in pages of 25. */
const mostResults = 1000;
const mostPages = 40;
const mostBytes = 8 * 1024 * 1024;
/** How often a page is asked for that came without the answer. */
const emptyAttempts = 3;

/** "Busy, come back later" and "there is no such update", as the site numbers them. */
const busy = '8DDD0010';
const noSuchUpdate = '8DDD0024';

export class Catalog {
  readonly #polite: Polite;
  readonly #context: SourceContext;
  readonly #url: string;

  constructor({ polite, context, url }: { polite: Polite; context: SourceContext; url: string }) {
    this.#polite = polite;
    this.#context = context;
    this.#url = url;
  }

  /** Every row that a search gives, page by page. Throws Problem. */
  async search(text: string): Promise<SearchResult> {
    const result: SearchResult = { rows: [], capped: false, short: false, isEnglish: true };
    const seen = new Set<string>();
    // The site counts pages from 0; should it once count from 1, the page's own number tells.
    let offset = 0;
    for (let number = 1; number <= mostPages; number += 1) {
      let page = await this.#searchPage(text, number, number - 1 + offset);
      if (page.type === 'results' && number === 2 && page.page === 1) {
        offset = 1;
        page = await this.#searchPage(text, number, number);
      }
      if (page.type === 'none') return result;
      if (page.page !== number)
        throw this.#changed(this.#asking(text, number), `page ${number} of the result, instead of page ${page.page}`);
      const fresh = page.rows.filter(({ id }) => !seen.has(id));
      for (const row of fresh) seen.add(row.id);
      result.rows.push(...fresh);
      result.isEnglish &&= page.isEnglish;
      result.short ||= page.rows.length < Math.min(25, page.total - (number - 1) * 25);
      result.capped ||= page.total >= mostResults;
      if (!page.more) break;
    }
    return result;
  }

  async #searchPage(
    text: string,
    number: number,
    index: number,
  ): Promise<Extract<SearchPage, { type: 'results' | 'none' }>> {
    const asked = this.#asking(text, number, index);
    const { readSearch } = await import('./pages/index.ts');
    for (let attempt = 1; ; attempt += 1) {
      const page = await this.#page(asked, readSearch, attempt > 1);
      if (page.type === 'ended') throw this.#changed(asked, 'the result');
      // A result that goes on does not end with "nothing was found": the site gives that when it has no time.
      if (page.type === 'results' || (page.type === 'none' && number === 1)) return page;
      if (page.type === 'error') throw this.#refused(asked, page.code);
      if (attempt >= Math.min(emptyAttempts, this.#polite.attempts)) {
        throw new Problem('ImgSourceUnreachable', {
          detail: `${this.#context.name}, ${asked.what}: the catalog did not answer the search, ${attempt} times. That is not "nothing found".`,
        });
      }
      await this.#polite.rest(attempt);
    }
  }

  #asking(text: string, number: number, index = 0): Asked {
    const what = `the search for ${text}${number === 1 ? '' : `, page ${number}`}`;
    return { ...this.#get(`Search.aspx?q=${encodeURIComponent(text)}${index === 0 ? '' : `&p=${index}`}`), what };
  }

  /** Null: the site knows no such update. Throws Problem. */
  async details(id: string): Promise<Details | { type: 'expired' } | null> {
    const { readDetails } = await import('./pages/index.ts');
    const asked: Asked = {
      ...this.#get(`ScopedViewInline.aspx?updateid=${id}`),
      what: `the details of ${id}`,
      endsAt: (url) => /\/Thanks\.aspx$/i.test(url.pathname) && url.searchParams.get('id') === '190',
    };
    const page: DetailsPage | { type: 'ended' } = await this.#page(asked, readDetails);
    if (page.type === 'ended') return { type: 'expired' };
    if (page.type !== 'error') return page;
    if (page.code === noSuchUpdate) return null;
    throw this.#refused(asked, page.code);
  }

  /** Null: the site knows no such update. Throws Problem. */
  async downloads(id: string): Promise<Downloads | null> {
    const { readDownloads } = await import('./pages/index.ts');
    const wanted = [{ size: 0, languages: '', uidInfo: id, updateID: id }];
    const asked: Asked = {
      ...this.#get('DownloadDialog.aspx'),
      form: { updateIDs: JSON.stringify(wanted) },
      what: `the files of ${id}`,
    };
    const page = await this.#page(asked, readDownloads);
    if (page.type === 'ended') throw this.#changed(asked, 'downloadInformation');
    if (page.type === 'error') {
      if (page.code === noSuchUpdate) return null;
      throw this.#refused(asked, page.code);
    }
    if (page.updateId !== id)
      throw this.#changed(asked, `the update that was asked for (it tells of ${page.updateId})`);
    return page;
  }

  /** A page that is read, and kept when it is a good one; asked for again while the site is busy. */
  async #page<P extends { type: string }>(
    asked: Asked,
    read: (html: string) => P,
    again = false,
  ): Promise<Exclude<P, { type: 'changed' }> | { type: 'ended' }> {
    for (let attempt = 1; ; attempt += 1) {
      const answer = await this.#polite.ask(asked, again || attempt > 1);
      if (answer.ended) return { type: 'ended' };
      const page = read(answer.text);
      if (page.type === 'changed') throw this.#changed(asked, String((page as { missing?: unknown }).missing));
      if (page.type !== 'error' && page.type !== 'unanswered') answer.keep();
      const isBusy = page.type === 'error' && (page as { code?: unknown }).code === busy;
      if (!isBusy || attempt >= this.#polite.attempts) return page as Exclude<P, { type: 'changed' }>;
      await this.#polite.rest(attempt);
    }
  }

  #get(path: string): Pick<Asked, 'url' | 'accept' | 'limit'> {
    return { url: `${this.#url}/${path}`, accept: 'text/html,application/xhtml+xml', limit: mostBytes };
  }

  #changed({ what, url }: Asked, missing: string): Problem {
    return new Problem('ImgSourceChanged', {
      detail: `${this.#context.name}, ${what} (${shownUrl(url)}): ${missing} is missing or was changed.`,
    });
  }

  #refused({ what }: Asked, code: string): Problem {
    const meaning = code === busy ? ` (busy), ${this.#polite.attempts} times` : '';
    return new Problem('ImgSourceRefused', {
      detail: `${this.#context.name}, ${what}: the catalog answers with its error ${code}${meaning}.`,
    });
  }
}
