import { Problem } from '../../errors.ts';
import { askUntilStopped } from '../../ports/power-shell/ask-until-stopped.ts';
import type { Script } from '../../ports/power-shell/power-shell.ts';
import type { SourceContext } from '../source.ts';

/**
 * Asks PowerShell on behalf of a source, until the sync is stopped. Throws Problem ImgSourceUnreachable with what PowerShell
 * said, ImgPowerShellNotFound and the like.
 */
export function askServer<Value, Answer>(
  { ports, name, signal, traffic }: SourceContext,
  script: Script<Value, Answer>,
  value: Value,
  remedy: string,
): Promise<Answer> {
  traffic.requests += 1;
  return askUntilStopped(ports.serverShell, { script, value, signal }, (detail, cause) => {
    return new Problem('ImgSourceUnreachable', { detail: `${name}: ${detail}`, remedy, cause });
  });
}

/** Where a paged list was left: everything that came before this moment is stored. */
export interface PagedCursor {
  /** Ticks of .NET in decimal digits. */
  from: string;
}

export function readPagedCursor(cursor: string | null): PagedCursor {
  return cursor === null ? { from: '0' } : (JSON.parse(cursor) as PagedCursor);
}
