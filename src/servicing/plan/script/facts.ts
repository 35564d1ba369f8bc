import type { PlanStep } from '../../../contract/generated/types.ts';
import { Problem } from '../../../errors.ts';
import type { AssignedUpdate } from '../assign.ts';
import type { ServicingPlan } from '../plan.ts';

/** A file that a script uses, with the digest that it must have then. */
export interface ScriptFile {
  path: string;
  sha256: string;
}

/** What a script is written from. */
export interface ScriptFacts {
  plan: ServicingPlan;
  image: ScriptFile & { name: string };
  /** By the id of a step the package that it uses, the checkpoints that lie beside it after it. */
  packages: ReadonlyMap<string, readonly ScriptFile[]>;
}

/** Makes the lines of one kind of step. */
export type Write = (step: PlanStep, facts: ScriptFacts) => string[];

/** What a script works on: the variable of its file, the name of the folder that it is mounted to, the index. */
export interface ScriptPlace {
  image: string;
  mount: string;
  index: number;
}

export function scriptPlace({ index = 1, recovery, bootImage }: PlanStep): ScriptPlace {
  if (bootImage === true) return { image: '$boot', mount: `mount-boot${index}`, index };
  if (recovery === undefined) return { image: '$copy', mount: `mount${index}`, index };
  return { image: `$winre${recovery}`, mount: `mount-re${recovery}`, index: 1 };
}

/** The update of a step, as the plan puts it in there; undefined for a step without one. */
export function updateOf(step: PlanStep, plan: ServicingPlan): AssignedUpdate | undefined {
  const { uniqueId, index, recovery, bootImage, kind } = step;
  if (uniqueId === undefined) return undefined;
  const has = (update: AssignedUpdate): boolean => update.uniqueId === uniqueId;
  if (kind === 'expand-setup') return plan.setup?.updates.find(has);
  if (recovery !== undefined) {
    const image = plan.recovery.find(({ number }) => number === recovery);
    const found = [image?.stackFrom ?? [], image?.updates ?? []].flat().find(has);
    // A recovery image takes nothing of a cumulative update but its servicing stack.
    return found && { ...found, checkpoints: [] };
  }
  const assignments = bootImage === true ? (plan.boot?.assignments ?? []) : plan.assignments;
  return assignments.find((each) => each.index === index)?.updates.find(has);
}

/** The package of a step. Throws Problem ImgUnexpected. */
export function packageOf({ id }: PlanStep, { packages }: ScriptFacts): readonly [ScriptFile, ...ScriptFile[]] {
  const [target, ...beside] = packages.get(id) ?? [];
  if (target === undefined) throw new Problem('ImgUnexpected', { detail: `No package is known for step ${id}.` });
  return [target, ...beside];
}

/** Whether files around the image change too. */
export function changesMedia({ boot, setup, bootFiles }: ServicingPlan): boolean {
  return boot !== null || setup !== null || bootFiles !== null;
}
