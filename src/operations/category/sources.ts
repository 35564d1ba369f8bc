import type { Category } from '../../contract/generated/types.ts';
import { Problem } from '../../errors.ts';
import type { Database } from '../../site/database.ts';
import { subscribed, withSeeds } from '../../sources/categories/usual.ts';
import { sourceKind } from '../../sources/kinds.ts';
import type { Category as Told } from '../../sources/source.ts';
import { sourceRows } from '../../sources/store/sources.ts';
import type { SourceTable } from '../../sources/tables.ts';

/** Sources with categories, by wildcard or all. Throws Problem ImgSourceNotFound when there is none. */
export async function sourcesWithCategories(
  database: Database,
  names: readonly string[] | undefined,
): Promise<SourceTable[]> {
  const rows = await sourceRows(database, names);
  const able = rows.filter(({ type }) => sourceKind(type).capabilities.includes('categories'));
  if (able.length > 0) return able;
  throw new Problem('ImgSourceNotFound', {
    detail:
      rows.length === 0 && names !== undefined
        ? `There is no source ${names.map((name) => JSON.stringify(name)).join(', ')}.`
        : 'None of these sources files its updates under categories.',
    remedy: 'Add one that does: `imgupdate source add --name microsoft --type server`.',
  });
}

/** The categories of a source as they are shown. `chosen`: null = the usual ones. */
export function shownCategories(source: string, told: readonly Told[], chosen: readonly string[] | null): Category[] {
  const all = withSeeds(told);
  const names = new Map(all.map(({ id, name }) => [id, name]));
  const own = new Set(told.map(({ id }) => id));
  const { products, classifications, languages } = subscribed(chosen, told);
  const asked = new Set([...products, ...classifications, ...languages]);
  return all
    .map(({ id, kind, name, parent }) => ({
      ...{ id, kind, name, parent: parent === null ? null : (names.get(parent) ?? parent), source },
      // No language chosen is every language.
      ...{ subscribed: asked.has(id) || (kind === 'language' && languages.length === 0), told: own.has(id) },
    }))
    .sort((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind) || a.name.localeCompare(b.name, 'en'));
}

const order: readonly Told['kind'][] = [
  'product',
  'classification',
  'language',
  'family',
  'company',
  'detectoid',
  'other',
];
