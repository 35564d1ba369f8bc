import { isUpdateKind, regularKind } from '../../updates/kinds.ts';

/**
 * When an update goes into an index: the servicing stack that everything else needs, then the cumulative update, and
 * after the clean-up what leaves work for the first start, with which DISM refuses to clean up. What goes into the recovery
 * image inside the index has a place of its own.
 */
export const stages = ['stack', 'cumulative', 'afterCleanUp', 'recovery'] as const;

export type Stage = (typeof stages)[number];

const stageOfKind: Record<string, Stage> = {
  ServicingStackUpdate: 'stack',
  CumulativeUpdate: 'cumulative',
  DotNetCumulativeUpdate: 'afterCleanUp',
  SafeOSDynamicUpdate: 'recovery',
};

/** The stage of a kind, previews with their regular kind; undefined for a kind that no plan puts into a Windows index. */
export function stageOf(kind: string): Stage | undefined {
  return isUpdateKind(kind) ? stageOfKind[regularKind(kind)] : undefined;
}
