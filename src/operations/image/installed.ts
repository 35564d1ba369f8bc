import type { ImageInstalledRequest, ImageInstalledResult } from '../../contract/generated/types.ts';
import { imageInstalled as validate } from '../../contract/generated/validators/image.installed.js';
import { installedUpdates } from '../../images/installed.ts';
import { inspectWithArticles } from '../../images/library/inspect-with-articles.ts';
import type { Operation } from '../operation.ts';
import { catalogDatabase } from './catalog-database.ts';
import { withTarget } from './target.ts';

export const imageInstalled: Operation<ImageInstalledRequest, ImageInstalledResult> = {
  name: 'image.installed',
  validate,
  run({ index, ...request }, context) {
    return withTarget(request, context, async (image) => {
      const inspection = await inspectWithArticles(image, { index, database: await catalogDatabase(context) });
      const indexes = inspection.indexes.map(({ packages: _, ...short }) => short);
      return { result: { updates: installedUpdates(inspection), indexes, warnings: inspection.warnings } };
    });
  },
};
