import { plannedUpdates, type ServicingPlan } from './plan.ts';

/** Updates of a plan, each once, with the KBs of the checkpoints that go into the image with it. */
export interface PlannedContent {
  uniqueId: string;
  fileNames: null;
  checkpoints: string[];
}

/** Whose content a plan needs: the updates that go in, and the records of the checkpoints that lie beside them. */
export function plannedContent(
  plan: Pick<ServicingPlan, 'assignments' | 'recovery' | 'boot' | 'setup'>,
): PlannedContent[] {
  const found = new Map<string, Set<string>>();
  const add = (uniqueId: string, articles: readonly string[]): void => {
    found.set(uniqueId, new Set([...(found.get(uniqueId) ?? []), ...articles]));
  };
  for (const { uniqueId, checkpoints = [] } of plannedUpdates(plan)) {
    add(
      uniqueId,
      checkpoints.map(({ articleId }) => articleId),
    );
    for (const checkpoint of checkpoints) add(checkpoint.uniqueId, []);
  }
  return [...found].map(([uniqueId, articles]) => ({ uniqueId, fileNames: null, checkpoints: [...articles] }));
}
