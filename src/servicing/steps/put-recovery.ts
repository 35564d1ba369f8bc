import { Problem } from '../../errors.ts';
import { splitPath } from '../../formats/wim/names.ts';
import { fileBelow } from '../../images/library/below.ts';
import { recoveryPath } from '../../images/recovery.ts';
import type { Step } from './step.ts';

/** Puts a serviced recovery image into a mounted index, in the place of the one that was there. */
export const putRecovery: Step = {
  kind: 'put-recovery',
  weight: 1,
  async run({ index = 1, recovery = 1 }, { ports, folder, outcome, log, signal }) {
    const installed = outcome.recovery.get(recovery);
    if (installed === undefined) return;
    const mounted = fileBelow(ports.files, folder.mount(index), splitPath(recoveryPath));
    if (mounted === undefined) {
      throw new Problem('ImgUnexpected', { detail: `The mounted index ${index} has no ${recoveryPath}.` });
    }
    log.write(`Putting recovery image ${recovery} into index ${index}`);
    // Windows refuses to write over a file with the attributes hidden and system, which this one has.
    ports.files.remove(mounted);
    await ports.files.copy(folder.recovery(recovery).image, mounted, { signal });
    outcome.installed.set(index, [...(outcome.installed.get(index) ?? []), ...installed]);
  },
};
