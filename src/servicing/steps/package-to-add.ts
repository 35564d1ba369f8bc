import { basename, join } from 'node:path';
import type { PlanStep } from '../../contract/generated/types.ts';
import type { AssignedUpdate } from '../plan/assign.ts';
import type { Work } from './step.ts';

/**
 * The package to name to DISM. With checkpoints it lies with them in a folder of its own, and it alone is named: DISM
 * takes what it needs from there, and refuses a checkpoint that is named.
 */
export async function packageToAdd(step: PlanStep, work: Work, update: AssignedUpdate): Promise<string> {
  const { uniqueId, checkpoints = [] } = update;
  const { path } = await work.content(uniqueId);
  if (checkpoints.length === 0) return path;
  const beside = await work.checkpoints(uniqueId, checkpoints);
  if (beside.length === 0) return path;
  const folder = work.folder.packages(step.id);
  work.ports.files.makeFolder(folder);
  for (const file of [path, ...beside]) {
    await work.ports.files.share(file, join(folder, basename(file)), { signal: work.signal });
  }
  return join(folder, basename(path));
}
