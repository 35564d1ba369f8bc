/** What Windows PE does with updates of Windows that nothing else may do. */
import type { PlanStep } from '../../contract/generated/types.ts';
import { dismErrorOf } from '../dism-problem.ts';
import { isIncompletePe } from '../plan/incomplete-pe.ts';
import { isUsable } from '../run/mounts.ts';
import { callDism } from './call-dism.ts';
import { placeOf } from './place.ts';
import type { Work } from './step.ts';

/** ERROR_MOD_NOT_FOUND: the servicing stack of a cumulative update went in, the rest did not yet. */
const stackAlone = 126;
/** ERROR_SXS_TRANSACTION_CLOSURE_INCOMPLETE. */
const incomplete = 14107;

/** Whether a step works on a boot image: on boot.wim of media, or on one that is registered for its own sake. */
export function isOnBootImage({ bootImage, recovery }: PlanStep, { plan }: Work): boolean {
  return bootImage === true || (plan.isBootImage && recovery === undefined);
}

/**
 * Adds a package to what a step works on. On a boot image the update may stop once after its servicing stack
 * (0x8007007e): with that in place it is added again, and then the same error is one.
 */
export async function addPackage(step: PlanStep, work: Work, packagePath: string): Promise<void> {
  const { mountDir } = placeOf(step, work);
  const add = (): Promise<unknown> =>
    callDism(
      step,
      work,
      (options) => work.dism.addPackage({ ...options, mountDir, packagePath }),
      () => isUsable(work, mountDir),
    );
  try {
    await add();
  } catch (error) {
    if (!isOnBootImage(step, work) || dismErrorOf(error)?.code !== stackAlone) throw error;
    work.log.write(`The servicing stack of ${step.target} is in; the update is added again`);
    await add();
  }
}

/** Whether a failure is known of Windows PE of this revision, whatever the update: then the index keeps what it has. */
export function isKnownOfPe(error: unknown, revision: string | null): boolean {
  return dismErrorOf(error)?.code === incomplete && isIncompletePe(revision);
}
