import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { Problem } from '../../../src/errors.ts';
import { type Http, type HttpAnswer, HttpFailure, type HttpRequest } from '../../../src/ports/http.ts';
import { realPorts } from '../../../src/ports/index.ts';
import { AnswerCache } from '../../../src/sources/catalog-site/answer-cache.ts';
import { type Asked, Polite } from '../../../src/sources/catalog-site/polite.ts';
import { type TestContext, testContext } from '../../helpers/catalog-site/context.ts';

type Reply = Partial<Pick<HttpAnswer, 'status' | 'headers'>> & { text?: string; throws?: Error };

/** A network that gives these replies in their order; the last one again and again. */
class Network implements Http {
  readonly requests: HttpRequest[] = [];
  readonly #replies: Reply[];

  constructor(replies: Reply[]) {
    this.#replies = replies;
  }

  async request(request: HttpRequest): Promise<HttpAnswer> {
    this.requests.push(request);
    const reply = this.#replies.length > 1 ? this.#replies.shift() : this.#replies[0];
    const { status = 200, headers = {}, text = 'page', throws } = reply ?? {};
    if (throws !== undefined) throw throws;
    const pieces = async function* (): AsyncGenerator<Uint8Array> {
      yield new TextEncoder().encode(text);
    };
    return { status, headers, body: pieces(), discard: () => {} };
  }
}

const asked: Asked = {
  url: 'https://catalog.example/Search.aspx?q=secret',
  accept: 'text/html',
  limit: 1000,
  what: 'the search',
};

interface Setting {
  network: Network;
  context: TestContext;
  cache: AnswerCache;
  polite: Polite;
}

function setting(replies: Reply[], { useful = 3_600_000, folder = '' } = {}): Setting {
  const network = new Network(replies);
  const base = testContext();
  const context = { ...base, ports: { ...realPorts({}), clock: base.clock, http: network } };
  const cache = new AnswerCache(context.ports, folder === '' ? context.cacheFolder() : folder);
  return { network, context, cache, polite: new Polite(context, cache, { delay: 600, useful, attempts: 5 }) };
}

async function problemOf(run: Promise<unknown>): Promise<[string, string]> {
  const error = await run.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof Problem)) throw new Error(`no problem: ${String(error)}`);
  return [error.id, error.message];
}

const leads = (location: string, status = 302): Reply => ({ status, headers: { location } });

describe('where an answer leads', () => {
  it.each([
    ['from https to http', 'http://catalog.example/Search.aspx', 'it leads from https to http'],
    ['to another host', 'https://other.example/Search.aspx', 'it leads to another host, other.example'],
    ['to a file', 'file:///etc/passwd', 'it leads to no address'],
    ['nowhere', '', 'leads from page to page'],
  ])('%s is refused', async (_where, location, message) => {
    const { polite } = setting([leads(location)]);

    expect(await problemOf(polite.ask(asked))).toEqual(['ImgSourceRefused', expect.stringContaining(message)]);
  });

  it('from http to https of the same host is followed', async () => {
    const { polite, network } = setting([leads('https://catalog.example/x', 301), { text: 'there' }]);

    expect((await polite.ask({ ...asked, url: 'http://catalog.example/x' })).text).toBe('there');
    expect(network.requests.map(({ url }) => url)).toEqual(['http://catalog.example/x', 'https://catalog.example/x']);
  });

  it('is asked for without the form, and what stands there is not kept', async () => {
    const { polite, network } = setting([leads('/Error.aspx'), { text: 'error' }, { text: 'second' }]);
    const form = { ...asked, form: { updateIDs: '[]' } };
    const first = await polite.ask(form);
    first.keep();

    expect(network.requests.map(({ method, body }) => [method, body])).toEqual([
      ['POST', 'updateIDs=%5B%5D'],
      [undefined, undefined],
    ]);
    expect((await polite.ask(form)).text).toBe('second');
  });
});

describe('what fails', () => {
  const failure = (reason: HttpFailure['reason']): Reply => ({
    throws: new HttpFailure(reason, 'CODE', `catalog.example: ${reason}`, null),
  });

  it.each<[reason: HttpFailure['reason'], id: string, attempts: number]>([
    ['certificate', 'ImgSourceCertificate', 1],
    ['proxy', 'ImgSourceUnreachable', 1],
    ['unreachable', 'ImgSourceUnreachable', 5],
    ['stalled', 'ImgSourceUnreachable', 5],
    ['cut', 'ImgSourceUnreachable', 5],
  ])('as %s is %s after %i attempts', async (reason, id, attempts) => {
    const { polite, network } = setting([failure(reason)]);

    expect((await problemOf(polite.ask(asked)))[0]).toBe(id);
    expect(network.requests.length).toBe(attempts);
  });

  it('pauses longer each time, never in step with others', async () => {
    const { polite, context } = setting([{ status: 503 }]);
    await problemOf(polite.ask(asked));
    const pauses = context.clock.pauses.filter((pause) => pause >= 2000);

    expect(pauses.length).toBe(4);
    for (const [index, pause] of pauses.entries()) {
      expect(pause / 2 ** index).toBeGreaterThanOrEqual(2000);
      expect(pause / 2 ** index).toBeLessThan(3000);
    }
  });

  it('is told without the query, which may hold what nobody else should read', async () => {
    const { polite } = setting([{ status: 403 }]);

    const [, message] = await problemOf(polite.ask(asked));
    expect(message).toBe('catalog, the search (https://catalog.example/Search.aspx): it answers 403.');
  });
});

describe('what is kept', () => {
  const one: Reply = { text: 'one', headers: { etag: '"1"', 'last-modified': 'Tue, 10 Nov 2026 00:00:00 GMT' } };

  it('is asked for with its validators and comes from the cache when it did not change', async () => {
    const { polite, network, context } = setting([one, { status: 304 }]);
    (await polite.ask(asked)).keep();
    const again = await polite.ask(asked);

    expect([again.text, again.fromCache]).toEqual(['one', true]);
    expect(network.requests[1]?.headers).toMatchObject({
      'if-none-match': '"1"',
      'if-modified-since': 'Tue, 10 Nov 2026 00:00:00 GMT',
    });
    expect(context.traffic).toEqual({ requests: 2, bytes: 3 });
  });

  it('without validators is used for a while and no longer', async () => {
    const { polite, network, context } = setting([{ text: 'one' }, { text: 'two' }]);
    (await polite.ask(asked)).keep();
    context.clock.pass(3_599_000);
    expect((await polite.ask(asked)).text).toBe('one');
    context.clock.pass(2000);

    expect((await polite.ask(asked)).text).toBe('two');
    expect(network.requests.length).toBe(2);
  });

  it('is no answer of the future', async () => {
    const { polite, context } = setting([{ text: 'one' }, { text: 'two' }]);
    (await polite.ask(asked)).keep();
    context.clock.pass(-60_000);

    expect((await polite.ask(asked)).text).toBe('two');
  });

  it('is only what its reader found good', async () => {
    const { polite } = setting([{ text: 'busy' }, { text: 'page' }]);
    await polite.ask(asked);

    expect((await polite.ask(asked)).text).toBe('page');
  });

  it('and was damaged is asked for again', async () => {
    const { polite, context, cache } = setting([{ text: 'one' }, { text: 'two' }]);
    (await polite.ask(asked)).keep();
    const [name = ''] = context.ports.files.names(context.cacheFolder());
    for (const damage of ['', '{"request": 1}', '[]', 'null', '\0\0']) {
      writeFileSync(join(context.cacheFolder(), name), damage);
      expect(cache.find('GET https://catalog.example/Search.aspx?q=secret null')).toBeNull();
    }

    expect((await polite.ask(asked)).text).toBe('two');
  });

  it('goes when it is of no more use', async () => {
    const { polite, context, cache } = setting([{ text: 'one' }, one]);
    (await polite.ask(asked)).keep();
    (await polite.ask({ ...asked, url: `${asked.url}2` })).keep();
    const names = (): number => context.ports.files.names(context.cacheFolder()).length;
    const now = context.clock.now().getTime();

    expect(names()).toBe(2);
    cache.tidy(now + 3_600_001, 3_600_000);
    expect(names()).toBe(1);
    cache.tidy(now + 184 * 24 * 3_600_000, 3_600_000);
    expect(names()).toBe(0);
  });

  it('is never a cookie', async () => {
    const { polite, network, context } = setting([{ text: 'one', headers: { 'set-cookie': 'session=secret' } }]);
    (await polite.ask(asked)).keep();
    await polite.ask(asked, true);
    const [name = ''] = context.ports.files.names(context.cacheFolder());

    expect(context.ports.files.text(join(context.cacheFolder(), name), 10_000)).not.toContain('session');
    expect(network.requests.flatMap(({ headers }) => Object.keys(headers ?? {}))).not.toContain('cookie');
  });
});

it('a clock that is set back does not make anybody wait longer than the pause', async () => {
  const { polite, context } = setting([{ text: 'one' }]);
  await polite.ask(asked);
  context.clock.pass(-24 * 3_600_000);
  await polite.ask({ ...asked, url: `${asked.url}2` });

  expect(context.clock.pauses).toEqual([600]);
});
