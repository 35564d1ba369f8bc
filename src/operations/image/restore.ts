import type { ImageRestoreRequest, ImageRestoreResult } from '../../contract/generated/types.ts';
import { imageRestore as validate } from '../../contract/generated/validators/image.restore.js';
import { changedPlace, settlePublication } from '../../distribution/publishing/publish.ts';
import { retentionOf } from '../../distribution/publishing/publishing.ts';
import { restore } from '../../distribution/publishing/restore.ts';
import { versionToRestore } from '../../distribution/publishing/versions.ts';
import { whileAlone } from '../../images/library/busy.ts';
import { findImage } from '../../images/library/find-image.ts';
import { documentOf } from '../../images/library/list-images.ts';
import type { Operation } from '../operation.ts';

export const imageRestore: Operation<ImageRestoreRequest, ImageRestoreResult> = {
  name: 'image.restore',
  validate,
  async run({ image: nameOrId, sourceVersion }, { ports, site, emit, signal, dryRun }) {
    const opened = await site();
    const { database } = opened;
    const retention = retentionOf(await opened.settings());
    const { id, name } = await findImage(database, nameOrId);
    return whileAlone({ database, ports }, { id, name }, async () => {
      const publishing = { database, ports, retention };
      await settlePublication(publishing, id);
      const image = await findImage(database, id);
      const version = await versionToRestore(publishing, image, sourceVersion);
      if (!dryRun) {
        const onProgress = (done: number, total: number): void =>
          emit({
            level: 'info',
            type: 'restore.progress',
            message: `Restoring ${name}`,
            progress: { done, total, unit: 'bytes' },
          });
        await restore(publishing, image, version, { signal, onProgress });
        const changed = changedPlace(image);
        if (ports.files.facts(changed) !== undefined) {
          const message = `The file that was in place of ${name} was not the registered one. It is kept as ${changed}, among no versions; retention leaves it there.`;
          emit({ level: 'warning', type: 'restore.warning', message });
        }
      }
      const document = await documentOf(database, await findImage(database, id));
      return { result: { image: document, restored: version.source_version, applied: !dryRun } };
    });
  },
};
