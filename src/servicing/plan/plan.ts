/**
 * The plan of a run: what will be done to which index, made before anything is done. Pure: facts in, steps out.
 * Guarantees: a step list is complete (nothing is decided while it runs) and in the order of DISM's rules: packages,
 * clean-up, unmount, export last. To add a step: its kind in `steps.ts`, its place here, its file in `../steps/`.
 */
import type { Plan, PlanStep, Skipped, UpdateResult } from '../../contract/generated/types.ts';
import { type Assignment, assign } from './assign.ts';
import { estimate } from './estimate.ts';
import type { PlanInput } from './input.ts';
import { leftOutResults } from './left-out.ts';

export interface ServicingPlan extends Plan {
  warnings: string[];
  /** Which updates go into which index; empty when nothing is to be done. */
  assignments: Assignment[];
  /** Updates that every wanted index has already, with the reason. */
  alreadyThere: Skipped[];
  /** Results that are known before the run: updates that do not go into an index. */
  leftOut: UpdateResult[];
  /** All indexes of the file, in order, wanted or not, with the revision that each has before the run. */
  imageIndexes: number[];
  imageRevisions: Map<number, string | null>;
  /** Indexes whose clean-up DISM would refuse, because work is pending in them. */
  cleanupRefused: { index: number; pending: readonly string[] }[];
}

/** Makes the plan. With nothing to do the list of steps is empty. */
export function planServicing(input: PlanInput): ServicingPlan {
  const { assignments, alreadyThere, skipped } = assign(input);
  const busy = assignments.filter((each) => each.updates.length > 0);
  const cleanupRefused = input.options.removeSupersededUpdates ? busy.flatMap((each) => refusal(input, each)) : [];
  const steps = busy.length === 0 ? [] : listSteps(input, busy, cleanupsOf(input, busy, cleanupRefused));
  return {
    steps,
    skipped,
    estimates: estimate(input, busy),
    rehearsal: input.image.rehearsal,
    warnings: [...(input.warnings ?? []), ...cleanupRefused.map(refusalText)],
    cleanupRefused,
    assignments: busy,
    alreadyThere,
    leftOut: leftOutResults(assignments, input.updates),
    imageIndexes: input.image.indexes.map(({ index }) => index),
    imageRevisions: new Map(input.image.indexes.map(({ index, revision }) => [index, revision])),
  };
}

function refusal({ image }: PlanInput, { index }: Assignment): ServicingPlan['cleanupRefused'] {
  const { pending = [] } = image.indexes.find((each) => each.index === index) ?? {};
  return pending.length === 0 ? [] : [{ index, pending }];
}

/** Indexes that are cleaned up: those that are not refused, where the choice is to skip the others. */
function cleanupsOf(
  { options }: PlanInput,
  assignments: Assignment[],
  refused: ServicingPlan['cleanupRefused'],
): Set<number> {
  if (!options.removeSupersededUpdates) return new Set();
  const skipped = new Set(options.cleanupWhenPending === 'skip' ? refused.map(({ index }) => index) : []);
  return new Set(assignments.map(({ index }) => index).filter((index) => !skipped.has(index)));
}

/** Why a clean-up is foreseen to be refused, for people. */
export function refusalText({ index, pending }: ServicingPlan['cleanupRefused'][number]): string {
  return `Index ${index} has pending work (${pending.join(', ')}): DISM refuses to clean it up (0x800f0806).`;
}

/** A step before it has its place. */
interface Draft {
  kind: string;
  index?: number;
  target: string;
  reason: string;
  uniqueId?: string;
  articleId?: string;
}

function listSteps({ image }: PlanInput, assignments: Assignment[], cleanups: Set<number>): PlanStep[] {
  const steps: Draft[] = [
    { kind: 'check', target: image.path, reason: 'The image is the registered one, and there is enough free space.' },
    { kind: 'copy', target: image.path, reason: 'The registered file is never worked on.' },
  ];
  for (const { index, name, updates } of assignments) {
    const target = `${name} (index ${index})`;
    steps.push({ kind: 'mount', index, target, reason: 'Packages are added to a mounted image.' });
    for (const update of updates) {
      const { uniqueId, articleId, title, checkpoints = [] } = update;
      const along = checkpoints.map((each) => `KB${each.articleId}`).join(', ');
      const reason = along === '' ? update.reason : `${update.reason}; ${along} lies beside it and goes in first`;
      steps.push({ kind: 'add-update', index, target: title, reason, uniqueId, articleId });
    }
    if (cleanups.has(index)) {
      const reason = 'Superseded updates are removed for good (ResetBase), before the image is saved.';
      steps.push({ kind: 'clean-up', index, target, reason });
    }
    steps.push({ kind: 'unmount', index, target, reason: 'The changes are saved into the copy.' });
  }
  if (cleanups.size > 0) {
    steps.push({ kind: 'export', target: image.name, reason: 'Only a new file is smaller after a clean-up.' });
  }
  steps.push(
    { kind: 'verify', target: image.name, reason: 'What went in is read back: success is proved, not believed.' },
    {
      kind: 'publish',
      target: image.path,
      reason: 'The new file replaces the old one in one step; the old one is kept.',
    },
  );
  return steps.map((step, at) => ({ id: stepId(at, step), ...step }));
}

/** 03-mount-1: the order, the kind, the index. */
function stepId(at: number, { kind, index }: Draft): string {
  const order = String(at + 1).padStart(2, '0');
  return index === undefined ? `${order}-${kind}` : `${order}-${kind}-${index}`;
}
