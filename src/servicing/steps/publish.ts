import { publish } from '../../distribution/publishing/publish.ts';
import { retentionOf } from '../../distribution/publishing/publishing.ts';
import { Problem } from '../../errors.ts';
import { assertUnchanged } from '../../images/library/assert-unchanged.ts';
import { mediaFolderOf } from '../boot-image-facts.ts';
import { changedIndexes, type Step } from './step.ts';

/**
 * Replaces the registered file. A rehearsal publishes only into images that the emulator made itself: what it serviced
 * was never patched by Windows, and must not take the place of a real image.
 */
export const publishImage: Step = {
  kind: 'publish',
  weight: 3,
  async run(_step, work) {
    const { ports, database, settings, image, folder, outcome, log, signal, progress } = work;
    const { finished } = outcome;
    if (finished === undefined) throw new Problem('ImgUnexpected', { detail: 'There is no verified file to publish.' });
    if (changedIndexes(outcome).size === 0 && outcome.media.length === 0) {
      work.warn('Nothing was installed, so nothing is published.');
      return;
    }
    if (finished.rehearsal && image.rehearsal === 0) {
      work.warn(`This was a rehearsal: ${image.path} was not touched, because it is a real image.`);
      log.write('Rehearsal of a real image: the result is not published', 'Warning');
      return;
    }
    await assertUnchanged(ports, image, { thorough: false });
    outcome.published = await publish({ database, ports, retention: retentionOf(settings) }, image, {
      file: folder.image,
      sha256: finished.sha256,
      size: finished.size,
      revision: finished.revision,
      inspectionJson: finished.inspectionJson,
      runId: work.runId,
      ...(outcome.media.length === 0
        ? {}
        : { media: { folder: await mediaFolderOf(work, image), changes: outcome.media } }),
      signal,
      onProgress: (done, total) => progress((done / Math.max(1, total)) * 90),
    });
    log.write(`Published ${image.path} as source version ${outcome.published.sourceVersion}`);
  },
};
