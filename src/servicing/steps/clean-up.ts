import { isUsable } from '../run/mounts.ts';
import { callDism } from './call-dism.ts';
import { placeOf } from './place.ts';
import type { Step } from './step.ts';
import { isOnBootImage } from './windows-pe.ts';

/**
 * Removes superseded updates from the component store for good; of a Windows PE deferred, as Microsoft's order for media has
 * it. A failure is never committed, whatever ContinueOnError says (documented behaviour of Configuration Manager).
 */
export const cleanUp: Step = {
  kind: 'clean-up',
  weight: 10,
  async run(step, work) {
    const { mountDir, words, isChanged } = placeOf(step, work);
    if (!isChanged) return;
    work.log.write(`Removing superseded updates from ${words}`);
    const asked = { mountDir, startComponentCleanup: true, resetBase: true } as const;
    const defer = step.recovery !== undefined || isOnBootImage(step, work);
    await callDism(
      step,
      work,
      (options) => work.dism.cleanupImage({ ...options, ...asked, defer }),
      () => isUsable(work, mountDir),
    );
  },
};
