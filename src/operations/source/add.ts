import type { SourceAddRequest, SourceAddResult } from '../../contract/generated/types.ts';
import { sourceAdd as validate } from '../../contract/generated/validators/source.add.js';
import { sourceKind } from '../../sources/kinds.ts';
import { settingsWarnings, settledSettings } from '../../sources/settings.ts';
import { addSource, sourceDocument } from '../../sources/store/sources.ts';
import type { Operation } from '../operation.ts';
import { absolute } from './absolute.ts';

export const sourceAdd: Operation<SourceAddRequest, SourceAddResult> = {
  name: 'source.add',
  validate,
  async run({ name, type, position, enabled = true, ...wish }, { site, ports, dryRun }) {
    const { type: kind } = sourceKind(type);
    const settings = settledSettings(ports, kind, absolute(wish));
    const { database } = await site();
    const now = ports.clock.now();
    const row = await addSource(
      database,
      { name, type: kind, settings, position, enabled },
      { now: now.toISOString(), dryRun },
    );
    const source = await sourceDocument(database, row, now);
    return { result: { source, applied: !dryRun, warnings: settingsWarnings(settings) } };
  },
};
