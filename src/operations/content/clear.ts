import { assertNamesSomething, clearContent } from '../../content/clear.ts';
import { cancelSave } from '../../content/save/jobs.ts';
import { knownUniqueId } from '../../content/update-facts.ts';
import type { ContentClearRequest, ContentClearResult } from '../../contract/generated/types.ts';
import { contentClear as validate } from '../../contract/generated/validators/content.clear.js';
import { neededContent } from '../../servicing/needed-content.ts';
import { engineOf } from '../engine-of.ts';
import type { Operation } from '../operation.ts';

export const contentClear: Operation<ContentClearRequest, ContentClearResult> = {
  name: 'content.clear',
  validate,
  async run({ saveId = [], ...request }, context) {
    const engine = await engineOf(context);
    const { ports, site } = engine;
    if (saveId.length === 0) assertNamesSomething(request);
    if (!context.dryRun) for (const each of saveId) await cancelSave({ ports, site }, each);
    const given = request.uniqueId ?? [];
    const uniqueId = await Promise.all(given.map(async (id) => (await knownUniqueId(site, id)) ?? id));
    const needed = request.force === true ? new Map<string, string>() : await neededContent(engine);
    const cleared = await clearContent({ ports, site }, { ...request, uniqueId }, { needed, dryRun: context.dryRun });
    return { result: { ...cleared, stopped: saveId, applied: !context.dryRun } };
  },
};
