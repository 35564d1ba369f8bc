import { declineUpdates, setDeclined } from '../../catalog/store/change-updates.ts';
import type { UpdateDeclineRequest, UpdateDeclineResult } from '../../contract/generated/types.ts';
import { updateDecline as validate } from '../../contract/generated/validators/update.decline.js';
import { Problem } from '../../errors.ts';
import type { Operation } from '../operation.ts';
import { oneUpdate } from './one-update.ts';

export const updateDecline: Operation<UpdateDeclineRequest, UpdateDeclineResult> = {
  name: 'update.decline',
  validate,
  async run({ uniqueId = [], rule = [], undo = false }, { site, dryRun }) {
    if (uniqueId.length + rule.length === 0 || (undo && rule.length > 0)) {
      throw new Problem('ImgRequestInvalid', {
        detail: undo ? 'Only named updates can be taken back.' : 'Neither updates nor a rule are named.',
        errors: [{ pointer: '/uniqueId', message: 'must name updates' }],
      });
    }
    const { database } = await site();
    const named: string[] = [];
    for (const each of uniqueId) named.push((await oneUpdate(database, each)).uniqueId);
    const byRule = await declineUpdates(database, { rules: rule, dryRun });
    const byName = await setDeclined(database, { uniqueIds: named, declined: !undo, dryRun });
    const declined = [...new Set([...byName, ...byRule.declined])];
    return { result: { declined, counts: byRule.counts, applied: !dryRun } };
  },
};
