import type { ImageReadRequest, ImageReadResult } from '../../contract/generated/types.ts';
import { imageRead as validate } from '../../contract/generated/validators/image.read.js';
import { Problem } from '../../errors.ts';
import { FormatError } from '../../formats/format-error.ts';
import { readFile } from '../../images/files.ts';
import { refuseExisting, writeNewFile } from '../../images/library/new-file.ts';
import type { OpenImage } from '../../images/library/open-image.ts';
import { pacer } from '../../images/library/pacer.ts';
import type { Operation } from '../operation.ts';
import { absolutePath } from '../paths.ts';
import { transferOf } from './library-of.ts';
import { chosenIndex, withTarget } from './target.ts';

export const imageRead: Operation<ImageReadRequest, ImageReadResult> = {
  name: 'image.read',
  validate,
  run({ file, to, ...request }, context) {
    const { ports, dryRun } = context;
    const target = absolutePath(to);
    return withTarget(request, context, async (image) => {
      const index = chosenIndex(image, request.index);
      refuseExisting(ports.files, target);
      const wanted = { image, index, file };
      const digest = ports.newDigest('sha1');
      let size = 0;
      const copy = async (append: (bytes: Uint8Array) => void): Promise<void> => {
        const pace = pacer(ports, transferOf(context, `Reading ${file}`));
        const total = sizeOf(wanted);
        for (const bytes of contentOf(wanted)) {
          append(bytes);
          digest.update(bytes);
          size += bytes.length;
          await pace(size, total);
        }
      };
      if (dryRun) await copy(() => undefined);
      else await writeNewFile(ports, target, (sink) => copy((bytes) => sink.append(bytes)));
      const sha1 = size === 0 ? '' : digest.hex();
      return { result: { path: image.path, file, to: target, size, sha1, applied: !dryRun } };
    });
  },
};

interface Wanted {
  image: OpenImage;
  index: number;
  file: string;
}

/** The pieces of a file, their SHA-1 checked at the end. Throws Problem ImgImageFileNotFound. */
function* contentOf({ image, index, file }: Wanted): Generator<Uint8Array> {
  try {
    yield* readFile(image.wim, index, file);
  } catch (error) {
    if (!(error instanceof FormatError) || error.code !== 'not-found') throw error;
    throw new Problem('ImgImageFileNotFound', {
      detail: `Index ${index} of ${image.path}: ${error.message}.`,
      cause: error,
    });
  }
}

/** 0 for an alternate stream: then there is no progress to show. */
function sizeOf({ image, index, file }: Wanted): number {
  return image.wim.tree(index).find(file)?.size ?? 0;
}
