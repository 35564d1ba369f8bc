import { contentOf, storedCheckpoints } from '../content/verified.ts';
import { Problem } from '../errors.ts';
import type { ServicingPlan } from './plan/plan.ts';
import { type ScriptFile, updateOf } from './plan/script/facts.ts';
import type { Engine } from './run/engine.ts';

/**
 * The packages of a plan, by step: its own, then the checkpoints that lie beside it. A script is run later, by hand, so
 * that all of them must be here. Throws Problem ImgContentMissing.
 */
export async function scriptPackages({ site }: Engine, plan: ServicingPlan): Promise<Map<string, ScriptFile[]>> {
  const packages = new Map<string, ScriptFile[]>();
  for (const step of plan.steps) {
    const update = updateOf(step, plan);
    if (update === undefined) continue;
    const { uniqueId, title, checkpoints = [] } = update;
    const own = await contentOf(site, uniqueId);
    if (own === undefined) {
      throw new Problem('ImgContentMissing', {
        detail: `The content library has no package for ${title}.`,
        remedy: 'Download or add it first: imgupdate content save, imgupdate content add FILE.',
      });
    }
    const files = [own, ...(await storedCheckpoints(site, uniqueId, checkpoints))];
    packages.set(step.id, [...new Map(files.map(({ path, sha256 }) => [sha256, { path, sha256 }])).values()]);
  }
  return packages;
}
