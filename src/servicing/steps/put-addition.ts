import type { PlanStep } from '../../contract/generated/types.ts';
import { isUsable } from '../run/mounts.ts';
import { callDism } from './call-dism.ts';
import type { Addition, Work } from './step.ts';

/** Has the tool put a language or feature into the mounted index, and notes it for `verify`. A failure ends the run. */
export async function putAddition(
  step: PlanStep,
  work: Work,
  { addition, call }: { addition: Addition; call: Parameters<typeof callDism>[2] },
): Promise<void> {
  const { index = 1 } = step;
  await callDism(step, work, call, () => isUsable(work, work.folder.mount(index)));
  const before = work.outcome.additions.get(index) ?? [];
  work.outcome.additions.set(index, [...before, addition]);
}
