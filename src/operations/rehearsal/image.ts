import type { RehearsalImageRequest, RehearsalImageResult } from '../../contract/generated/types.ts';
import { rehearsalImage as validate } from '../../contract/generated/validators.js';
import { makeRehearsalImage } from '../../emulator/make-image.ts';
import type { Operation } from '../operation.ts';
import { makeFile } from './make-file.ts';

export const rehearsalImage: Operation<RehearsalImageRequest, RehearsalImageResult> = {
  name: 'rehearsal.image',
  positional: 'out',
  validate,
  async run({ out, spec }, { ports }) {
    return { result: { ...(await makeFile(ports, out, (to) => makeRehearsalImage(spec, to))) } };
  },
};
