import { Problem } from '../../errors.ts';
import { writeNewFile } from '../../images/library/new-file.ts';
import { imageProblem, openImageFile } from '../../images/library/open-image.ts';
import { pacer } from '../../images/library/pacer.ts';
import type { Step } from './step.ts';

/** Takes a recovery image out of the copy with our own reader, which compares it with its SHA-1: nothing is mounted for it. */
export const takeRecovery: Step = {
  kind: 'take-recovery',
  weight: 1,
  async run({ recovery = 1 }, { ports, folder, plan, log, signal, progress }) {
    const wanted = plan.recovery.find(({ number }) => number === recovery);
    if (wanted === undefined)
      throw new Problem('ImgUnexpected', { detail: `The plan has no recovery image ${recovery}.` });
    const target = folder.recovery(recovery).image;
    log.write(`Taking the recovery image ${wanted.sha1} (${wanted.size} bytes) out to ${target}`);
    const { wim, close } = openImageFile(ports, folder.image);
    try {
      const pace = pacer(ports, { signal, onProgress: (done, total) => progress((done / Math.max(1, total)) * 100) });
      await writeNewFile(ports, target, async (sink) => {
        let done = 0;
        for (const piece of wim.read(wanted.sha1)) {
          sink.append(piece);
          done += piece.length;
          await pace(done, wanted.size);
        }
      });
    } catch (error) {
      throw imageProblem(error, folder.image);
    } finally {
      close();
    }
  },
};
