import { imageFacts } from '../../answers/image-facts.ts';
import type { SyncShowRequest, SyncShowResult } from '../../contract/generated/types.ts';
import { syncShow as validate } from '../../contract/generated/validators/sync.show.js';
import { changesSince } from '../../sources/store/changes.ts';
import { nameOfReservedKey } from '../../sources/store/names.ts';
import { sourceRows } from '../../sources/store/sources.ts';
import { findSync } from '../../sources/store/syncs.ts';
import type { Context, Operation } from '../operation.ts';
import { indexesMeant, neededBy } from '../update/applicable-to.ts';

/** Days of "since last month". */
const month = 31 * 24 * 60 * 60 * 1000;

type Change = SyncShowResult['changes'][number];

export const syncShow: Operation<SyncShowRequest, SyncShowResult> = {
  name: 'sync.show',
  validate,
  async run({ syncId, since, image, limit = 500 }, context) {
    const { database } = await context.site();
    const sync = syncId === undefined ? null : await findSync(database, syncId);
    const moment = new Date(since ?? context.ports.clock.now().getTime() - month).toISOString();
    const rows = await changesSince(database, { syncId, since: moment });
    const wanted =
      image === undefined
        ? undefined
        : await neededIn(
            context,
            image,
            rows.map(({ unique_id }) => unique_id),
          );
    const names = new Map((await sourceRows(database)).map(({ name_key, name }) => [name_key, name]));
    const changes = rows
      .filter(({ unique_id }) => wanted === undefined || wanted.has(unique_id))
      .map(({ unique_id, article_id, source_key, change, ...rest }) => ({
        ...rest,
        uniqueId: unique_id,
        articleId: article_id,
        change: change as Change['change'],
        source: names.get(source_key) ?? nameOfReservedKey(source_key) ?? source_key,
      }));
    return { result: { sync, changes: changes.slice(0, limit), total: changes.length } };
  },
};

async function neededIn(context: Context, image: string, uniqueIds: string[]): Promise<Set<string>> {
  const { database } = await context.site();
  const indexes = await indexesMeant(context, image, undefined);
  const facts = await Promise.all(indexes.map((index) => imageFacts(database, index)));
  return neededBy(database, facts, uniqueIds);
}
