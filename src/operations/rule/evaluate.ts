import type { RuleEvaluateRequest, RuleEvaluateResult } from '../../contract/generated/types.ts';
import { ruleEvaluate as validate } from '../../contract/generated/validators.js';
import { Problem } from '../../errors.ts';
import { findImage } from '../../images/library/find-image.ts';
import { inspectWithArticles } from '../../images/library/inspect-with-articles.ts';
import { storedInspection } from '../../images/library/stored-inspection.ts';
import type { ImageIndex } from '../../images/types.ts';
import { questionOfRule, rolesOfRule } from '../../rules/question.ts';
import { findRule } from '../../rules/rules.ts';
import type { ImageTable } from '../../site/tables.ts';
import { withTarget } from '../image/target.ts';
import type { Context, Operation } from '../operation.ts';
import { moment } from '../update/moment.ts';
import { recommendationFor } from '../update/recommendation.ts';

export const ruleEvaluate: Operation<RuleEvaluateRequest, RuleEvaluateResult> = {
  name: 'rule.evaluate',
  positional: 'name',
  validate,
  async run({ name, image, asOf, explain }, context) {
    const { database } = await context.site();
    const rule = await findRule(database, name);
    const time = moment(asOf, '/asOf');
    const question = {
      ...questionOfRule(rule),
      ...(time === undefined ? {} : { asOf: time }),
      ...(explain === undefined ? {} : { explain }),
      now: context.ports.clock.now().toISOString(),
    };
    const rows =
      image === undefined
        ? await database.selectFrom('image').selectAll().orderBy('name_key').execute()
        : [await findImage(database, image)];
    const images: RuleEvaluateResult['images'] = [];
    for (const row of rows) {
      context.signal.throwIfAborted();
      const { indexes, warning } = await indexesOf(row, context);
      const answer = await recommendationFor(database, { indexes, question, roles: rolesOfRule(rule) });
      const warnings = warning === undefined ? answer.warnings : [warning, ...answer.warnings];
      images.push({ imageId: row.id, imageName: row.name, ...answer, warnings });
    }
    return { result: { rule, images } };
  },
};

/** What is in an image; of a file that cannot be read now, what is registered. */
async function indexesOf(
  row: ImageTable,
  context: Context,
): Promise<{ indexes: ImageIndex[]; warning?: { code: string; message: string } }> {
  const { database } = await context.site();
  try {
    const { indexes } = await withTarget({ image: row.id }, context, (open) =>
      inspectWithArticles(open, { index: undefined, database }),
    );
    return { indexes };
  } catch (error) {
    if (!(error instanceof Problem) || error.id === 'ImgCanceled') throw error;
    const message = `Decided by what is registered, without its packages: ${error.message}`;
    return { indexes: storedInspection(row).indexes, warning: { code: error.id, message } };
  }
}
