import type { Assignment } from '../assign.ts';
import { wantedDrivers } from '../input.ts';
import { type Stage, stageOf } from '../stage.ts';
import type { Draft, PlanFacts, Section } from './section.ts';

/** Each index on its own, from its mount to its unmount: one servicing session at a time works on a file. */
export const osIndexes: Section = (facts) =>
  facts.assignments.flatMap((assignment) => parts.flatMap((part) => part(assignment, facts)));

/** What happens to one index, in this order. To add something: a function below, its place here. */
const parts: readonly ((assignment: Assignment, facts: PlanFacts) => Draft[])[] = [
  mount,
  putRecovery,
  (assignment) => updatesOf(assignment, 'stack'),
  languages,
  capabilities,
  (assignment) => updatesOf(assignment, 'cumulative'),
  cleanUp,
  features,
  (assignment) => updatesOf(assignment, 'afterCleanUp'),
  drivers,
  unmount,
];

function mount({ index, name }: Assignment): Draft[] {
  return [{ kind: 'mount', index, target: targetOf(index, name), reason: 'Packages are added to a mounted image.' }];
}

function putRecovery({ index, name }: Assignment, { recovery }: PlanFacts): Draft[] {
  return recovery
    .filter(({ into }) => into.includes(index))
    .map(({ number }) => ({
      ...{ kind: 'put-recovery', index, recovery: number, target: targetOf(index, name) },
      reason: 'The serviced recovery image takes the place of the one inside.',
    }));
}

function languages({ index, additions }: Assignment): Draft[] {
  return (additions?.languages ?? []).map(({ language, file }) => ({
    ...{ kind: 'add-language', index, target: `${language}: ${file.slice(file.lastIndexOf('/') + 1)}`, language },
    reason: 'Languages go in before the cumulative update, which brings them to its revision.',
  }));
}

function capabilities({ index, additions }: Assignment): Draft[] {
  return (additions?.capabilities ?? []).map((capability) => ({
    ...{ kind: 'add-capability', index, target: capability, capability },
    reason: 'Features on demand go in behind the languages and before the cumulative update.',
  }));
}

function features({ index, additions }: Assignment): Draft[] {
  return (additions?.features ?? []).map((feature) => ({
    ...{ kind: 'enable-feature', index, target: feature, feature },
    reason:
      'Optional features leave work for the first start, so they come after the clean-up, and .NET before its update.',
  }));
}

/** The updates of one stage, with their reasons. */
export function updatesOf({ index, updates }: Assignment, stage: Stage): Draft[] {
  const own = updates.filter(({ kind }) => stageOf(kind) === stage);
  return own.map(({ uniqueId, articleId, title, kind: updateKind, reason, checkpoints = [] }) => {
    const along = checkpoints.map((each) => `KB${each.articleId}`).join(', ');
    const go = checkpoints.length === 1 ? 'lies beside it and goes in first' : 'lie beside it and go in first';
    const words = [
      reason,
      ...(along === '' ? [] : [`${along} ${go}`]),
      ...(stage === 'afterCleanUp' ? ['it leaves work for the first start, so it comes after the clean-up'] : []),
    ];
    return { kind: 'add-update', index, target: title, reason: words.join('; '), uniqueId, articleId, updateKind };
  });
}

function cleanUp({ index, name }: Assignment, { cleanups, input }: PlanFacts): Draft[] {
  if (!cleanups.has(index)) return [];
  const reason = input.image.isBootImage
    ? smallReason
    : 'Superseded updates are removed for good (ResetBase), before the image is saved.';
  return [{ kind: 'clean-up', index, target: targetOf(index, name), reason }];
}

function drivers({ index }: Assignment, { input }: PlanFacts): Draft[] {
  const { drivers: found } = input.options;
  if (found == null) return [];
  const count = wantedDrivers(found).length;
  const reason = `${count} driver${count === 1 ? '' : 's'}${found.forceUnsigned ? ', signed or not' : ', each with a catalog file'}.`;
  return [{ kind: 'add-drivers', index, target: found.folder, reason }];
}

function unmount({ index, name }: Assignment): Draft[] {
  return [{ kind: 'unmount', index, target: targetOf(index, name), reason: 'The changes are saved into the copy.' }];
}

/** Why a Windows PE is always cleaned up. */
export const smallReason = 'It starts from memory: what it replaced is removed for good (ResetBase).';

function targetOf(index: number, name: string): string {
  return `${name} (index ${index})`;
}
