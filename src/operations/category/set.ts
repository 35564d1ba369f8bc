import type { Category, CategorySetRequest, CategorySetResult } from '../../contract/generated/types.ts';
import { categorySet as validate } from '../../contract/generated/validators/category.set.js';
import { Problem } from '../../errors.ts';
import { writeTransaction } from '../../site/database.ts';
import { choose } from '../../sources/categories/choose.ts';
import { categoriesOf, subscriptionOf, writeSubscription } from '../../sources/store/categories.ts';
import type { Operation } from '../operation.ts';
import { shownCategories, sourcesWithCategories } from './sources.ts';

export const categorySet: Operation<CategorySetRequest, CategorySetResult> = {
  name: 'category.set',
  validate,
  async run({ source, reset = false, add = false, product, classification, language }, { site, dryRun }) {
    if (!reset && product === undefined && classification === undefined && language === undefined) {
      throw new Problem('ImgRequestInvalid', { detail: 'Nothing to choose was named.', errors: [] });
    }
    const { database } = await site();
    const rows = await sourcesWithCategories(database, source);
    const categories: Category[] = [];
    await writeTransaction(database, async (writer) => {
      for (const row of rows) {
        const told = await categoriesOf(writer, row.name_key);
        const before = reset ? null : await subscriptionOf(writer, row.name_key);
        const named = [product, classification, language].some((each) => each !== undefined);
        const chosen = named ? choose({ product, classification, language, add }, before, told) : null;
        if (!dryRun) await writeSubscription(writer, row.name_key, chosen);
        categories.push(...shownCategories(row.name, told, chosen).filter((each) => each.subscribed));
      }
    });
    return { result: { categories, applied: !dryRun } };
  },
};
