/**
 * The updates that an image should get, in the order of their application. For now the cumulative update of the image's
 * line; a further kind is one more entry in `roles`, in the place where it is applied.
 */
import type { UpdateKind } from '../catalog/kinds.ts';
import { type Applicability, applicability, type ImageFacts, type UpdateFacts } from './applicability.ts';
import type { LineChoice } from './decision.ts';

/** What is recommended, in the order of application. */
const roles: readonly { kind: UpdateKind; role: string }[] = [{ kind: 'CumulativeUpdate', role: 'CumulativeUpdate' }];

export interface Recommendation {
  updates: { uniqueId: string; role: string; reason: string }[];
  /** Chosen by their lines, but nothing that the image lacks. */
  notNeeded: { uniqueId: string; role: string; reason: string }[];
  /** Kinds for which nothing could be chosen. */
  notFound: { role: string; reason: string }[];
}

export interface RecommendRequest {
  image: ImageFacts;
  /** The choices of the image's lines, from `latest`. */
  lines: readonly LineChoice[];
  /** Facts of what was chosen, by uniqueId. */
  updates: ReadonlyMap<string, UpdateFacts>;
}

export function recommend({ image, lines, updates }: RecommendRequest): Recommendation {
  const result: Recommendation = { updates: [], notNeeded: [], notFound: [] };
  for (const { kind, role } of roles) {
    const line = lines.find(
      (choice) =>
        choice.kind === kind &&
        choice.family === image.family &&
        (choice.release === image.release || choice.release === '') &&
        choice.architecture === image.architecture,
    );
    const facts = line?.chosen === null || line === undefined ? undefined : updates.get(line.chosen);
    if (line === undefined || line.chosen === null || facts === undefined) {
      result.notFound.push({ role, reason: line?.reason ?? 'the catalog holds no update of this line' });
      continue;
    }
    const answer: Applicability = applicability(facts, image);
    const entry = { uniqueId: line.chosen, role, reason: answer.reason };
    (answer.isOffered ? result.updates : result.notNeeded).push(entry);
  }
  return result;
}
