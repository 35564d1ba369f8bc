/** The registry of a machine on which the emulator stands for DISM: what its state folder holds as loaded. */
import { disk } from '../../src/emulator/disk.ts';
import { type MountTable, openMountTable } from '../../src/emulator/mount-table.ts';
import type { Hives } from '../../src/ports/hives.ts';

export function emulatedHives(stateFolder: string): Hives {
  return {
    loaded: async () => withTable(stateFolder, (table) => table.hives()),
    unload: async (key) => {
      if (!withTable(stateFolder, (table) => table.unloadHive(key))) throw new Error(`${key} is not loaded`);
    },
  };
}

/** Works with the table of the emulator, as another program of its machine. */
export function withTable<T>(stateFolder: string, work: (table: MountTable) => T): T {
  const table = openMountTable(disk, stateFolder);
  try {
    return work(table);
  } finally {
    table.close();
  }
}
