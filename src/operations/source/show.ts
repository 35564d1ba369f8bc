import type { SourceShowRequest, SourceShowResult } from '../../contract/generated/types.ts';
import { sourceShow as validate } from '../../contract/generated/validators/source.show.js';
import type { Operation } from '../operation.ts';
import { knownSource } from './known.ts';

export const sourceShow: Operation<SourceShowRequest, SourceShowResult> = {
  name: 'source.show',
  validate,
  async run({ name }, { site, ports }) {
    const { database } = await site();
    return { result: { source: await knownSource(database, name, ports.clock.now()) } };
  },
};
