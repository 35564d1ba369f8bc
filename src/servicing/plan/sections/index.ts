/** The parts of a plan, in the order of a run. To add one: a file here that exports a `Section`, its place below. */
import type { PlanStep } from '../../../contract/generated/types.ts';
import { begin } from './begin.ts';
import { bootFileSteps } from './boot-files.ts';
import { bootImageSteps } from './boot-image.ts';
import { end } from './end.ts';
import { featureSources } from './feature-sources.ts';
import { osIndexes } from './os-indexes.ts';
import { recoveryImageSteps } from './recovery.ts';
import type { Draft, PlanFacts, Section } from './section.ts';
import { setupSteps } from './setup.ts';
import { shrink } from './shrink.ts';

const sections: readonly Section[] = [
  begin,
  featureSources,
  recoveryImageSteps,
  osIndexes,
  shrink,
  bootImageSteps,
  setupSteps,
  bootFileSteps,
  end,
];

/** All steps of a plan, in order, each with its id. */
export function stepsOf(facts: PlanFacts): PlanStep[] {
  return sections.flatMap((section) => section(facts)).map((step, at) => ({ id: stepId(at, step), ...step }));
}

/** 03-mount-1: the order, the kind, the index; 03-mount-re1 for a recovery image, 03-mount-boot1 for boot.wim. */
function stepId(at: number, { kind, index, recovery, bootImage }: Draft): string {
  const order = String(at + 1).padStart(2, '0');
  if (recovery !== undefined && kind !== 'put-recovery') return `${order}-${kind}-re${recovery}`;
  if (bootImage) return `${order}-${kind}-boot${index ?? ''}`;
  return index === undefined ? `${order}-${kind}` : `${order}-${kind}-${index}`;
}
