import type { SourceSetRequest, SourceSetResult } from '../../contract/generated/types.ts';
import { sourceSet as validate } from '../../contract/generated/validators/source.set.js';
import { settingsWarnings, settledSettings } from '../../sources/settings.ts';
import { changeSource, sourceDocument, sourceRow } from '../../sources/store/sources.ts';
import type { Operation } from '../operation.ts';
import { absolute } from './absolute.ts';

export const sourceSet: Operation<SourceSetRequest, SourceSetResult> = {
  name: 'source.set',
  validate,
  async run({ name, newName, position, enabled, ...wish }, { site, ports, dryRun }) {
    const { database } = await site();
    const known = await sourceRow(database, name, 'changed');
    const settings = settledSettings(ports, known.type, absolute(wish), JSON.parse(known.settings_json));
    const now = ports.clock.now();
    const row = await changeSource(database, name, {
      settings,
      position,
      now: now.toISOString(),
      dryRun,
      ...(newName === undefined ? {} : { name: newName }),
      ...(enabled === undefined ? {} : { enabled }),
    });
    const source = await sourceDocument(database, row, now);
    return { result: { source, applied: !dryRun, warnings: settingsWarnings(settings) } };
  },
};
