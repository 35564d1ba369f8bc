import type { UpdateSyncRequest, UpdateSyncResult } from '../../contract/generated/types.ts';
import { updateSync as validate } from '../../contract/generated/validators/update.sync.js';
import { Problem, type ProblemDocument } from '../../errors.ts';
import { withSmallYoungSpace } from '../../ports/memory.ts';
import { synchronise } from '../../sources/sync/sync.ts';
import type { Operation } from '../operation.ts';

/** A first synchronisation with so many takes minutes anyway. */
const manyUpdates = 50_000;

export const updateSync: Operation<UpdateSyncRequest, UpdateSyncResult> = {
  name: 'update.sync',
  validate,
  async run({ source, articleId = [], full = false }, { ports, site, signal, dryRun, emit }) {
    const articles = articleId.map((each) => each.replace(/^KB/i, ''));
    const opened = await site();
    const request = { ports, site: opened, source, articles, full, dryRun, signal };
    const syncs = await withSmallYoungSpace((preferMemory) =>
      synchronise({
        ...request,
        tell(event) {
          if (Number(event.data?.['total']) > manyUpdates) preferMemory();
          emit(event);
        },
      }),
    );
    const bad = syncs.filter(({ status }) => status === 'Failed' || status === 'Canceled');
    const [first] = bad;
    // Nothing came in: that is a failure, with the words of the first source. Some of it came in: the result says which.
    if (first?.problem != null && bad.length === syncs.length) throw asThrown(first.problem as ProblemDocument);
    return { result: { syncs, applied: !dryRun }, partial: syncs.some(({ status }) => status !== 'Succeeded') };
  },
};

function asThrown({ id, detail, remedy }: ProblemDocument): Problem {
  return new Problem(id, { detail, remedy });
}
