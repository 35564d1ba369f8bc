import { dismErrorOf } from '../dism-problem.ts';
import { discardMount } from '../run/mounts.ts';
import { callDism } from './call-dism.ts';
import type { Step } from './step.ts';

/** ERROR_..._COULD_NOT_BE_COMPLETELY_UNMOUNTED: the commit succeeded, only the folder is still held. */
const partlyUnmounted = 0xc1420117;

/** Saves the changes into the copy. An index that got nothing is discarded: a no-op mount is never committed. */
export const unmount: Step = {
  kind: 'unmount',
  weight: 30,
  async run(step, work) {
    const index = step.index ?? 1;
    const mountDir = work.folder.mount(index);
    const commit = work.outcome.installed.has(index);
    work.log.write(`UnMounting Image (Commit Changes = ${commit ? 1 : 0}) index ${index}`);
    try {
      await callDism(step, work, (options) => work.dism.unmountImage({ ...options, mountDir, commit }));
    } catch (error) {
      if (dismErrorOf(error)?.code !== partlyUnmounted) throw error;
      work.log.write('The changes are saved; the mount folder is still in use', 'Warning');
      await discardMount(work, mountDir);
    }
  },
};
