import { discardMount } from '../run/mounts.ts';
import { callDism } from './call-dism.ts';
import type { Step, Work } from './step.ts';

export const mount: Step = {
  kind: 'mount',
  weight: 2,
  async run(step, work) {
    const index = step.index ?? 1;
    const mountDir = work.folder.mount(index);
    work.ports.files.makeFolder(mountDir);
    work.log.write(`Mounting image ${work.folder.image} at index ${index} to ${mountDir}`);
    await callDism(
      step,
      work,
      (options) => work.dism.mountImage({ ...options, imageFile: work.folder.image, index, mountDir }),
      () => takeBack(work, mountDir),
    );
  },
};

/** A mount that was half made is discarded, and its folder made anew: DISM mounts into an empty one only, and once. */
async function takeBack(work: Work, mountDir: string): Promise<boolean> {
  if (!(await discardMount(work, mountDir))) return false;
  work.ports.files.remove(mountDir);
  work.ports.files.makeFolder(mountDir);
  return true;
}
