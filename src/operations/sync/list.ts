import type { SyncListRequest, SyncListResult } from '../../contract/generated/types.ts';
import { syncList as validate } from '../../contract/generated/validators/sync.list.js';
import { listSyncs } from '../../sources/store/syncs.ts';
import type { Operation } from '../operation.ts';

export const syncList: Operation<SyncListRequest, SyncListResult> = {
  name: 'sync.list',
  validate,
  async run({ source, limit = 500, after }, { site }) {
    const { database } = await site();
    return { result: await listSyncs(database, { source, limit, after }) };
  },
};
