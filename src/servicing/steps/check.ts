import { Problem } from '../../errors.ts';
import { assertUnchanged } from '../../images/library/assert-unchanged.ts';
import { plannedUpdates } from '../plan/plan.ts';
import { spaceOf } from '../run/room.ts';
import type { Step, Work } from './step.ts';

/** Everything that can be known before the first byte is copied: the image, the content, the space. */
export const check: Step = {
  kind: 'check',
  weight: 1,
  async run(_step, work) {
    await assertUnchanged(work.ports, work.image, { thorough: false });
    work.progress(10);
    await checkContent(work);
    work.progress(80);
    checkSpace(work);
  },
};

/** A digest that is wrong stops the run before anything is mounted; with ContinueOnError the update is left out. */
async function checkContent(work: Work): Promise<void> {
  for (const { uniqueId, articleId, title, kind, index, stackAlone, bootImage, media } of plannedUpdates(work.plan)) {
    try {
      await work.content(uniqueId);
    } catch (error) {
      if (!work.continueOnError || !(error instanceof Problem) || work.signal.aborted) throw error;
      // The step of the recovery image tells it, of what needs the servicing stack.
      if (stackAlone) continue;
      work.outcome.problems.push(error);
      work.log.write(`${title} is left out: ${error.message}`, 'Error');
      const facts = { result: 'NotAttempted' as const, errorCode: error.id, message: error.message };
      const file = { ...(bootImage === undefined ? {} : { bootImage }), ...(media === undefined ? {} : { media }) };
      work.outcome.results.push({ uniqueId, articleId, title, kind, index, ...file, ...facts });
      if (bootImage) work.outcome.boot.isGivenUp = true;
    }
  }
}

function checkSpace({ ports, folder, image, plan, settings, log }: Work): void {
  for (const { path, bytes, what } of spaceOf({ files: ports.files, root: folder.root, image, plan, settings })) {
    const free = ports.files.freeSpace(path);
    log.write(`Free space for ${path}: ${free} bytes, needed: ${bytes} bytes`);
    if (free >= bytes) continue;
    throw new Problem('ImgInsufficientSpace', {
      detail: `${path} on ${what} has ${size(free, Math.floor)} free; ${size(bytes, Math.ceil)} are needed.`,
    });
  }
}

/** What is free is rounded down, what is needed up: the numbers must not look as if there were enough. */
function size(bytes: number, round: (value: number) => number): string {
  return bytes < 1e9 ? `${round(bytes / 1e6)} MB` : `${round(bytes / 1e8) / 10} GB`;
}
