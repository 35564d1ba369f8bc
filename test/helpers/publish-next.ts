import { readFileSync } from 'node:fs';
import { publish } from '../../src/distribution/publishing/publish.ts';
import { retentionOf } from '../../src/distribution/publishing/publishing.ts';
import { makeRehearsalImage } from '../../src/emulator/make-image.ts';
import { enterprise, type Month, sha256 } from './month.ts';

/** Publishes other content of an image, which shares most resources with the file before; gives its digest. */
export async function publishNext(month: Month, name: string, revision: number, bytes = 2_000_000): Promise<string> {
  const file = month.path(`${revision}.wim`);
  const sink = month.ports.files.sink(file);
  const spec = { indexes: [{ ...enterprise, revision, bytes, files: 20 }] };
  makeRehearsalImage(spec, { sink, newDigest: month.ports.newDigest });
  sink.close();
  const { database } = month.site;
  const image = await database.selectFrom('image').selectAll().where('name', '=', name).executeTakeFirstOrThrow();
  const digest = sha256(file);
  await publish({ database, ports: month.ports, retention: retentionOf(await month.site.settings()) }, image, {
    ...{ file, sha256: digest, size: readFileSync(file).length, revision: `26100.${revision}`, runId: null },
    inspectionJson: image.inspection_json,
  });
  return digest;
}
