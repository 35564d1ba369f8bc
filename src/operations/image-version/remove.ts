import type { ImageVersionRemoveRequest, ImageVersionRemoveResult } from '../../contract/generated/types.ts';
import { imageVersionRemove as validate } from '../../contract/generated/validators/image-version.remove.js';
import { settlePublication } from '../../distribution/publishing/publish.ts';
import { retentionOf } from '../../distribution/publishing/publishing.ts';
import { planRemoval, type Rebase, removeVersion } from '../../distribution/publishing/remove-version.ts';
import { listVersions } from '../../distribution/publishing/versions.ts';
import { whileAlone } from '../../images/library/busy.ts';
import { findImage } from '../../images/library/find-image.ts';
import type { Operation } from '../operation.ts';

export const imageVersionRemove: Operation<ImageVersionRemoveRequest, ImageVersionRemoveResult> = {
  name: 'image-version.remove',
  validate,
  async run({ image: nameOrId, sourceVersion }, { ports, site, emit, signal, dryRun }) {
    const opened = await site();
    const at = { database: opened.database, ports };
    const retention = retentionOf(await opened.settings());
    const { id, name } = await findImage(at.database, nameOrId);
    return whileAlone(at, { id, name }, async () => {
      await settlePublication({ ...at, retention }, id);
      const image = await findImage(at.database, id);
      const planned = await planRemoval(at, image, sourceVersion);
      const version = (await listVersions(at, image)).find((each) => each.sourceVersion === sourceVersion);
      if (version === undefined) throw new RangeError(`version ${sourceVersion} is planned and not listed`);
      const answer = { image: name, version, freedBytes: planned.freedBytes };
      if (dryRun) {
        return { result: { ...answer, rebased: planned.rebased.map(rebasedJson), left: [], applied: false } };
      }
      const onProgress = (done: number, total: number): void =>
        emit({
          level: 'info',
          type: 'version.progress',
          message: `Keeping the older versions of ${name}`,
          progress: { done, total, unit: 'bytes' },
        });
      const { left, rebased, freedBytes } = await removeVersion(at, image, planned, { signal, onProgress });
      return { result: { ...answer, freedBytes, rebased: rebased.map(rebasedJson), left, applied: true } };
    });
  },
};

function rebasedJson({ version, base, bytes }: Rebase): ImageVersionRemoveResult['rebased'][number] {
  return { sourceVersion: version.source_version, base: base?.source_version ?? null, bytes };
}
