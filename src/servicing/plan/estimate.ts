import type { Plan } from '../../contract/generated/types.ts';
import type { Assignment } from './assign.ts';
import type { PlanInput } from './input.ts';
import type { RecoveryImage } from './recovery.ts';
import { type Stage, stageOf } from './stage.ts';

/** An update is expanded in the scratch folder and again in the component store; the image grows by about as much. */
const packageFactor = 4;

/** A recovery image is there as it was taken out, mounted (compressed to less than half), and exported. */
const recoveryFactor = 5;

/** Measured medians of the field: an LCU 18 min, clean-up 5, commit 40, mount 2, for an edition of about 16 GB. */
const secondsPerMountedByte = 60 / 16e9;
const minutes = { mount: 2, cleanUp: 5, unmount: 40, export: 20 };
const minutesOfStage: Record<Stage, number> = { stack: 2, cumulative: 18, afterCleanUp: 4, recovery: 1 };

/** Free bytes that the servicing drive needs at most at one time, and the seconds that a run takes with DISM. */
export function estimate(
  { image, options }: PlanInput,
  assignments: Assignment[],
  recovery: readonly Pick<RecoveryImage, 'size'>[] = [],
): Plan['estimates'] {
  if (assignments.length === 0) return { bytes: 0, seconds: 0 };
  const mounted = assignments.map(({ index }) => image.indexes.find((each) => each.index === index)?.totalBytes ?? 0);
  const packages = assignments.flatMap(({ updates }) => updates).reduce((sum, { size }) => sum + size, 0);
  // A recovery image that was replaced is left behind by an export as well.
  const isExported = options.removeSupersededUpdates || recovery.length > 0;
  const copies = isExported ? 2 : 1;
  const apart = recovery.reduce((sum, { size }) => sum + size * recoveryFactor, 0);
  const bytes = image.size * copies + Math.max(0, ...mounted) + packages * packageFactor + apart;
  const fixed = minutes.mount + minutes.unmount + (options.removeSupersededUpdates ? minutes.cleanUp : 0);
  const perIndex = assignments.reduce((sum, { updates }, at) => {
    const adding = updates.reduce((all, { kind }) => all + minutesOfStage[stageOf(kind) ?? 'cumulative'], 0);
    return sum + (mounted[at] ?? 0) * (fixed + adding) * secondsPerMountedByte;
  }, 0);
  const exported = isExported ? Math.max(0, ...mounted) * minutes.export * secondsPerMountedByte : 0;
  return { bytes: Math.ceil(bytes), seconds: Math.ceil(perIndex + exported) };
}
