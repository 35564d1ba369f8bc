import { type Occurrence, occurrences } from '../../../src/schedule/occurrences.ts';
import { readRule } from '../../../src/schedule/rule.ts';
import { randomNumbers } from '../../helpers/random-numbers.ts';
import { type Question, question } from './generate.ts';
import { search } from './reference.ts';

export interface Difference extends Question {
  engine: string[];
  reference: string[];
}

export interface Checked {
  rules: number;
  occurrences: number;
  /** How often each kind was asked. */
  kinds: Record<string, number>;
  /** Rules with a maintenance window. */
  windows: number;
  /** Rules of which all occurrences in the thirty years were asked for. */
  whole: number;
  /** Occurrences whose local time does not exist or comes twice. */
  changes: number;
  differences: Difference[];
}

/** Asks the engine and the reference the same questions. Stops at ten differences. */
export function checkRules(rules: number, seed: number): Checked {
  const random = randomNumbers(seed);
  const result: Checked = { rules: 0, occurrences: 0, kinds: {}, windows: 0, whole: 0, changes: 0, differences: [] };
  while (result.rules < rules && result.differences.length < 10) {
    const asked = question(random);
    const found = nextOf(asked);
    const engine = found.map(({ at }) => at);
    const reference = search(asked.rule, asked.after, asked.count);
    const kind = Object.keys(asked.rule)[1] ?? '';
    result.kinds[kind] = (result.kinds[kind] ?? 0) + 1;
    result.rules += 1;
    result.whole += asked.count > 5 ? 1 : 0;
    result.windows += asked.rule.window === undefined ? 0 : 1;
    result.changes += found.filter(({ notes }) => notes.some((note) => /not exist|twice/.test(note))).length;
    result.occurrences += reference.length;
    if (engine.length === reference.length && engine.every((at, place) => at === reference[place])) continue;
    // Of long answers the part that matters.
    const first = Math.max(0, engine.findIndex((at, place) => at !== reference[place]) - 1);
    const part = (answer: number[]): string[] => answer.slice(first, first + 5).map(text);
    result.differences.push({ ...asked, engine: part(engine), reference: part(reference) });
  }
  return result;
}

function nextOf({ rule, after, count }: Question): Occurrence[] {
  const found: Occurrence[] = [];
  for (const each of occurrences(readRule(rule, 'UTC'), after)) {
    found.push(each);
    if (found.length === count) break;
  }
  return found;
}

function text(moment: number): string {
  return new Date(moment).toISOString();
}
