import type { Candidate } from '../updates/candidate.ts';
import type { Outcome } from './admission.ts';
import type { Question } from './allowed.ts';
import { compareGeneration } from './order.ts';
import type { Supersedence } from './supersedence.ts';

/**
 * Those of the allowed candidates that a question about supersedence leaves; what became of the others is noted. What
 * the policy passes over (a preview, a held KB) replaces nothing here: else the regular update of a month would be gone
 * as soon as the preview of the next one comes out.
 */
export function bySupersedence(
  open: readonly Candidate[],
  work: { members: readonly Candidate[]; question: Question; supersedence: Supersedence; outcome: Outcome },
): Candidate[] {
  const { members, question, supersedence, outcome } = work;
  const wanted = question.superseded;
  if (wanted === null) return [...open];
  const refused = members.filter((member) => !open.includes(member));
  const refusedIds = new Set(refused.map(({ uniqueId }) => uniqueId));
  const isReplaced = (candidate: Candidate): boolean => {
    const above = supersedence.successors(candidate.uniqueId);
    const counting = new Set([...above].filter((id) => !refusedIds.has(id)));
    if (supersedence.replacements(candidate.uniqueId, counting).length > 0) return true;
    // The source's flag alone does not tell by what; something newer that is passed over explains it.
    if (!candidate.isSuperseded || question.asOf !== null || above.size > counting.size) return false;
    return !refused.some((member) => compareGeneration(member, candidate) > 0);
  };
  return open.filter((candidate) => {
    const isKept = isReplaced(candidate) === wanted;
    if (!isKept) outcome.set(candidate, [wanted ? 'NotSuperseded' : 'SupersededExcluded']);
    return isKept;
  });
}
