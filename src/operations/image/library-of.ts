import type { Library } from '../../images/library/library.ts';
import type { Transfer } from '../../ports/files.ts';
import type { Context } from '../operation.ts';

/** The image library of the caller's site. `doing` is the sentence of its progress events. */
export async function libraryOf(context: Context, doing: string): Promise<Library> {
  const { database } = await context.site();
  return { ports: context.ports, database, dryRun: context.dryRun, transfer: transferOf(context, doing) };
}

/** Events are at least so many milliseconds apart. */
const interval = 200;

/** Progress in bytes as events, the last one always; and the caller's wish to stop. */
export function transferOf({ ports, emit, signal }: Context, doing: string): Transfer {
  let last = Number.NEGATIVE_INFINITY;
  return {
    signal,
    onProgress(done, total) {
      const now = ports.clock.now().getTime();
      if (total === 0 || (now - last < interval && done < total)) return;
      last = now;
      emit({ level: 'info', type: 'image.progress', message: doing, progress: { done, total, unit: 'bytes' } });
    },
  };
}
