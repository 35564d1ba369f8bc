import { updateMedia } from '../../boot/update-media.ts';
import type { MediaUpdateBootManagerRequest, MediaUpdateBootManagerResult } from '../../contract/generated/types.ts';
import { mediaUpdateBootManager as validate } from '../../contract/generated/validators/media.update-boot-manager.js';
import { Problem } from '../../errors.ts';
import { imageProblem } from '../../images/library/open-image.ts';
import type { Operation } from '../operation.ts';
import { absolutePath } from '../paths.ts';
import { pauseOf } from '../trust/examining.ts';
import { minimumsFor } from '../trust/minimums.ts';
import { openMedia } from '../trust/open-media.ts';

export const mediaUpdateBootManager: Operation<MediaUpdateBootManagerRequest, MediaUpdateBootManagerResult> = {
  name: 'media.update-boot-manager',
  validate,
  async run({ path, minimums }, context) {
    const { ports, dryRun, signal } = context;
    const root = absolutePath(path);
    const table = minimumsFor(context, minimums);
    const media = openMedia(context, root);
    try {
      if (media?.kind !== 'folder') throw new Problem('ImgNotMedia', { detail: `${root} is no folder.` });
      const pause = pauseOf(context, root);
      const { before, after, ...update } = await updateMedia(media, { ports, table, dryRun, signal, pause });
      const { rehearsal } = media;
      return {
        result: {
          path: root,
          ...update,
          before: { ...before },
          after: after && { ...after },
          rehearsal,
          applied: !dryRun,
        },
      };
    } catch (error) {
      throw imageProblem(error, root);
    } finally {
      media?.close();
    }
  },
};
