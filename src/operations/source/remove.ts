import type { SourceRemoveRequest, SourceRemoveResult } from '../../contract/generated/types.ts';
import { sourceRemove as validate } from '../../contract/generated/validators/source.remove.js';
import { writeTransaction } from '../../site/database.ts';
import { isImportedName, removeImported } from '../../sources/store/imported.ts';
import { removeSource } from '../../sources/store/sources.ts';
import type { Operation } from '../operation.ts';
import { knownSource } from './known.ts';

export const sourceRemove: Operation<SourceRemoveRequest, SourceRemoveResult> = {
  name: 'source.remove',
  validate,
  async run({ name }, { site, ports, dryRun }) {
    const { database } = await site();
    const source = await knownSource(database, name, ports.clock.now());
    if (!isImportedName(name)) await removeSource(database, name, dryRun);
    else if (!dryRun) await writeTransaction(database, removeImported);
    return { result: { source, applied: !dryRun, warnings: [] } };
  },
};
