import type { PlanStep } from '../contract/generated/types.ts';
import type { Database } from '../site/database.ts';
import type { StepTiming } from './plan/input.ts';
import { stageOf } from './plan/stage.ts';

/** Enough for a median of a year of an image; a plan must not read a whole history. */
const mostSteps = 300;

/**
 * How long the steps of earlier runs took, newest first: those of the tool that services this image, for the emulator is
 * no measure for DISM. Steps of older versions, which do not say what they handled, are left out.
 */
export async function stepHistory(database: Database, image: { id: string; rehearsal: number }): Promise<StepTiming[]> {
  const rows = await database
    .selectFrom('run_step')
    .innerJoin('run', 'run.run_id', 'run_step.run_id')
    .select(['run.image_id', 'run_step.step_json', 'run_step.started', 'run_step.completed'])
    .where('run.rehearsal', '=', image.rehearsal)
    .where('run_step.status', '=', 'Succeeded')
    .orderBy('run_step.run_id', 'desc')
    .limit(mostSteps)
    .execute();
  return rows.flatMap(({ image_id, step_json, started, completed }) => {
    const { kind, bytes, updateKind = '', recovery }: PlanStep = JSON.parse(step_json);
    // A recovery image takes minutes: its times say nothing of an edition.
    if (recovery !== undefined && kind !== 'put-recovery') return [];
    const seconds = (Date.parse(completed ?? '') - Date.parse(started ?? '')) / 1000;
    if (bytes === undefined || !(seconds >= 0)) return [];
    return [{ kind, stage: stageOf(updateKind), seconds, bytes, sameImage: image_id === image.id }];
  });
}
