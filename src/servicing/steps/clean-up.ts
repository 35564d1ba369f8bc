import { isUsable } from '../run/mounts.ts';
import { callDism } from './call-dism.ts';
import { placeOf } from './place.ts';
import type { Step } from './step.ts';

/**
 * Removes superseded updates from the component store for good. A failure is never committed, whatever
 * ContinueOnError says (documented behaviour of Configuration Manager).
 */
export const cleanUp: Step = {
  kind: 'clean-up',
  weight: 10,
  async run(step, work) {
    const { mountDir, words, isChanged } = placeOf(step, work);
    if (!isChanged) return;
    work.log.write(`Removing superseded updates from ${words}`);
    await callDism(
      step,
      work,
      (options) => work.dism.cleanupImage({ ...options, mountDir, startComponentCleanup: true, resetBase: true }),
      () => isUsable(work, mountDir),
    );
  },
};
