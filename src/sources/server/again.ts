import type { Again } from './cursor.ts';
import type { Identity } from './soap.ts';

/** Syncs in which something that cannot be had is asked for, and how much of that is remembered. */
const mostTimes = 4;
const mostAgain = 500;

/** What is to be asked for again once `asked` came but for `lacking`, which did not come or not whole. */
export function notedAgain(
  before: readonly Again[],
  { asked, lacking }: { asked: readonly Identity[]; lacking: readonly Identity[] },
): Again[] {
  const open = new Map(before.map((each) => [each.id, each]));
  for (const { id } of asked) open.delete(id);
  for (const { id, revision } of lacking) {
    const times = (before.find((each) => each.id === id)?.times ?? 0) + 1;
    if (times < mostTimes && open.size < mostAgain) open.set(id, { id, revision, times });
  }
  return [...open.values()];
}
