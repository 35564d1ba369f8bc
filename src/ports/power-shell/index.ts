/** The PowerShell of this process: `import { powerShell }` where the system must be asked something that only it knows. */
import { systemClock } from '../clock.ts';
import { type Place, thisPlace } from '../find-program.ts';
import { type Candidate, powerShellCandidates, serverCandidates } from './candidates.ts';
import { livePowerShell } from './live.ts';
import { isPlaceholder } from './placeholder.ts';
import type { PowerShell, PowerShellFound } from './power-shell.ts';

function newPowerShell(
  patience?: number,
  candidates: (place: Place) => Candidate[] = powerShellCandidates,
): PowerShell {
  return livePowerShell({
    clock: systemClock,
    candidates: () => candidates(thisPlace).filter(({ program }) => !isPlaceholder(program)),
    open: async (candidate, options) => (await import('./shell.ts')).openShell(candidate, options),
    ...(patience === undefined ? {} : { patience }),
  });
}

export const powerShell: PowerShell = newPowerShell();

/** For the administration modules of servers, which want Windows PowerShell 5.1 where there is one. */
export const serverPowerShell: PowerShell = newPowerShell(undefined, serverCandidates);

/** Milliseconds: a program that only looks like a PowerShell says nothing, and somebody waits at a prompt. */
const lookingFor = 30_000;

/**
 * The PowerShell of this machine, found by what it prints: PowerShell 7 where there is one, else Windows PowerShell 5.1.
 * Undefined when there is none. Starts one and ends it, which takes a second or more.
 */
export async function findPowerShell(): Promise<PowerShellFound | undefined> {
  const host = newPowerShell(lookingFor);
  try {
    return await host.found();
  } catch {
    return undefined;
  } finally {
    host.end();
  }
}
