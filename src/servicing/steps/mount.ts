import { callDism } from './call-dism.ts';
import type { Step } from './step.ts';

export const mount: Step = {
  kind: 'mount',
  weight: 2,
  async run(step, work) {
    const index = step.index ?? 1;
    const mountDir = work.folder.mount(index);
    work.ports.files.makeFolder(mountDir);
    work.log.write(`Mounting image ${work.folder.image} at index ${index} to ${mountDir}`);
    await callDism(step, work, (options) =>
      work.dism.mountImage({ ...options, imageFile: work.folder.image, index, mountDir }),
    );
  },
};
