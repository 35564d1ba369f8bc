import { Problem } from '../../errors.ts';
import type { Step } from './step.ts';

/** Copies the registered file, or boot.wim beside it, into the work folder; the digest of the copy proves that it is the registered one. */
export const copy: Step = {
  kind: 'copy',
  weight: 3,
  async run({ bootImage }, { ports, image, plan, folder, log, signal, progress }) {
    const from = bootImage === true ? plan.boot : image;
    if (from === null) throw new Problem('ImgUnexpected', { detail: 'The plan has no boot.wim to copy.' });
    const to = bootImage === true ? folder.boot.image : folder.image;
    log.write(`Copying ${from.path} (${from.size} bytes) to ${to}`);
    await ports.files.copy(from.path, to, {
      signal,
      onProgress: (done, total) => progress((done / Math.max(1, total)) * 60),
    });
    const { sha256 } = await ports.files.digest(to, ['sha256'], {
      signal,
      onProgress: (done, total) => progress(60 + (done / Math.max(1, total)) * 40),
    });
    if (sha256 === from.sha256) return;
    throw new Problem('ImgImageChanged', {
      detail: `${from.path} has the digest ${sha256}; it was registered with ${from.sha256}.`,
    });
  },
};
