import { pacer } from '../../images/library/pacer.ts';
import { transferOf } from '../image/library-of.ts';
import type { Context } from '../operation.ts';

/** Awaited between the files that are read: the caller may give up then. How many there are is not known before. */
export function pauseOf(context: Context, path: string): () => Promise<void> {
  const pace = pacer(context.ports, transferOf(context, `Reading the boot files of ${path}`));
  return () => pace(0, 0);
}
