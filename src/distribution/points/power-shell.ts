import { Problem } from '../../errors.ts';
import { askUntilStopped } from '../../ports/power-shell/ask-until-stopped.ts';
import type { Script } from '../../ports/power-shell/power-shell.ts';
import type { PointContext } from './point.ts';

/**
 * Asks PowerShell on behalf of a distribution point, until the send is stopped. Throws Problem ImgPointUnreachable with what
 * PowerShell said, ImgPowerShellNotFound and the like.
 */
export function askPowerShell<Value, Answer>(
  { ports, name, signal }: PointContext,
  script: Script<Value, Answer>,
  value: Value,
  remedy: string,
): Promise<Answer> {
  return askUntilStopped(ports.serverShell, { script, value, signal }, (detail, cause) => {
    return new Problem('ImgPointUnreachable', { detail: `${name}: ${detail}`, remedy, cause });
  });
}
