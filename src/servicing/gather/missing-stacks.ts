import { recommendedFor } from '../../answers/recommended.ts';
import { readDerived } from '../../catalog/store/read-derived.ts';
import { hasSeparateServicingStack } from '../../updates/known-releases.ts';
import type { PlanUpdate } from '../plan/input.ts';
import { stageOf } from '../plan/stage.ts';
import type { Engine } from '../run/engine.ts';
import type { SeenIndex } from './indexes.ts';

/** Releases that get their servicing stack apart refuse a cumulative update without it. */
export async function missingStacks(
  { site, ports }: Engine,
  indexes: readonly SeenIndex[],
  updates: readonly PlanUpdate[],
): Promise<string[]> {
  const warnings: string[] = [];
  const now = ports.clock.now().toISOString();
  for (const { index, facts } of indexes) {
    if (!hasSeparateServicingStack(facts.release ?? '')) continue;
    const own = updates.flatMap(({ kind, applicability: verdicts }) =>
      verdicts.flatMap((each) => (each.index === index.index ? { stage: stageOf(kind), status: each.status } : [])),
    );
    const takes = own.some(({ stage, status }) => stage === 'cumulative' && status === 'Applicable');
    if (!takes || own.some(({ stage, status }) => stage === 'stack' && status !== 'NotSupported')) continue;
    const roles = ['ServicingStackUpdate'] as const;
    const answer = await recommendedFor(site.database, { image: facts, question: { now }, roles });
    const [needed] = answer.updates;
    if (needed === undefined && answer.notNeeded.length > 0) continue;
    const derived = needed && (await readDerived(site.database, [needed.uniqueId])).get(needed.uniqueId);
    const which =
      derived === undefined
        ? 'and the catalog has none'
        : `name KB${derived.articleId} as well: ${derived.update.title}`;
    warnings.push(
      `Index ${index.index}: ${facts.family} ${facts.release} gets its servicing stack apart, ${which}. Without it DISM refuses the cumulative update.`,
    );
  }
  return warnings;
}
