import { expect, it } from 'vitest';
import { listUpdates } from '../../src/answers/list-updates.ts';
import type { ListRequest } from '../../src/catalog/store/list-updates.ts';
import type { Database } from '../../src/site/database.ts';
import { cumulative, put, withCatalog } from '../catalog/store/catalog.ts';
import { randomNumbers } from '../helpers/random-numbers.ts';

const words = [
  'Windows 11',
  'windows',
  'KB50',
  '26100.',
  '%',
  '_',
  '[a-z]',
  '[',
  ']',
  "'",
  '"',
  '^',
  '-',
  'Ä',
  'ß',
  'İ',
  '漢',
];
const odd = ['😀', '😁', '\u0000', 'AND', 'x', ' ', '(', '\\'];

/** Wildcards in the plainest way. */
function matches(title: string, pattern: string): boolean {
  const signs = pattern
    .toLowerCase()
    .replace(/[^*?]/g, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`);
  return new RegExp(`^${signs.replaceAll('*', '.*').replaceAll('?', '.')}$`, 's').test(title.toLowerCase());
}

async function idsOverPages(database: Database, request: ListRequest): Promise<string[]> {
  const ids: string[] = [];
  for (let after: string | null | undefined; after !== null; ) {
    const page = await listUpdates(database, after === undefined ? request : { ...request, after });
    ids.push(...page.updates.map(({ uniqueId }) => uniqueId));
    after = page.next;
  }
  return ids;
}

it.each([1, 2, 3])('finds what the plain wildcards match, in pages of any size (seed %i)', (seed) =>
  withCatalog(async (database) => {
    const random = randomNumbers(seed);
    const text = (from: readonly string[], most: number): string =>
      Array.from({ length: 1 + random(most) }, () => from[random(from.length)]).join('');
    const documents = Array.from({ length: 200 }, (_, at) => {
      const title = text([...words, ...odd], 5);
      // Undated ones, and several of one day, have an order of their own.
      return cumulative(at + 1, {
        title: title.trim() === '' ? 'x' : title,
        datePosted: random(9) === 0 ? null : (cumulative(random(50)).datePosted ?? null),
      });
    });
    await put(database, ...documents);
    const order = await idsOverPages(database, { limit: 500 });
    const titles = new Map(documents.map(({ uniqueId = '', title = '' }) => [uniqueId, title]));
    const having = (holds: (title: string) => boolean) => order.filter((id) => holds(titles.get(id) ?? ''));
    const signs = [...words, ...odd, '*', '*', '*', '?', '?', '\ud83d', '\ude00'];
    for (let count = 0; count < 250; count += 1) {
      const [one, other] = [text(signs, 6), text(signs, 4)];
      const limit = [1, 7, 500][random(3)] ?? 1;

      const found = await idsOverPages(database, { name: one, limit });
      expect(found, JSON.stringify(one)).toEqual(having((title) => matches(title, one)));

      if (one.startsWith('-') || other.startsWith('-')) continue;
      const wide = { title: [`*${one}*`, other, `-${other}*`], limit: 500 };
      expect(await idsOverPages(database, wide), JSON.stringify(wide)).toEqual(
        having((title) => (matches(title, `*${one}*`) || matches(title, other)) && !matches(title, `${other}*`)),
      );
    }
  }),
);

it('keeps other filters beside the title', () =>
  withCatalog(async (database) => {
    await put(database, cumulative(1), cumulative(2, { supersedes: ['u1'] }), cumulative(3, { products: ['Office'] }));
    const ids = async (request: ListRequest) =>
      (await listUpdates(database, request)).updates.map((each) => each.uniqueId);

    expect(await ids({ name: '*KB500000?*', superseded: true })).toEqual(['u1']);
    expect(await ids({ name: '*KB500000?*', product: 'office', postedAfter: '2025-01-02T00:00:00Z' })).toEqual(['u3']);
    expect(await ids({ name: '*KB500000?*', articleId: 'KB5000003' })).toEqual(['u3']);
    expect(await ids({ name: '*KB500000?*', uniqueId: ['u3', 'u1'] })).toEqual(['u3', 'u1']);
    expect(await ids({ name: '*KB500000?*', asOf: '2025-01-03T00:00:00Z' })).toEqual(['u2', 'u1']);
  }));
