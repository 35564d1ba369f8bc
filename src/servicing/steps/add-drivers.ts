import { basename } from 'node:path';
import { wantedDrivers } from '../plan/input.ts';
import { isUsable } from '../run/mounts.ts';
import { callDism } from './call-dism.ts';
import type { Step } from './step.ts';

/** Characters of paths in one call: Windows allows 32,767 for a whole command line. */
const longestCall = 16_000;

/**
 * Adds drivers, each named by its .inf: what DISM would find by itself below a folder has text files in it that are no
 * drivers, and unsigned ones that would fail all. What became of them is proved later, by `verify`.
 */
export const addDrivers: Step = {
  kind: 'add-drivers',
  weight: 4,
  async run(step, work) {
    const { plan, folder, log, outcome } = work;
    if (plan.drivers === null) return;
    const index = step.index ?? 1;
    const mountDir = folder.mount(index);
    const { forceUnsigned } = plan.drivers;
    for (const drivers of batchesOf(wantedDrivers(plan.drivers))) {
      log.write(
        `Adding ${drivers.length} driver(s) to index ${index}: ${drivers.map((path) => basename(path)).join(', ')}`,
      );
      await callDism(
        step,
        work,
        (options) => work.dism.addDriver({ ...options, mountDir, drivers, forceUnsigned }),
        () => isUsable(work, mountDir),
      );
      outcome.drivers.set(index, [...(outcome.drivers.get(index) ?? []), ...drivers]);
    }
  },
};

function batchesOf(paths: readonly string[]): string[][] {
  const batches: string[][] = [];
  let length = longestCall;
  for (const path of paths) {
    if (length + path.length > longestCall) {
      batches.push([]);
      length = 0;
    }
    batches.at(-1)?.push(path);
    length += path.length + 12;
  }
  return batches;
}
