/** What a request to save means: updates with the files that the answer names. */
import { imageFacts } from '../../answers/image-facts.ts';
import { recommendedFor } from '../../answers/recommended.ts';
import { packageRecordOf } from '../../catalog/store/package-record.ts';
import type { Named } from '../../content/save/wanted.ts';
import { knownUniqueId } from '../../content/update-facts.ts';
import type { ContentSaveRequest } from '../../contract/generated/types.ts';
import { Problem } from '../../errors.ts';
import { inspectWithArticles } from '../../images/library/inspect-with-articles.ts';
import type { ImageIndex } from '../../images/types.ts';
import { policyOf, questionOfRule, rolesOfRule } from '../../rules/question.ts';
import { findRule } from '../../rules/rules.ts';
import { gatherPlanInput } from '../../servicing/gather/gather.ts';
import { plannedContent } from '../../servicing/plan/named-content.ts';
import { planServicing } from '../../servicing/plan/plan.ts';
import { findSchedule, imagesOfSchedule, orderOf } from '../../servicing/schedules/schedule-store.ts';
import { engineOf } from '../engine-of.ts';
import { indexesOfImage, registeredImages } from '../image/registered-indexes.ts';
import { withTarget } from '../image/target.ts';
import type { Context } from '../operation.ts';
import { moment } from '../update/moment.ts';

export interface SaveAnswer {
  named: Named[];
  warnings: string[];
}

/** Throws Problem ImgRequestInvalid unless the request names exactly one thing, and what asking throws. */
export async function answerFor(request: ContentSaveRequest, context: Context): Promise<SaveAnswer> {
  const { uniqueId, image, path, rule, scheduleId } = request;
  const target = image ?? path ?? rule;
  const ways = [uniqueId, scheduleId, target].filter((way) => way !== undefined).length;
  if (ways !== 1 || (image !== undefined && path !== undefined)) {
    throw new Problem('ImgRequestInvalid', {
      detail: 'The request must name updates, an image, a rule or a schedule: one of them, or a rule for one image.',
      errors: [{ pointer: '/uniqueId', message: 'or image, path, rule or scheduleId must be given, and nothing else' }],
    });
  }
  if (uniqueId !== undefined) return namedUpdates(uniqueId, context);
  if (scheduleId !== undefined) return plannedBy(scheduleId, context);
  return needsOf(request, context);
}

async function namedUpdates(given: readonly string[], context: Context): Promise<SaveAnswer> {
  const site = await context.site();
  const named = new Map<string, Named>();
  const warnings: string[] = [];
  for (const each of given) {
    const found = await idsOf(site, each);
    if (found.length === 0) {
      throw new Problem('ImgUpdateNotFound', {
        detail: `${JSON.stringify(each.slice(0, 200))} is no uniqueId and no KB of the catalog.`,
      });
    }
    for (const id of found) {
      const { uniqueId, message } = (await packageRecordOf(site.database, id)) ?? { uniqueId: null, message: '' };
      if (uniqueId !== null && !found.includes(uniqueId)) warnings.push(message);
      named.set(uniqueId ?? id, { uniqueId: uniqueId ?? id, fileNames: null });
    }
  }
  return { named: [...named.values()], warnings };
}

async function idsOf(site: Awaited<ReturnType<Context['site']>>, given: string): Promise<string[]> {
  const identity = await knownUniqueId(site, given);
  if (identity !== undefined) return [identity];
  const article = /^(?:KB)?(\d{6,8})$/i.exec(given)?.[1];
  if (article === undefined) return [];
  const rows = await site.database
    .selectFrom('catalog_update')
    .select('unique_id')
    .where('article_id', '=', article)
    .execute();
  return rows.map(({ unique_id }) => unique_id);
}

/** What a run of the schedule would put in now, with the checkpoints that lie beside. */
async function plannedBy(scheduleId: string, context: Context): Promise<SaveAnswer> {
  const engine = await engineOf(context);
  const { database } = engine.site;
  const schedule = await findSchedule(database, scheduleId);
  const images = await imagesOfSchedule(database, scheduleId);
  if (images.length === 0) {
    throw new Problem('ImgImageNotFound', { detail: 'There is no image that the schedule is for.' });
  }
  const named = new Map<string, Named>();
  const told: string[] = [];
  for (const image of images) {
    const plan = planServicing(await gatherPlanInput(engine, image, orderOf(schedule)));
    for (const each of plannedContent(plan)) named.set(each.uniqueId, each);
    told.push(...plan.warnings);
  }
  return { named: [...named.values()], warnings: told };
}

/** What an image needs, or what a rule chooses for it or for every registered one. */
async function needsOf(
  { image, path, index, rule: ruleName, role, enablement, asOf, ...request }: ContentSaveRequest,
  context: Context,
): Promise<SaveAnswer> {
  const { database } = await context.site();
  const rule = ruleName === undefined ? undefined : await findRule(database, ruleName);
  const time = moment(asOf, '/asOf');
  const now = context.ports.clock.now().toISOString();
  const { preview, outOfBand, previous, deferralDays, holds, pins } = request;
  const policy = Object.fromEntries(
    Object.entries({ preview, outOfBand, previous, deferralDays, holds, pins }).filter(
      ([, value]) => value !== undefined,
    ),
  );
  const question = {
    ...(rule === undefined ? {} : questionOfRule(rule, time ?? now)),
    ...policyOf(policy),
    ...(time === undefined ? {} : { asOf: time }),
    now,
  };
  const roles = role ?? (rule === undefined ? undefined : rolesOfRule(rule));
  const { indexes, warnings } = await indexesMeant({ image, path, index }, context);
  const named = new Map<string, Named>();
  for (const each of indexes) {
    const answer = await recommendedFor(database, {
      image: await imageFacts(database, each),
      question,
      ...(roles === undefined ? {} : { roles }),
      ...(enablement === undefined ? {} : { enablement }),
    });
    for (const { uniqueId, packageFiles } of answer.updates) {
      const known = named.get(uniqueId)?.fileNames ?? [];
      named.set(uniqueId, { uniqueId, fileNames: [...new Set([...known, ...packageFiles])] });
    }
    for (const { role: missing, reason } of answer.notFound) {
      if (missing === 'Checkpoint') warnings.add(`${each.name}: ${reason}.`);
    }
    for (const { message } of answer.notUnderstood) warnings.add(message);
  }
  return { named: [...named.values()], warnings: [...warnings] };
}

async function indexesMeant(
  { image, path, index }: Pick<ContentSaveRequest, 'image' | 'path' | 'index'>,
  context: Context,
): Promise<{ indexes: ImageIndex[]; warnings: Set<string> }> {
  const warnings = new Set<string>();
  if (path !== undefined || image !== undefined) {
    const { database } = await context.site();
    const target = path === undefined ? { image: image ?? '' } : { path };
    const { indexes } = await withTarget(target, context, (open) =>
      inspectWithArticles(open, { index, database, winre: { newDigest: context.ports.newDigest } }),
    );
    return { indexes, warnings };
  }
  const indexes: ImageIndex[] = [];
  for (const row of await registeredImages(context)) {
    const found = await indexesOfImage(row, context);
    indexes.push(...found.indexes);
    if (found.warning !== undefined) warnings.add(found.warning.message);
  }
  if (indexes.length === 0) warnings.add('No image is registered, so that the rule chooses nothing.');
  return { indexes, warnings };
}
