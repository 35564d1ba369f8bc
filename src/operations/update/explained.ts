import { readDerived } from '../../catalog/store/read-derived.ts';
import type { Candidate } from '../../contract/generated/types.ts';
import type { CandidateDecision } from '../../selection/decision.ts';
import type { Database } from '../../site/database.ts';
import { lineKey } from '../../updates/line.ts';

/** Updates whose facts are read in one step. */
const readAtOnce = 1000;

/**
 * Decisions as people and scripts read them: with title and KB, and with where each fact comes from (which field of the
 * record, the title, or the release table).
 */
export async function explained(database: Database, decisions: readonly CandidateDecision[]): Promise<Candidate[]> {
  const shown: Candidate[] = [];
  for (let at = 0; at < decisions.length; at += readAtOnce) {
    const part = decisions.slice(at, at + readAtOnce);
    const known = await readDerived(database, [...new Set(part.map(({ uniqueId }) => uniqueId))]);
    for (const decision of part) {
      const derived = known.get(decision.uniqueId);
      const member = derived?.lines.find(({ line }) => lineKey(line) === decision.line);
      shown.push({
        ...decision,
        title: derived?.update.title ?? '',
        articleId: derived?.articleId ?? '',
        facts: {
          ...decision.facts,
          products: derived?.update.products ?? [],
          revisionFrom: member?.revisionFrom ?? null,
          channelFrom: member?.channelFrom ?? null,
          titledForThisRelease: member?.exact ?? null,
          evidence: derived?.evidence ?? [],
          supersededBySource: derived?.update.supersededBy ?? [],
        },
      });
    }
  }
  return shown;
}
