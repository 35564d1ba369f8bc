import { createDism } from '../../dism/dism.ts';
import type { Silence } from '../../dism/silence.ts';
import type { Dism } from '../../dism/types.ts';
import { isEmulator } from '../../site/installation.ts';
import type { Settings } from '../../site/settings.ts';
import type { Engine } from './engine.ts';

/** The tool that services an image. */
export interface ServicingTool {
  dism: Dism;
  /** It may be the real DISM: what only stands for a package must not reach it. */
  isReal: boolean;
}

/**
 * The file decides the tool: an image with the emulator's mark is serviced by the emulator of this installation on every
 * system, whatever the site's `dism` says; the real tool would take hours over it and fail. Any other image is serviced
 * by the site's tool, which is the emulator where there is no DISM. `rehearsal`: the image, or the run, carries the mark.
 * `onSilence`: told of a call that prints nothing for longer than its phase allows.
 */
export function servicingTool(
  { ports, installation }: Pick<Engine, 'ports' | 'installation'>,
  { dism: configured }: Pick<Settings, 'dism'>,
  { rehearsal, onSilence }: { rehearsal: boolean; onSilence?: (silence: Silence | undefined) => void },
): ServicingTool {
  const command = rehearsal ? installation.emulator : configured;
  const dism = createDism({
    ...{ command, processes: ports.processes, clock: ports.clock },
    ...(onSilence === undefined ? {} : { onSilence }),
  });
  return { dism, isReal: !isEmulator(command, installation) };
}
