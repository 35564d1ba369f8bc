import type { Category, CategoryListRequest, CategoryListResult } from '../../contract/generated/types.ts';
import { categoryList as validate } from '../../contract/generated/validators/category.list.js';
import { categoriesOf, subscriptionOf } from '../../sources/store/categories.ts';
import { matchesWildcard } from '../../wildcard.ts';
import type { Operation } from '../operation.ts';
import { shownCategories, sourcesWithCategories } from './sources.ts';

const usualKinds: readonly Category['kind'][] = ['product', 'classification', 'language'];

export const categoryList: Operation<CategoryListRequest, CategoryListResult> = {
  name: 'category.list',
  validate,
  async run({ name, kind = usualKinds, subscribed, source }, { site }) {
    const { database } = await site();
    const patterns = name?.map((each) => each.toLowerCase());
    const fits = (each: Category): boolean =>
      kind.includes(each.kind) &&
      (subscribed === undefined || each.subscribed === subscribed) &&
      (patterns?.some((pattern) => each.id === pattern || matchesWildcard(each.name.toLowerCase(), pattern)) ?? true);
    const categories: Category[] = [];
    for (const row of await sourcesWithCategories(database, source)) {
      const told = await categoriesOf(database, row.name_key);
      categories.push(...shownCategories(row.name, told, await subscriptionOf(database, row.name_key)).filter(fits));
    }
    return { result: { categories, next: null } };
  },
};
