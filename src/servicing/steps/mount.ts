import { discardMount } from '../run/mounts.ts';
import { callDism } from './call-dism.ts';
import { placeOf } from './place.ts';
import type { Step, Work } from './step.ts';

export const mount: Step = {
  kind: 'mount',
  weight: 2,
  async run(step, work) {
    const { imageFile, index, mountDir } = placeOf(step, work);
    work.ports.files.makeFolder(mountDir);
    work.log.write(`Mounting image ${imageFile} at index ${index} to ${mountDir}`);
    await callDism(
      step,
      work,
      (options) => work.dism.mountImage({ ...options, imageFile, index, mountDir }),
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
