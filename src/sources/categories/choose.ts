import { Problem } from '../../errors.ts';
import { matchesWildcard } from '../../wildcard.ts';
import type { Category } from '../source.ts';
import { isUsual, withSeeds } from './usual.ts';

/** Names or ids, by kind; a kind that is left out stays as it is. */
export interface Choice {
  product?: readonly string[] | undefined;
  classification?: readonly string[] | undefined;
  language?: readonly string[] | undefined;
  /** Adds to what was chosen. */
  add: boolean;
}

const kinds = ['product', 'classification', 'language'] as const;
const guid = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/;

/**
 * Ids of the new choice. `before` = what was chosen (null: the usual), `told` = what the source told of. Throws Problem
 * ImgCategoryNotFound for a name that fits nothing.
 */
export function choose(choice: Choice, before: readonly string[] | null, told: readonly Category[]): string[] {
  const all = withSeeds(told);
  const chosen = new Set(before ?? all.filter(isUsual).map(({ id }) => id));
  for (const kind of kinds) {
    const wanted = choice[kind];
    if (wanted === undefined) continue;
    const ofKind = all.filter((each) => each.kind === kind);
    const found = wanted.flatMap((name) => idsOf(name, kind, ofKind));
    if (!choice.add) for (const id of ofKind) chosen.delete(id.id);
    // No language chosen is every language; so is naming all of them.
    if (kind === 'language' && wanted.includes('*')) for (const each of ofKind) chosen.delete(each.id);
    else for (const id of found) chosen.add(id);
  }
  return [...chosen].sort();
}

function idsOf(name: string, kind: (typeof kinds)[number], categories: readonly Category[]): string[] {
  const pattern = name.toLowerCase();
  const found = categories.filter(({ id, name: own }) => id === pattern || matchesWildcard(own.toLowerCase(), pattern));
  if (found.length > 0 || (kind === 'language' && pattern === '*')) return found.map(({ id }) => id);
  // The source may tell of it later.
  if (kind !== 'language' && guid.test(pattern)) return [pattern];
  throw new Problem('ImgCategoryNotFound', {
    detail: `There is no ${kind} ${JSON.stringify(name)} among the ${categories.length} that are known.`,
    errors: [{ pointer: `/${kind}`, message: 'names none that is known' }],
  });
}
