import { randomNumbers } from '../../helpers/random-numbers.ts';

/** What one call of a matrix covers. */
export interface Coverage {
  all: boolean;
  seed: number;
  count: number;
}

/** Reads `--all`, `--seed=<n>` and `--count=<n>`. Without a seed, the day's. */
export function coverageOf(words: readonly string[], count: number): Coverage {
  const value = (name: string): number | undefined => {
    const given = words.find((word) => word.startsWith(`--${name}=`));
    if (given === undefined) return undefined;
    const number = Number(given.slice(name.length + 3));
    if (!Number.isSafeInteger(number) || number < 1) throw new Error(`${given} is no number from 1`);
    return number;
  };
  const today = Number(new Date().toISOString().slice(0, 10).replaceAll('-', ''));
  return { all: words.includes('--all'), seed: value('seed') ?? today, count: value('count') ?? count };
}

/** Picks cells by the seed: the same seed, the same cells; in their order. */
export function sampleOf<Cell>(cells: readonly Cell[], { all, seed, count }: Coverage): Cell[] {
  if (all || count >= cells.length) return [...cells];
  const random = randomNumbers(seed);
  const chosen = new Set<number>();
  while (chosen.size < count) chosen.add(random(cells.length));
  return cells.filter((_, at) => chosen.has(at));
}
