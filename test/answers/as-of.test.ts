import { expect, it } from 'vitest';
import { latestChoices } from '../../src/answers/latest-updates.ts';
import type { UpdateDocument } from '../../src/updates/update.ts';
import { cumulative, put, withCatalog } from '../catalog/store/catalog.ts';
import { randomNumbers } from '../helpers/random-numbers.ts';

const policies = [{}, { preview: 'include' }, { outOfBand: 'exclude' }, { outOfBand: 'prefer-regular' }] as const;

/** One line in which much is wrong: ids that replace each other in both directions, lost dates and revisions, twins. */
function muddledLine(seed: number): Partial<UpdateDocument>[] {
  const random = randomNumbers(seed);
  const ids = (count: number): string[] => Array.from({ length: count }, () => `u${1 + random(80)}`);
  return Array.from({ length: 80 }, (_, index) => {
    const { title = '', datePosted = null } = cumulative(random(6) === 0 ? index : index + 1);
    const words = random(4) === 0 ? title.replace('Cumulative Update', 'Cumulative Update Preview') : title;
    return cumulative(index + 1, {
      title: random(3) === 0 ? words.replace(/ \(26100\.\d+\)/, '') : words,
      // Some were published again later, a few long before their neighbours.
      datePosted:
        random(12) === 0 ? null : random(8) === 0 ? (cumulative(1 + random(120)).datePosted ?? null) : datePosted,
      supersedes: [`u${index}`, ...ids(random(3))],
      supersededBy: ids(random(4) === 0 ? 2 : 0),
      isSuperseded: random(3) === 0,
      isExpired: random(5) === 0,
    });
  });
}

it.each([1, 2, 3, 4])('the answer about a time is that of a catalog which holds nothing of later (seed %i)', (seed) =>
  withCatalog(async (everything) => {
    const documents = muddledLine(seed);
    await put(everything, ...documents);
    for (let day = 3; day < 130; day += 14) {
      const asOf = new Date(Date.UTC(2025, 0, 1) + day * 86_400_000).toISOString();
      await withCatalog(async (then) => {
        const posted = ({ datePosted }: Partial<UpdateDocument>) => datePosted == null || datePosted <= asOf;
        await put(then, ...documents.filter(posted));
        for (const policy of policies) {
          const { lines } = await latestChoices(everything, { ...policy, asOf });
          const alone = await latestChoices(then, { ...policy, asOf, explain: true });
          expect(lines, `${asOf} ${JSON.stringify(policy)}`).toEqual(alone.lines);
        }
      });
    }
  }),
);
