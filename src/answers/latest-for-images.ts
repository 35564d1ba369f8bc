import type { CandidateDecision, LineChoice } from '../selection/decision.ts';
import type { ImageFacts } from '../selection/facts.ts';
import type { LineRequest } from '../selection/line-request.ts';
import type { SelectionWarning } from '../selection/support.ts';
import type { Database } from '../site/database.ts';
import { listOf } from '../updates/filter.ts';
import { regularKind, replacingKinds } from '../updates/kinds.ts';
import { lineKey } from '../updates/line.ts';
import type { LatestUpdates } from './latest-updates.ts';
import { readUpdates } from './read-updates.ts';
import { choicesFor } from './recommended.ts';

/** What the lines of these indexes choose, each line once unless two indexes get different updates of it. */
export async function latestForImages(
  database: Database,
  images: readonly ImageFacts[],
  question: LineRequest,
): Promise<LatestUpdates> {
  const asked = [...new Set(listOf(question.kind).map(regularKind))];
  const kinds = asked.length === 0 ? replacingKinds : asked;
  const lines = new Map<string, LineChoice>();
  const candidates = new Map<string, CandidateDecision>();
  for (const image of images) {
    const answer = await choicesFor(database, { image, question, kinds });
    for (const line of answer.lines) {
      const key = `${lineKey(line)}|${line.chosen}`;
      const known = lines.get(key);
      if (known === undefined) lines.set(key, line);
      // Editions of one release are supported for different times.
      else known.warnings.push(...line.warnings.filter((each) => !known.warnings.some(isSame(each))));
    }
    for (const one of answer.candidates) {
      const key = `${one.line}|${one.uniqueId}`;
      if (candidates.get(key)?.decision !== 'chosen') candidates.set(key, one);
    }
  }
  const ids = [...new Set([...lines.values()].flatMap(({ chosen }) => chosen ?? []))];
  const updates = await readUpdates(database, ids, { asOf: question.asOf });
  return { updates, lines: [...lines.values()], candidates: [...candidates.values()] };
}

function isSame({ message }: SelectionWarning): (other: SelectionWarning) => boolean {
  return (other) => other.message === message;
}
