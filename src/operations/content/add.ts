import { addContent } from '../../content/add.ts';
import type { ContentAddRequest, ContentAddResult } from '../../contract/generated/types.ts';
import { contentAdd as validate } from '../../contract/generated/validators/content.add.js';
import type { Operation } from '../operation.ts';
import { absolutePath } from '../paths.ts';

export const contentAdd: Operation<ContentAddRequest, ContentAddResult> = {
  name: 'content.add',
  validate,
  async run({ path, uniqueId, standIn = false }, context) {
    const { ports, site, emit, signal, dryRun } = context;
    const result = await addContent(
      { ports, site: await site() },
      { path: absolutePath(path), uniqueId, standIn, dryRun, signal },
    );
    for (const message of result.warnings) emit({ level: 'warning', type: 'content.warning', message });
    return { result: { ...result, applied: !dryRun } };
  },
};
