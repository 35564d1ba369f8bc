import type { SourceRemoveRequest, SourceRemoveResult } from '../../contract/generated/types.ts';
import { sourceRemove as validate } from '../../contract/generated/validators/source.remove.js';
import { removeSource, sourceDocument, sourceRow } from '../../sources/store/sources.ts';
import type { Operation } from '../operation.ts';

export const sourceRemove: Operation<SourceRemoveRequest, SourceRemoveResult> = {
  name: 'source.remove',
  validate,
  async run({ name }, { site, ports, dryRun }) {
    const { database } = await site();
    const source = await sourceDocument(database, await sourceRow(database, name), ports.clock.now());
    await removeSource(database, name, dryRun);
    return { result: { source, applied: !dryRun, warnings: [] } };
  },
};
