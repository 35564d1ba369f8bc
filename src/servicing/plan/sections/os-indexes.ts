import type { Assignment } from '../assign.ts';
import type { Draft, PlanFacts, Section } from './section.ts';

/** Each index on its own, from its mount to its unmount: one servicing session at a time works on a file. */
export const osIndexes: Section = (facts) =>
  facts.assignments.flatMap((assignment) => parts.flatMap((part) => part(assignment, facts)));

/** What happens to one index, in this order. To add something: a function below, its place here. */
const parts: readonly ((assignment: Assignment, facts: PlanFacts) => Draft[])[] = [mount, updates, cleanUp, unmount];

function mount({ index, name }: Assignment): Draft[] {
  return [{ kind: 'mount', index, target: targetOf(index, name), reason: 'Packages are added to a mounted image.' }];
}

function updates({ index, updates: assigned }: Assignment): Draft[] {
  return assigned.map(({ uniqueId, articleId, title, reason, checkpoints = [] }) => {
    const along = checkpoints.map((each) => `KB${each.articleId}`).join(', ');
    const why = along === '' ? reason : `${reason}; ${along} lies beside it and goes in first`;
    return { kind: 'add-update', index, target: title, reason: why, uniqueId, articleId };
  });
}

function cleanUp({ index, name }: Assignment, { cleanups }: PlanFacts): Draft[] {
  if (!cleanups.has(index)) return [];
  const reason = 'Superseded updates are removed for good (ResetBase), before the image is saved.';
  return [{ kind: 'clean-up', index, target: targetOf(index, name), reason }];
}

function unmount({ index, name }: Assignment): Draft[] {
  return [{ kind: 'unmount', index, target: targetOf(index, name), reason: 'The changes are saved into the copy.' }];
}

function targetOf(index: number, name: string): string {
  return `${name} (index ${index})`;
}
