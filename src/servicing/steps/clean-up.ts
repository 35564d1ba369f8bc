import { isUsable } from '../run/mounts.ts';
import { callDism } from './call-dism.ts';
import type { Step } from './step.ts';

/**
 * Removes superseded updates from the component store for good. A failure is never committed, whatever
 * ContinueOnError says (documented behaviour of Configuration Manager).
 */
export const cleanUp: Step = {
  kind: 'clean-up',
  weight: 10,
  async run(step, work) {
    const index = step.index ?? 1;
    if (!work.outcome.installed.has(index)) return;
    const mountDir = work.folder.mount(index);
    work.log.write(`Removing superseded updates from index ${index}`);
    await callDism(
      step,
      work,
      (options) => work.dism.cleanupImage({ ...options, mountDir, startComponentCleanup: true, resetBase: true }),
      () => isUsable(work, mountDir),
    );
  },
};
