import { checkpointsOf } from '../../answers/checkpoints.ts';
import type { Derived } from '../../catalog/store/read-derived.ts';
import type { ImageFacts } from '../../selection/facts.ts';
import { isPassed, type NeededCheckpoint } from '../../selection/recommend.ts';
import type { Database } from '../../site/database.ts';

type CheckpointRecord = NeededCheckpoint & { uniqueId: string };

/** What a plan says of a checkpoint. */
export type CheckpointName = Pick<CheckpointRecord, 'uniqueId' | 'articleId'>;

/** All checkpoints of an update that the catalog has a record of. */
export async function recordedCheckpoints(
  database: Database,
  derived: Derived,
  facts: ImageFacts,
): Promise<CheckpointRecord[]> {
  return (await checkpointsOf(database, derived, facts)).flatMap((each) => {
    const uniqueId = each.uniqueId ?? each.file?.uniqueId;
    return uniqueId === undefined ? [] : [{ ...each, uniqueId }];
  });
}

/** Those that are above the revision of what the update goes into. */
export function checkpointsAbove(recorded: readonly CheckpointRecord[], facts: ImageFacts): CheckpointRecord[] {
  return recorded.filter((each) => !isPassed(each, facts));
}

export function named({ uniqueId, articleId }: CheckpointRecord): CheckpointName {
  return { uniqueId, articleId };
}
