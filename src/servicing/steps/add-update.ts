import type { PlanStep, UpdateResult } from '../../contract/generated/types.ts';
import { Problem } from '../../errors.ts';
import { dismErrorOf } from '../dism-problem.ts';
import type { AssignedUpdate } from '../plan/assign.ts';
import { addToBootImage } from './add-to-boot-image.ts';
import { addToRecovery } from './add-to-recovery.ts';
import { packageToAdd } from './package-to-add.ts';
import type { Step, Work } from './step.ts';
import { addPackage, isKnownOfPe, isOnBootImage } from './windows-pe.ts';

/** The tool's word that a package is not for this image: recorded, not an error. */
const notApplicable = 0x800f081e;

/** Adds the package of one update to the mounted image. What became of it is proved later, by `verify`. */
export const addUpdate: Step = {
  kind: 'add-update',
  weight: 18,
  async run(step, work) {
    if (step.recovery !== undefined) return addToRecovery(step, work);
    if (step.bootImage === true) return addToBootImage(step, work);
    const index = step.index ?? 1;
    const uniqueId = step.uniqueId ?? '';
    if (work.outcome.results.some((each) => isOf(each, uniqueId, index))) return;
    try {
      const path = await packageToAdd(step, work, assignedOf(step, work));
      work.log.write(`Applying update ${step.target} (KB${step.articleId}) to index ${index} from ${path}`);
      await addPackage(step, work, path);
      const installed = work.outcome.installed.get(index) ?? [];
      work.outcome.installed.set(index, [...installed, assignedOf(step, work)]);
      work.outcome.results.push(resultOf(step, work, { result: 'Installed', errorCode: null, message: '' }));
      work.log.write(`Update ${step.target} was applied to index ${index}`);
    } catch (error) {
      failed({ step, index, work, error });
    }
  },
};

function isOf(result: UpdateResult, uniqueId: string, index: number): boolean {
  return result.uniqueId === uniqueId && result.index === index && result.bootImage !== true;
}

/** Decides whether the run goes on (the failure policy of Configuration Manager, and the reaction class in the code table). */
function failed({ step, index, work, error }: { step: PlanStep; index: number; work: Work; error: unknown }): void {
  if (!(error instanceof Problem) || error.id === 'ImgCanceled') throw error;
  const native = dismErrorOf(error);
  const message = error.message;
  const errorCode = native?.hex ?? error.id;
  const known = isOnBootImage(step, work) && isKnownOfPe(error, work.plan.imageRevisions.get(index) ?? null);
  if (native?.code === notApplicable || known) {
    work.log.write(`Update ${step.target} is not applicable to index ${index}`, 'Warning');
    work.warn(`The servicing tool says that ${step.target} is not applicable to index ${index}.`);
    work.outcome.results.push(resultOf(step, work, { result: 'NotApplicable', errorCode, message }));
    return;
  }
  work.outcome.results.push(resultOf(step, work, { result: 'Failed', errorCode, message }));
  const dirty = native !== undefined && (native.reason !== 'failed' || native.class === 'A');
  if (!work.continueOnError || dirty) throw error;
  work.outcome.problems.push(error);
  work.warn(`${step.target} failed in index ${index}; the run goes on.`);
}

function resultOf(
  step: PlanStep,
  work: Work,
  facts: Pick<UpdateResult, 'result' | 'errorCode' | 'message'>,
): UpdateResult {
  const { uniqueId, articleId, title, kind } = assignedOf(step, work);
  return { uniqueId, articleId, title, kind, index: step.index ?? 1, ...facts };
}

/** What the plan knows of the update of a step. */
function assignedOf({ index, uniqueId = '', id }: PlanStep, { plan }: Work): AssignedUpdate {
  const assigned = plan.assignments.find((each) => each.index === index)?.updates;
  const found = assigned?.find((each) => each.uniqueId === uniqueId);
  if (found === undefined) throw new Problem('ImgUnexpected', { detail: `The plan has no update for its step ${id}.` });
  return found;
}
