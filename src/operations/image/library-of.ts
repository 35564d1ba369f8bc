import type { Library } from '../../images/library/library.ts';
import type { Transfer } from '../../ports/files.ts';
import type { Context } from '../operation.ts';
import { progressPace } from '../progress-pace.ts';

/** The image library of the caller's site. `doing` is the sentence of its progress events. */
export async function libraryOf(context: Context, doing: string): Promise<Library> {
  const { database } = await context.site();
  const { ports, dryRun, installation } = context;
  return { ports, database, dryRun, transfer: transferOf(context, doing), program: installation.engine[1] };
}

/** Progress in bytes as events, the last one always; and the caller's wish to stop. */
export function transferOf({ ports, emit, signal }: Context, doing: string): Transfer {
  const isTold = progressPace(ports);
  return {
    signal,
    onProgress(done, total) {
      if (!isTold(done, total)) return;
      emit({ level: 'info', type: 'image.progress', message: doing, progress: { done, total, unit: 'bytes' } });
    },
  };
}
