import { unknownArticles } from '../../catalog/store/unknown-articles.ts';
import { policyOf } from '../../rules/question.ts';
import type { RuleFacts } from '../../rules/rules.ts';
import type { Context } from '../operation.ts';

/** Pins and holds of KBs that the catalog does not have do nothing: they may be mistyped, or early. A warning for each. */
export async function tellUnknown(rule: RuleFacts, { site, emit }: Context): Promise<void> {
  const { database } = await site();
  const { holds, pins } = policyOf(rule);
  for (const [what, exceptions] of Object.entries({ pin: pins, hold: holds })) {
    const articles = (exceptions ?? []).map(({ articleId }) => articleId);
    for (const article of await unknownArticles(database, articles)) {
      const message = `The catalog has no KB${article}: the ${what} of rule ${rule.name} does nothing until it has.`;
      emit({ level: 'warning', type: 'rule.warning', message });
    }
  }
}
