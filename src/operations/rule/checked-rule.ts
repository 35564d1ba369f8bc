import { Problem } from '../../errors.ts';
import { policyOf, rolesOfRule } from '../../rules/question.ts';
import type { RuleFacts } from '../../rules/rules.ts';

/**
 * The rule as it is stored: KBs without letters. Throws Problem ImgRequestInvalid for what no schema can say: a name of
 * blanks, an end that is no date, a KB that is held and pinned, kinds of which nothing can be chosen, sizes that none can have.
 */
export function checkedRule(rule: RuleFacts): RuleFacts {
  if (rule.name.trim() === '') throw invalid('/name', 'is blank');
  const { holds, pins } = policyOf(rule);
  if (rule.kind !== undefined && rolesOfRule(rule).length === 0) {
    throw invalid('/kind', 'names no kind of which one update replaces the others');
  }
  const { minimumSize = 0, maximumSize = Number.POSITIVE_INFINITY } = rule;
  if (minimumSize > maximumSize) throw invalid('/maximumSize', 'is less than minimumSize');
  return {
    ...rule,
    ...(rule.articleId === undefined ? {} : { articleId: rule.articleId.map((each) => each.replace(/^KB/i, '')) }),
    ...(holds === undefined ? {} : { holds: holds.map(withoutNull) }),
    ...(pins === undefined ? {} : { pins: pins.map(withoutNull) }),
  };
}

function withoutNull({ articleId, reason, until }: { articleId: string; reason: string; until: string | null }) {
  return { articleId, reason, ...(until === null ? {} : { until }) };
}

function invalid(pointer: string, message: string): Problem {
  return new Problem('ImgRequestInvalid', { detail: `${pointer} ${message}.`, errors: [{ pointer, message }] });
}
