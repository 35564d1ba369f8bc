/** "Why not KB5012345?": what became of an update that was not chosen, wherever the question left it behind. */

import { showUpdate } from '../../answers/show-updates.ts';
import { factsOf } from '../../answers/verdicts.ts';
import { leftOutBy } from '../../catalog/store/left-out.ts';
import { type Derived, readDerived } from '../../catalog/store/read-derived.ts';
import { listReleases } from '../../catalog/store/releases.ts';
import type { WhyNot } from '../../contract/generated/types.ts';
import { applicability } from '../../selection/applicability.ts';
import { type CandidateDecision, decisionReasons, type LineChoice } from '../../selection/decision.ts';
import type { ImageFacts } from '../../selection/facts.ts';
import type { Database } from '../../site/database.ts';
import type { UpdateFilter } from '../../updates/filter.ts';
import { listOf, releaseNames } from '../../updates/filter.ts';
import { regularKind } from '../../updates/kinds.ts';
import { type Line, lineKey } from '../../updates/line.ts';

/** What the question came to. */
interface Answered {
  candidates: readonly CandidateDecision[];
  lines: readonly LineChoice[];
  indexes: readonly ImageFacts[] | undefined;
  /** Indexes of which at least one must need what is chosen: those, or of every registered image. */
  needing: readonly ImageFacts[] | undefined;
  question: UpdateFilter;
}

/** One entry for each record that a KB or a uniqueId means, those that competed first; one without a record when the catalog has none. */
export async function explainAbsence(database: Database, id: string, answered: Answered): Promise<WhyNot[]> {
  const found = await showUpdate(database, id);
  if (found.length === 0) return [await unknownUpdate(database, id)];
  const derived = await readDerived(
    database,
    found.map(({ uniqueId }) => uniqueId),
  );
  const entries: WhyNot[] = [];
  for (const { uniqueId, isHidden, isDeclined } of found) {
    const update = derived.get(uniqueId);
    if (update === undefined) continue;
    const leftOut = await leftOutBy(database, answered.question, uniqueId);
    entries.push(...entriesOf(update, answered, { isHidden, isDeclined, leftOut }));
  }
  // A KB has a record for each architecture and system: the ones that competed are meant.
  return [...entries.filter(competed), ...entries.filter((entry) => !competed(entry))];
}

function competed({ facts }: WhyNot): boolean {
  return facts['line'] !== undefined;
}

/** What is known of the record besides its document. */
interface Local {
  isHidden: boolean;
  isDeclined: boolean;
  /** Parts of the filter that it does not pass. */
  leftOut: Partial<UpdateFilter>;
}

function entriesOf(update: Derived, answered: Answered, local: Local): WhyNot[] {
  const { uniqueId, title } = update.update;
  const base = {
    ...{ uniqueId, title, kind: update.kind, articleId: update.articleId ?? '' },
    lines: update.lines.map(({ line }) => lineKey(line)),
  };
  const own = answered.candidates.filter((candidate) => candidate.uniqueId === uniqueId);
  if (own.length > 0) {
    return own.map(({ line, decision, reasonCode, reason, facts }) => {
      const instead = decision === 'chosen' ? undefined : choiceOf(line, answered);
      const needed = decision === 'chosen' ? notNeeded(update, answered) : undefined;
      if (needed !== undefined) return { ...base, chosen: false, ...needed, facts: { ...facts, line } };
      // Its title says more than the KB in the sentence.
      const sentence = instead === undefined || reasonCode !== 'Older' ? reason : decisionReasons.Older;
      const more = instead === undefined ? '' : `; ${instead}`;
      return { ...base, chosen: decision === 'chosen', reasonCode, reason: sentence + more, facts: { ...facts, line } };
    });
  }
  return [{ ...base, chosen: false, ...elsewhere(update, answered, local) }];
}

/** An image that has what its line chose, or registered images of which none needs it. */
function notNeeded(update: Derived, { indexes, needing }: Answered): Pick<WhyNot, 'reasonCode' | 'reason'> | undefined {
  const answers = (needing ?? []).map((index) => applicability(factsOf(update), index));
  const [first] = answers;
  if (needing === undefined || answers.some(({ isOffered }) => isOffered)) return undefined;
  if (indexes === undefined || first === undefined) {
    const why = first === undefined ? 'none is registered' : first.reason;
    return {
      reasonCode: 'NotRequired',
      reason: `it is the newest of its line, but no registered image needs it: ${why}`,
    };
  }
  return { reasonCode: first.reasonCode, reason: `it is the newest of its line, but not needed: ${first.reason}` };
}

/** Why an update did not even compete in the lines of the question. */
function elsewhere(
  update: Derived,
  { lines, indexes, question }: Answered,
  { isHidden, isDeclined, leftOut }: Local,
): Pick<WhyNot, 'reasonCode' | 'reason' | 'facts'> {
  const asked = lines.map(({ family, release, architecture, kind }) => `${family} ${release} ${architecture} ${kind}`);
  const facts = { asked, evidence: update.evidence, notUnderstood: update.notUnderstood, isHidden, isDeclined };
  if (update.kind === 'Unknown') {
    const part = update.notUnderstood.join(' ') || 'its title';
    return { reasonCode: 'NotUnderstood', reason: `it is not known what it is; not understood: ${part}`, facts };
  }
  if (update.lines.length === 0) {
    const missing = [
      ...(update.family === null ? ['system'] : []),
      ...(update.release === null ? ['release'] : []),
      ...(update.architecture === null ? ['architecture'] : []),
    ];
    const reason = `it belongs to no line: nobody says its ${missing.join(', ') || 'line'}`;
    return { reasonCode: 'NoLine', reason, facts };
  }
  const index = indexes?.[0];
  if (index !== undefined) {
    const { reasonCode, reason, isOffered } = applicability(factsOf(update), index);
    if (!isOffered) return { reasonCode, reason, facts };
  }
  const names = Object.keys(leftOut);
  if (names.length > 0 && update.lines.some(({ line }) => isAsked(line, question))) {
    const parts = Object.entries(leftOut).map(([name, value]) => `${name} (${listOf(value).join(', ')})`);
    const reason = `the filter leaves it out: ${parts.join('; ')}`;
    return { reasonCode: 'LeftOut', reason, facts: { ...facts, leftOut } };
  }
  const own = update.lines.map(({ line }) => [line.family, line.release, line.architecture, line.kind].join(' '));
  const among = asked.length === 0 ? 'the question has no line' : `asked for: ${asked.join('; ')}`;
  return { reasonCode: 'OtherLine', reason: `it is in another line: ${own.join('; ')}; ${among}`, facts };
}

/** Whether a question is about a line, its filter aside. */
function isAsked(line: Line, { family, release, architecture, kind }: UpdateFilter): boolean {
  const among = (wanted: readonly string[], own: string): boolean =>
    wanted.length === 0 || wanted.some((each) => each.toLowerCase() === own.toLowerCase());
  return (
    among(listOf(family), line.family) &&
    (line.release === '' || among(releaseNames(release), line.release)) &&
    among(listOf(architecture), line.architecture) &&
    among(listOf(kind).map(regularKind), line.kind)
  );
}

function choiceOf(key: string, { lines, candidates }: Answered): string | undefined {
  const winner = candidates.find((candidate) => candidate.line === key && candidate.decision === 'chosen');
  if (winner !== undefined) return `chosen: ${winner.facts['title']}`;
  const line = lines.find((each) => lineKey(each) === key);
  return line === undefined ? undefined : `nothing is chosen: ${line.reason}`;
}

/** A KB that only the release table knows tells that the catalog is behind. */
async function unknownUpdate(database: Database, id: string): Promise<WhyNot> {
  const articleId = /^(?:KB)?(\d{5,10})$/i.exec(id)?.[1] ?? '';
  const rows = articleId === '' ? [] : await listReleases(database, { articleId });
  const base = { uniqueId: null, articleId, title: '', kind: 'Unknown', lines: [], chosen: false };
  if (rows.length === 0) {
    return { ...base, reasonCode: 'NotInCatalog', reason: `the catalog has no update ${id}`, facts: {} };
  }
  const listed = rows.map((row) => `${row.family} ${row.release} ${row.build}.${row.revision} of ${row.date}`);
  const reason = `the release table lists it (${listed.join('; ')}), but no source has brought it: is the catalog behind?`;
  return { ...base, reasonCode: 'CatalogBehind', reason, facts: { releases: listed } };
}
