import { setUpdate } from '../../answers/show-updates.ts';
import type { UpdateSetRequest, UpdateSetResult } from '../../contract/generated/types.ts';
import { updateSet as validate } from '../../contract/generated/validators/update.set.js';
import type { Operation } from '../operation.ts';
import { oneUpdate, updateDocument } from './one-update.ts';

export const updateSet: Operation<UpdateSetRequest, UpdateSetResult> = {
  name: 'update.set',
  validate,
  async run({ id, hidden, note }, { site, dryRun }) {
    const { database } = await site();
    const { uniqueId } = await oneUpdate(database, id);
    if (!dryRun) {
      await setUpdate(database, uniqueId, {
        ...(hidden === undefined ? {} : { hidden }),
        ...(note === undefined ? {} : { note: note === '' ? null : note }),
      });
    }
    return { result: { update: updateDocument(await oneUpdate(database, uniqueId)), applied: !dryRun } };
  },
};
