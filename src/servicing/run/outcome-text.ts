import { Problem, problemDocument } from '../../errors.ts';
import type { Outcome } from '../steps/step.ts';
import { storedProblem } from './stored-problem.ts';

/** What JSON has no form for stands in a member of its own, so that a new member of the outcome needs no line here. */
interface Tagged {
  $map?: [unknown, unknown][];
  $problem?: Parameters<typeof storedProblem>[0];
}

/** The outcome of a run so far, as a text that `readOutcome` makes the same outcome of. */
export function writeOutcome(outcome: Outcome): string {
  return JSON.stringify(outcome, (_name, value: unknown) => {
    if (value instanceof Map) return { $map: [...value] } satisfies Tagged;
    if (value instanceof Problem) return { $problem: problemDocument(value) };
    return value;
  });
}

export function readOutcome(text: string): Outcome {
  return JSON.parse(text, (_name, value: Tagged | null) => {
    if (value?.$map !== undefined) return new Map(value.$map);
    if (value?.$problem !== undefined) return storedProblem(value.$problem);
    return value;
  });
}
