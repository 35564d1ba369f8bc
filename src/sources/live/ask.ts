import { Problem } from '../../errors.ts';
import type { Script } from '../../ports/power-shell/power-shell.ts';
import type { SourceContext } from '../source.ts';

/**
 * Asks PowerShell on behalf of a source. Whoever stops the sync ends the host: a server may take minutes to answer. Throws
 * Problem ImgSourceUnreachable with what PowerShell said, ImgPowerShellNotFound and the like.
 */
export async function askServer<Value, Answer>(
  { ports, name, signal, traffic }: SourceContext,
  script: Script<Value, Answer>,
  value: Value,
  remedy: string,
): Promise<Answer> {
  signal.throwIfAborted();
  const stop = (): void => ports.serverShell.end();
  signal.addEventListener('abort', stop, { once: true });
  try {
    traffic.requests += 1;
    return await ports.serverShell.ask(script, value);
  } catch (error) {
    signal.throwIfAborted();
    if (!(error instanceof Problem) || error.id !== 'ImgPowerShellFailed') throw error;
    throw new Problem('ImgSourceUnreachable', { detail: `${name}: ${error.facts.detail}`, remedy, cause: error });
  } finally {
    signal.removeEventListener('abort', stop);
  }
}

/** Where a paged list was left: everything that came before this moment is stored. */
export interface PagedCursor {
  /** Ticks of .NET in decimal digits. */
  from: string;
}

export function readPagedCursor(cursor: string | null): PagedCursor {
  return cursor === null ? { from: '0' } : (JSON.parse(cursor) as PagedCursor);
}
