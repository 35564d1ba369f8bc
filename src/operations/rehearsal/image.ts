import type { RehearsalImageRequest, RehearsalImageResult } from '../../contract/generated/types.ts';
import { rehearsalImage as validate } from '../../contract/generated/validators.js';
import { makeRehearsalImage } from '../../emulator/make-image.ts';
import { rehearsalMedia } from '../../emulator/make-media.ts';
import type { Operation } from '../operation.ts';
import { makeFile } from './make-file.ts';
import { makeFolder } from './make-folder.ts';

export const rehearsalImage: Operation<RehearsalImageRequest, RehearsalImageResult> = {
  name: 'rehearsal.image',
  positional: 'out',
  validate,
  async run({ out, spec }, { ports }) {
    const { upgradePackage = false, ...image } = spec;
    if (upgradePackage === false) {
      return { result: { ...(await makeFile(ports, out, (to) => makeRehearsalImage(image, to))) } };
    }
    const media = upgradePackage === true ? {} : upgradePackage;
    return { result: { ...(await makeFolder(ports, out, () => rehearsalMedia(image, media, ports.newDigest))) } };
  },
};
