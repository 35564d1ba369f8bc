import { Problem } from '../../errors.ts';
import type { PowerShell, Script } from './power-shell.ts';

/**
 * Asks a live PowerShell about a server, which may take minutes to answer: when the signal fires the host is ended. What
 * PowerShell says has failed becomes the problem that `told` makes of it. Throws also ImgPowerShellNotFound and the like.
 */
export async function askUntilStopped<Value, Answer>(
  shell: PowerShell,
  question: { script: Script<Value, Answer>; value: Value; signal: AbortSignal },
  told: (detail: string | undefined, cause: Problem) => Problem,
): Promise<Answer> {
  const { script, value, signal } = question;
  signal.throwIfAborted();
  const stop = (): void => shell.end();
  signal.addEventListener('abort', stop, { once: true });
  try {
    return await shell.ask(script, value);
  } catch (error) {
    signal.throwIfAborted();
    if (!(error instanceof Problem) || error.id !== 'ImgPowerShellFailed') throw error;
    throw told(error.facts.detail, error);
  } finally {
    signal.removeEventListener('abort', stop);
  }
}
