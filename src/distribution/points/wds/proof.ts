import { compareFiles } from '../../../images/compare-files.ts';
import { openImageFile } from '../../../images/library/open-image.ts';
import { verifyImageFile } from '../../../images/library/verify-file.ts';
import type { PointContext } from '../point.ts';

export interface Exported {
  /** The published file, and the index of it. */
  file: string;
  index: number;
  /** What the server gave back: one index. */
  exported: string;
}

/**
 * What is wrong with an image that was exported again: its bytes are not what their digests say, or its files are not those of
 * the index. Undefined: it is the same Windows. Throws Problem for files that cannot be read.
 */
export async function wrongWith(
  { ports, signal }: PointContext,
  { file, index, exported }: Exported,
): Promise<string | undefined> {
  const back = openImageFile(ports, exported);
  try {
    if (back.wim.images.length !== 1) return `${back.wim.images.length} images came back instead of one`;
    let damage: string | undefined;
    await verifyImageFile(back, {
      // Without threads: a distribution point does not know how this program is started.
      ...{ ports, signal, program: undefined },
      onCheck({ reason }) {
        if (reason !== '') damage ??= reason;
      },
    });
    if (damage !== undefined) return damage;
    const published = openImageFile(ports, file);
    try {
      const sides = { reference: { wim: published.wim, index }, difference: { wim: back.wim, index: 1 } };
      const [first] = compareFiles(sides, { under: '\\', includeEqual: false });
      return first === undefined ? undefined : `${first.name} is ${first.change}`;
    } finally {
      published.close();
    }
  } finally {
    back.close();
  }
}
