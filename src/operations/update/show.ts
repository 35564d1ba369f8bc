import type { UpdateShowRequest, UpdateShowResult } from '../../contract/generated/types.ts';
import { updateShow as validate } from '../../contract/generated/validators/update.show.js';
import type { Operation } from '../operation.ts';
import { oneUpdate, updateDocument } from './one-update.ts';

export const updateShow: Operation<UpdateShowRequest, UpdateShowResult> = {
  name: 'update.show',
  validate,
  async run({ id }, { site }) {
    const { database } = await site();
    return { result: { update: updateDocument(await oneUpdate(database, id)) } };
  },
};
