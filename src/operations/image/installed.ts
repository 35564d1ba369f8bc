import type { ImageInstalledRequest, ImageInstalledResult } from '../../contract/generated/types.ts';
import { imageInstalled as validate } from '../../contract/generated/validators.js';
import { inspectImage } from '../../images/inspect.ts';
import { installedUpdates } from '../../images/installed.ts';
import type { Operation } from '../operation.ts';
import { withTarget } from './target.ts';

export const imageInstalled: Operation<ImageInstalledRequest, ImageInstalledResult> = {
  name: 'image.installed',
  positional: 'image',
  validate,
  run({ index, ...request }, context) {
    return withTarget(request, context, async ({ wim, source, path }) => {
      const inspection = inspectImage(wim, {
        path,
        size: source.size,
        packages: true,
        ...(index === undefined ? {} : { index }),
      });
      const indexes = inspection.indexes.map(({ packages: _, ...short }) => short);
      return { result: { updates: installedUpdates(inspection), indexes, warnings: inspection.warnings } };
    });
  },
};
