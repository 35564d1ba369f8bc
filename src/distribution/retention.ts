import { writeTransaction } from '../site/database.ts';
import type { Publishing } from './publish.ts';

/** Removes the oldest kept versions beyond `retainVersion`. The current version is never touched. */
export async function retainVersions({ database, ports, retainVersion }: Publishing, imageId: string): Promise<void> {
  const image = await database.selectFrom('image').selectAll().where('id', '=', imageId).executeTakeFirstOrThrow();
  const kept = await database
    .selectFrom('image_version')
    .selectAll()
    .where('image_id', '=', imageId)
    .where('source_version', '<', image.source_version)
    .orderBy('source_version', 'desc')
    .execute();
  for (const old of kept.slice(retainVersion)) {
    if (old.path !== image.path) ports.files.remove(old.path);
    await writeTransaction(database, (writer) =>
      writer
        .deleteFrom('image_version')
        .where('image_id', '=', imageId)
        .where('source_version', '=', old.source_version)
        .execute(),
    );
  }
}
