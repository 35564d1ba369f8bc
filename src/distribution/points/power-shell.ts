import { Problem } from '../../errors.ts';
import type { Script } from '../../ports/power-shell/power-shell.ts';
import type { PointContext } from './point.ts';

/**
 * Asks PowerShell on behalf of a distribution point. Whoever stops the send ends the host: a server may take minutes to
 * answer. Throws Problem ImgPointUnreachable with what PowerShell said, ImgPowerShellNotFound and the like.
 */
export async function askPowerShell<Value, Answer>(
  { ports, name, signal }: PointContext,
  script: Script<Value, Answer>,
  value: Value,
  remedy: string,
): Promise<Answer> {
  signal.throwIfAborted();
  const stop = (): void => ports.serverShell.end();
  signal.addEventListener('abort', stop, { once: true });
  try {
    return await ports.serverShell.ask(script, value);
  } catch (error) {
    signal.throwIfAborted();
    if (!(error instanceof Problem) || error.id !== 'ImgPowerShellFailed') throw error;
    throw new Problem('ImgPointUnreachable', { detail: `${name}: ${error.facts.detail}`, remedy, cause: error });
  } finally {
    signal.removeEventListener('abort', stop);
  }
}
