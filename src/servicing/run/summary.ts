import type { Run } from '../../contract/generated/types.ts';
import type { Problem } from '../../errors.ts';
import type { ServicingPlan } from '../plan/plan.ts';
import type { Outcome } from '../steps/step.ts';
import type { RunStatus } from './run-store.ts';

interface Ended {
  outcome: Outcome;
  plan: ServicingPlan | undefined;
  problem: Problem | undefined;
}

/** What came of a run, in one sentence, as a person would say it. */
export function summaryOf({ outcome, plan, problem }: Ended, status: RunStatus): string {
  if (status === 'Canceled') return 'It was cancelled; the image is as it was.';
  if (problem !== undefined) return `It failed; the image is as it was: ${problem.message}`;
  if (outcome.nothingNew !== undefined) return `Nothing new: ${outcome.nothingNew} Nothing was mounted.`;
  if (plan !== undefined && plan.steps.length === 0) return `Nothing to do: ${whyNothing(plan)} Nothing was mounted.`;
  const installed = outcome.results.filter(({ result }) => result === 'Installed');
  const articles = [...new Set(installed.map(({ articleId }) => `KB${articleId}`))].join(', ');
  const revisions = [...new Set((outcome.proof?.indexes ?? []).map(changeOf))].join(', ');
  const done = articles === '' ? 'Serviced' : `${articles} went in`;
  const proved = revisions === '' ? '' : `: ${revisions}`;
  const published = outcome.published === undefined ? 'not published' : `version ${outcome.published.sourceVersion}`;
  return `${done}${proved}; ${published}.`;
}

function changeOf({ before, after }: NonNullable<Run['proof']>['indexes'][number]): string {
  return before === after ? `${after}` : `${before} -> ${after}`;
}

function whyNothing({ alreadyThere, skipped }: ServicingPlan): string {
  const [there] = alreadyThere;
  if (there !== undefined) return `${there.title} is there already.`;
  const [first] = skipped;
  return first === undefined ? 'nothing fits the image.' : `${first.title}: ${first.reason}.`;
}
