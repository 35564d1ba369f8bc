import type { SourceListRequest, SourceListResult } from '../../contract/generated/types.ts';
import { sourceList as validate } from '../../contract/generated/validators/source.list.js';
import { sourceKinds } from '../../sources/kinds.ts';
import { importedSource } from '../../sources/store/imported.ts';
import { keyOf } from '../../sources/store/names.ts';
import { sourceDocument, sourceRows } from '../../sources/store/sources.ts';
import { matchesWildcard } from '../../wildcard.ts';
import type { Operation } from '../operation.ts';

export const sourceList: Operation<SourceListRequest, SourceListResult> = {
  name: 'source.list',
  validate,
  async run({ name }, { site, ports }) {
    const { database } = await site();
    const now = ports.clock.now();
    const rows = await sourceRows(database, name === undefined ? undefined : [name]);
    const sources = await Promise.all(rows.map((row) => sourceDocument(database, row, now)));
    const imported = await importedSource(database, now);
    if (imported !== null && (name === undefined || matchesWildcard(imported.name, keyOf(name))))
      sources.push(imported);
    const kinds = [...sourceKinds.values()].map(({ type, capabilities }) => ({
      type,
      capabilities: [...capabilities],
    }));
    return { result: { sources, kinds, next: null } };
  },
};
