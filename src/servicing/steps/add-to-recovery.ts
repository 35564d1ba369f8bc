import type { PlanStep, UpdateResult } from '../../contract/generated/types.ts';
import { Problem } from '../../errors.ts';
import { dismErrorOf } from '../dism-problem.ts';
import type { RecoveryImage } from '../plan/recovery.ts';
import { stageOf } from '../plan/stage.ts';
import { isUsable } from '../run/mounts.ts';
import { callDism } from './call-dism.ts';
import { placeOf } from './place.ts';
import type { Work } from './step.ts';

const notApplicable = 0x800f081e;
/** ERROR_MOD_NOT_FOUND: the servicing stack of a cumulative update went in, the rest is not for a recovery image. */
const stackAlone = 126;

/**
 * Adds a package to a mounted recovery image: of the cumulative update its servicing stack, whose failure with 0x8007007e
 * is expected here and nowhere else; then the updates of the recovery image itself. A recovery image that something
 * failed in is never saved: the run ends, or with ContinueOnError the indexes keep the one that they have.
 */
export async function addToRecovery(step: PlanStep, work: Work): Promise<void> {
  const { recovery = 1, uniqueId = '' } = step;
  const image = work.plan.recovery.find(({ number }) => number === recovery);
  if (image === undefined)
    throw new Problem('ImgUnexpected', { detail: `The plan has no recovery image ${recovery}.` });
  if (image.stackFrom?.uniqueId === uniqueId) return addStack(step, work, image);
  if (hasFailed(image, work)) return;
  try {
    await add(step, work);
    const update = image.updates.find((each) => each.uniqueId === uniqueId);
    work.outcome.recovery.set(recovery, [...(work.outcome.recovery.get(recovery) ?? []), ...(update ? [update] : [])]);
    tell(step, work, image, { result: 'Installed', errorCode: null, message: '' });
  } catch (error) {
    if (!(error instanceof Problem) || error.id === 'ImgCanceled') throw error;
    const native = dismErrorOf(error);
    const facts = { errorCode: native?.hex ?? error.id, message: error.message };
    if (native?.code === notApplicable) {
      work.warn(`The servicing tool says that ${step.target} is not applicable to the recovery image.`);
      tell(step, work, image, { result: 'NotApplicable', ...facts });
      return;
    }
    tell(step, work, image, { result: 'Failed', ...facts });
    giveUp(recovery, work, error);
  }
}

async function addStack(step: PlanStep, work: Work, image: RecoveryImage): Promise<void> {
  try {
    await add(step, work);
  } catch (error) {
    const code = dismErrorOf(error)?.code;
    const isPartial = stageOf(image.stackFrom?.kind ?? '') === 'cumulative';
    if (code === notApplicable || (code === stackAlone && isPartial)) {
      const words = isPartial ? 'the rest is not for it' : 'it had it, or a newer one, before';
      work.log.write(`The servicing stack of ${step.target} is in the recovery image; ${words}`);
      return;
    }
    if (!(error instanceof Problem) || error.id === 'ImgCanceled') throw error;
    for (const { uniqueId, articleId, title } of image.updates) {
      const why = `The servicing stack before it failed: ${error.message}`;
      const failed = { ...step, uniqueId, articleId, target: title };
      tell(failed, work, image, {
        result: 'NotAttempted',
        errorCode: dismErrorOf(error)?.hex ?? error.id,
        message: why,
      });
    }
    giveUp(image.number, work, error);
  }
}

async function add(step: PlanStep, work: Work): Promise<void> {
  const { path } = await work.content(step.uniqueId ?? '');
  const { mountDir, words } = placeOf(step, work);
  work.log.write(`Applying update ${step.target} (KB${step.articleId}) to ${words} from ${path}`);
  await callDism(
    step,
    work,
    (options) => work.dism.addPackage({ ...options, mountDir, packagePath: path }),
    () => isUsable(work, mountDir),
  );
}

/** Nothing of a recovery image is saved that something failed in. */
function giveUp(recovery: number, work: Work, error: Problem): void {
  work.outcome.recovery.delete(recovery);
  const native = dismErrorOf(error);
  const dirty = native !== undefined && (native.reason !== 'failed' || native.class === 'A');
  if (!work.continueOnError || dirty) throw error;
  work.outcome.problems.push(error);
  work.warn(`The recovery image ${recovery} stays as it is; the run goes on.`);
}

function hasFailed({ into, updates }: RecoveryImage, { outcome }: Work): boolean {
  return outcome.results.some(
    ({ uniqueId, index, result }) =>
      into.includes(index) &&
      (result === 'Failed' || result === 'NotAttempted') &&
      updates.some((each) => each.uniqueId === uniqueId),
  );
}

/** What became of an update is told of each index that holds this recovery image. */
function tell(
  { uniqueId = '', articleId = '', target }: PlanStep,
  { outcome }: Work,
  { into, updates }: RecoveryImage,
  facts: Pick<UpdateResult, 'result' | 'errorCode' | 'message'>,
): void {
  const kind = updates.find((each) => each.uniqueId === uniqueId)?.kind ?? 'SafeOSDynamicUpdate';
  for (const index of into) outcome.results.push({ uniqueId, articleId, title: target, kind, index, ...facts });
}
