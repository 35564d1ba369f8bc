import { imageFacts } from '../../answers/image-facts.ts';
import { readUpdates } from '../../answers/read-updates.ts';
import { type RecommendedAnswer, recommendedFor } from '../../answers/recommended.ts';
import { silenceOf } from '../../answers/silence.ts';
import type { Candidate, NotFound, Recommended, SelectionWarning } from '../../contract/generated/types.ts';
import type { ImageIndex } from '../../images/types.ts';
import type { ImageFacts } from '../../selection/facts.ts';
import type { LineRequest } from '../../selection/line-request.ts';
import type { NotUnderstood } from '../../selection/not-understood.ts';
import { roles as allRoles, type Role } from '../../selection/recommend.ts';
import type { Silence } from '../../selection/silence.ts';
import { supportWarnings } from '../../selection/support.ts';
import type { Database } from '../../site/database.ts';
import { explained } from './explained.ts';
import { updateDocument } from './one-update.ts';

export interface RecommendationRequest {
  indexes: readonly ImageIndex[];
  /** With `now`. */
  question: LineRequest & { now: string };
  roles?: readonly Role[] | undefined;
  enablement?: string | undefined;
}

export type RecommendationDocument = {
  updates: Recommended[];
  notNeeded: Recommended[];
  notFound: NotFound[];
  warnings: SelectionWarning[];
  notUnderstood: NotUnderstood[];
  nothing?: Silence;
  candidates?: Candidate[];
};

/** What an image should get: the recommendations of its indexes, put together where they are the same. */
export async function recommendationFor(
  database: Database,
  { indexes, question, roles, enablement }: RecommendationRequest,
): Promise<RecommendationDocument> {
  const answers: { index: ImageIndex; facts: ImageFacts; answer: RecommendedAnswer }[] = [];
  for (const index of indexes) {
    const image = await imageFacts(database, index);
    const more = { ...(roles === undefined ? {} : { roles }), ...(enablement === undefined ? {} : { enablement }) };
    answers.push({ index, facts: image, answer: await recommendedFor(database, { image, question, ...more }) });
  }
  const all = answers.flatMap(({ answer }) => [...answer.updates, ...answer.notNeeded]);
  const ids = [...new Set(all.map(({ uniqueId }) => uniqueId))];
  const shown = await readUpdates(database, ids, { asOf: question.asOf });
  const documents = new Map(shown.map((update) => [update.uniqueId, updateDocument(update)]));
  const put = (part: 'updates' | 'notNeeded'): Recommended[] => {
    const merged = new Map<string, Recommended>();
    for (const { index, answer } of answers) {
      for (const { uniqueId, ...entry } of answer[part]) {
        const document = documents.get(uniqueId);
        if (document === undefined) continue;
        const key = `${uniqueId} ${entry.role}`;
        const known = merged.get(key);
        if (known === undefined) merged.set(key, { ...document, ...entry, indexes: [index.index] });
        else {
          known.indexes.push(index.index);
          if (!known.reason.includes(entry.reason)) known.reason += `; index ${index.index}: ${entry.reason}`;
        }
      }
    }
    return [...merged.values()].sort((a, b) => orderOf(a.role) - orderOf(b.role));
  };
  const candidates = answers.flatMap(({ answer }) => answer.candidates);
  const updates = put('updates');
  const unclear = new Map(answers.flatMap(({ answer }) => answer.notUnderstood).map((each) => [each.message, each]));
  const lines = answers.flatMap(({ answer }) => answer.lines);
  const silence =
    updates.length > 0
      ? undefined
      : await silenceOf(
          database,
          answers.map(({ facts }) => facts),
          { question, lines },
        );
  return {
    updates,
    notNeeded: put('notNeeded'),
    notUnderstood: [...unclear.values()],
    ...(silence === undefined ? {} : { nothing: silence }),
    notFound: notFoundOf(answers),
    warnings: warningsOf(answers, question),
    ...(question.explain === true ? { candidates: await explained(database, candidates) } : {}),
  };
}

function notFoundOf(answers: readonly { index: ImageIndex; answer: RecommendedAnswer }[]): NotFound[] {
  const merged = new Map<string, NotFound>();
  for (const { index, answer } of answers) {
    for (const entry of answer.notFound) {
      const key = `${entry.role} ${entry.reason}`;
      const known = merged.get(key);
      if (known === undefined) merged.set(key, { ...entry, indexes: [index.index] });
      else known.indexes.push(index.index);
    }
  }
  return [...merged.values()];
}

/** Warnings about what was chosen, whoever asks. */
const told: readonly SelectionWarning['code'][] = ['TooOld', 'AgeUnknown', 'CatalogBehind', 'SourcesDiffer'];

/** Of support the image's own edition decides, not that of its line. */
function warningsOf(
  answers: readonly { index: ImageIndex; answer: RecommendedAnswer }[],
  { asOf, now }: { asOf?: string; now: string },
): SelectionWarning[] {
  const warnings = answers.flatMap(({ index: { family, release, edition }, answer }) => [
    ...(family === null || release === null
      ? []
      : supportWarnings({ family, release, edition }, Date.parse(asOf ?? now))),
    ...answer.lines.flatMap((line) => line.warnings.filter(({ code }) => told.includes(code))),
  ]);
  return [...new Map(warnings.map((warning) => [warning.message, warning])).values()];
}

const order: readonly string[] = allRoles;

function orderOf(role: string): number {
  return order.indexOf(role);
}
