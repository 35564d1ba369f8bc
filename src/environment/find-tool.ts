import { createDism } from '../dism/dism.ts';
import { DismError } from '../dism/dism-error.ts';
import type { MountedImage } from '../dism/mounted-images.ts';
import type { Ports } from '../ports/index.ts';
import { isEmulator } from '../site/installation.ts';

/** What a servicing tool says of itself. */
export interface FoundTool {
  /** Program and leading arguments. */
  command: string[];
  /** dism.exe itself, or at least not our emulator. */
  isReal: boolean;
  /** As it prints it, for example 10.0.26100.5074; undefined when it printed none. */
  version: string | undefined;
  /** What it has mounted, other people's images included. */
  mounts: MountedImage[];
  /** Why it did not answer. */
  error: DismError | undefined;
}

/** Asks a tool for its mounts: the one question that changes nothing, and its version comes with the answer. */
export async function findTool(ports: Ports, command: string[], emulator: string[]): Promise<FoundTool> {
  const isReal = !isEmulator(command, { emulator });
  const dism = createDism({ command, processes: ports.processes });
  try {
    const { output, mountedImages } = await dism.getMountedImageInfo();
    return { command, isReal, version: versionIn(output), mounts: mountedImages, error: undefined };
  } catch (error) {
    if (!(error instanceof DismError)) throw error;
    return { command, isReal, version: versionIn(error.output), mounts: [], error };
  }
}

function versionIn(output: string): string | undefined {
  return /^Version: (\d+(?:\.\d+){3})\s*$/m.exec(output)?.[1];
}
