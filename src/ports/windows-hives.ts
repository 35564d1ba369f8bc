import type { Hives } from './hives.ts';
import type { PowerShell } from './power-shell/power-shell.ts';
import { loadedHives, unloadHive } from './power-shell/scripts/hives.ts';

/** The registry of Windows, by its live PowerShell: Node knows nothing of it. */
export function windowsHives(powerShell: PowerShell): Hives {
  return {
    loaded: () => powerShell.ask(loadedHives, {}),
    unload: (key) => powerShell.ask(unloadHive, { key }),
  };
}
