import type { Recurrence } from '../../src/contract/generated/types.ts';
import { localText } from '../../src/schedule/local-time.ts';
import { checkedRule, occurrences } from '../../src/schedule/occurrences.ts';

/** The next occurrences as local times with offset; the host of these tests stands in Berlin. */
export function next(recurrence: Recurrence, after: string, count = 3): string[] {
  return noted(recurrence, after, count).map(([at = '']) => at);
}

/** As `next`, each with its notes. */
export function noted(recurrence: Recurrence, after: string, count = 3): string[][] {
  const rule = checkedRule(recurrence, 'Europe/Berlin');
  const found: string[][] = [];
  for (const { at, notes } of occurrences(rule, Date.parse(after))) {
    found.push([localText(at, rule.zone), ...notes]);
    if (found.length === count) break;
  }
  return found;
}
