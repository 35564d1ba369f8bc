import type { ImageRestoreRequest, ImageRestoreResult } from '../../contract/generated/types.ts';
import { imageRestore as validate } from '../../contract/generated/validators.js';
import { settlePublication } from '../../distribution/publishing/publish.ts';
import { restore } from '../../distribution/publishing/restore.ts';
import { versionToRestore } from '../../distribution/publishing/versions.ts';
import { Problem } from '../../errors.ts';
import { findImage } from '../../images/library/find-image.ts';
import { documentOf } from '../../images/library/list-images.ts';
import { imageLock, releaseLock, takeLock } from '../../site/locks.ts';
import type { Operation } from '../operation.ts';

export const imageRestore: Operation<ImageRestoreRequest, ImageRestoreResult> = {
  name: 'image.restore',
  positional: 'image',
  validate,
  async run({ image: nameOrId, sourceVersion }, { ports, site, emit, signal, dryRun }) {
    const opened = await site();
    const { database } = opened;
    const { retainVersion } = await opened.settings();
    const { id, name } = await findImage(database, nameOrId);
    const lock = imageLock(id);
    const holder = ports.ids.next();
    const other = await takeLock({ database, ports }, lock, holder);
    if (other !== undefined) {
      throw new Problem('ImgImageBusy', { detail: `${name} is in use by the process ${other.pid} on ${other.host}.` });
    }
    try {
      const publishing = { database, ports, retainVersion };
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
      }
      const document = await documentOf(database, await findImage(database, id));
      return { result: { image: document, restored: version.source_version, applied: !dryRun } };
    } finally {
      await releaseLock(database, lock, holder);
    }
  },
};
