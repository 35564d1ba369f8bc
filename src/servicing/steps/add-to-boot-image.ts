import type { PlanStep, UpdateResult } from '../../contract/generated/types.ts';
import { Problem } from '../../errors.ts';
import { dismErrorOf } from '../dism-problem.ts';
import type { AssignedUpdate, Assignment } from '../plan/assign.ts';
import { packageToAdd } from './package-to-add.ts';
import type { Work } from './step.ts';
import { addPackage, isKnownOfPe } from './windows-pe.ts';

const notApplicable = 0x800f081e;

/**
 * Adds a package to a mounted index of boot.wim. When something fails in one index the file stays as it is, all of it:
 * Setup in one index and what starts it in the other must be of one revision.
 */
export async function addToBootImage(step: PlanStep, work: Work): Promise<void> {
  const { outcome, plan } = work;
  const { index = 1, uniqueId = '' } = step;
  const assignment = plan.boot?.assignments.find((each) => each.index === index);
  const update = assignment?.updates.find((each) => each.uniqueId === uniqueId);
  if (assignment === undefined || update === undefined) {
    throw new Problem('ImgUnexpected', { detail: `The plan has no update of boot.wim for its step ${step.id}.` });
  }
  if (outcome.boot.isGivenUp) {
    if (isTold(update, index, work)) return;
    tell(update, index, work, {
      result: 'NotAttempted',
      errorCode: null,
      message: 'Another index of boot.wim failed.',
    });
    return;
  }
  try {
    const path = await packageToAdd(step, work, update);
    work.log.write(`Applying update ${step.target} (KB${step.articleId}) to index ${index} of boot.wim from ${path}`);
    await addPackage(step, work, path);
    outcome.boot.installed.set(index, [...(outcome.boot.installed.get(index) ?? []), update]);
    tell(update, index, work, { result: 'Installed', errorCode: null, message: '' });
  } catch (error) {
    failed(error, { update, assignment, work });
  }
}

function failed(
  error: unknown,
  { update, assignment, work }: { update: AssignedUpdate; assignment: Assignment; work: Work },
): void {
  if (!(error instanceof Problem) || error.id === 'ImgCanceled') throw error;
  const { index, revision } = assignment;
  const native = dismErrorOf(error);
  const facts = { errorCode: native?.hex ?? error.id, message: error.message };
  if (native?.code === notApplicable || isKnownOfPe(error, revision)) {
    work.warn(`${update.title} did not go into index ${index} of boot.wim: ${error.message}`);
    tell(update, index, work, { result: 'NotApplicable', ...facts });
    return;
  }
  tell(update, index, work, { result: 'Failed', ...facts });
  const dirty = native !== undefined && (native.reason !== 'failed' || native.class === 'A');
  if (!work.continueOnError || dirty) throw error;
  work.outcome.problems.push(error);
  work.warn('boot.wim stays as it is; the run goes on.');
  work.outcome.boot.isGivenUp = true;
  work.outcome.boot.installed.clear();
}

/** The check of the run told it already. */
function isTold({ uniqueId }: AssignedUpdate, index: number, { outcome }: Work): boolean {
  return outcome.results.some((each) => each.bootImage === true && each.index === index && each.uniqueId === uniqueId);
}

function tell(
  { uniqueId, articleId, title, kind }: AssignedUpdate,
  index: number,
  { outcome }: Work,
  facts: Pick<UpdateResult, 'result' | 'errorCode' | 'message'>,
): void {
  outcome.results.push({ uniqueId, articleId, title, kind, index, bootImage: true, ...facts });
}
