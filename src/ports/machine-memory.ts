import { totalmem } from 'node:os';

/** The memory that this process may take, in bytes: of the machine, or of the container that it runs in. */
export interface MachineMemory {
  total(): number;
  /** Of it what nobody uses at the moment. */
  available(): number;
}

export const machineMemory: MachineMemory = {
  total() {
    // 0 where nothing limits it; a number beyond the machine where a limit was never set.
    const limit = process.constrainedMemory();
    return limit > 0 ? Math.min(limit, totalmem()) : totalmem();
  },
  available: () => process.availableMemory(),
};
