import { Problem } from '../../errors.ts';
import { copyAndDigest } from '../../images/library/copy-and-digest.ts';
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
    const onProgress = (done: number, total: number): void => progress((done / Math.max(1, total)) * 100);
    const sha256 = await copyAndDigest(ports.files, from.path, to, { signal, onProgress });
    if (sha256 === from.sha256) return;
    throw new Problem('ImgImageChanged', {
      detail: `${from.path} has the digest ${sha256}; it was registered with ${from.sha256}.`,
    });
  },
};
