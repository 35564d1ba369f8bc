import { Problem } from '../../errors.ts';
import type { Step } from './step.ts';

/** Copies the registered file into the work folder; the digest of the copy proves that it is the registered one. */
export const copy: Step = {
  kind: 'copy',
  weight: 3,
  async run(_step, { ports, image, folder, log, signal, progress }) {
    log.write(`Copying ${image.path} (${image.size} bytes) to ${folder.image}`);
    await ports.files.copy(image.path, folder.image, {
      signal,
      onProgress: (done, total) => progress((done / Math.max(1, total)) * 60),
    });
    const { sha256 } = await ports.files.digest(folder.image, ['sha256'], {
      signal,
      onProgress: (done, total) => progress(60 + (done / Math.max(1, total)) * 40),
    });
    if (sha256 === image.sha256) return;
    throw new Problem('ImgImageChanged', {
      detail: `${image.path} has the digest ${sha256}; it was registered with ${image.sha256}.`,
    });
  },
};
