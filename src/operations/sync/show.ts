import type { SyncShowRequest, SyncShowResult } from '../../contract/generated/types.ts';
import { syncShow as validate } from '../../contract/generated/validators/sync.show.js';
import { targetsNamed } from '../../images/library/targets.ts';
import type { Database } from '../../site/database.ts';
import { type ChangeRow, changesSince } from '../../sources/store/changes.ts';
import { nameOfReservedKey } from '../../sources/store/names.ts';
import { findSync } from '../../sources/store/syncs.ts';
import type { Operation } from '../operation.ts';
import { type NewForImage, newForImages } from './new-for-images.ts';

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
    const when = { syncId, since: moment };
    if (image === undefined) {
      const rows = await changesSince(database, when);
      const changes = await documents(database, rows.slice(0, limit));
      return { result: { sync, since: moment, changes, total: rows.length } };
    }
    const { images } = await targetsNamed(database, typeof image === 'string' ? [image] : image);
    const found = await newForImages(context, images, when);
    const listed = found.changes.slice(0, limit);
    const shown = new Set(listed.map(({ unique_id }) => unique_id));
    return {
      result: {
        ...{ sync, since: moment, changes: await documents(database, listed), total: found.changes.length },
        images: found.images.map((each) => grouped(each, shown)),
      },
    };
  },
};

/** What is listed of an image are the changes that the answer lists; all are counted. */
function grouped(
  { row, needs, warnings }: NewForImage,
  shown: ReadonlySet<string>,
): NonNullable<SyncShowResult['images']>[number] {
  const changes = needs.filter(({ uniqueId }) => shown.has(uniqueId)).map((need) => ({ ...need }));
  return { imageId: row.id, name: row.name, changes, total: needs.length, warnings };
}

async function documents(database: Database, rows: readonly ChangeRow[]): Promise<Change[]> {
  const sources = await database.selectFrom('source').select(['name_key', 'name']).execute();
  const names = new Map(sources.map(({ name_key, name }) => [name_key, name]));
  return rows.map(({ unique_id, article_id, source_key, change, ...rest }) => ({
    ...rest,
    uniqueId: unique_id,
    articleId: article_id,
    change: change as Change['change'],
    source: names.get(source_key) ?? nameOfReservedKey(source_key) ?? source_key,
  }));
}
