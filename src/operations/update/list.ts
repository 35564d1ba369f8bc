import { factsOfIndexes } from '../../answers/image-facts.ts';
import { latestForImages } from '../../answers/latest-for-images.ts';
import { latestUpdates } from '../../answers/latest-updates.ts';
import { listUpdates } from '../../answers/list-updates.ts';
import { notUnderstoodOf } from '../../answers/not-understood.ts';
import type { ShownUpdate } from '../../answers/read-updates.ts';
import { silenceOf } from '../../answers/silence.ts';
import { readFilterFacts } from '../../catalog/store/filter-facts.ts';
import type { Update, UpdateListRequest, UpdateListResult } from '../../contract/generated/types.ts';
import { updateList as validate } from '../../contract/generated/validators/update.list.js';
import { Problem } from '../../errors.ts';
import { policyOf, questionOfRule } from '../../rules/question.ts';
import { findRule } from '../../rules/rules.ts';
import type { LineChoice } from '../../selection/decision.ts';
import type { ImageFacts } from '../../selection/facts.ts';
import type { LineRequest } from '../../selection/line-request.ts';
import type { NotUnderstood } from '../../selection/not-understood.ts';
import type { Database } from '../../site/database.ts';
import type { UpdateFilter } from '../../updates/filter.ts';
import { listOf, releaseNames } from '../../updates/filter.ts';
import { passes } from '../../updates/filter-predicate.ts';
import { termsOf } from '../../updates/filter-terms.ts';
import { registeredIndexes } from '../image/registered-indexes.ts';
import type { Context, Operation } from '../operation.ts';
import { indexesMeant, neededBy, reasonAgainst } from './applicable-to.ts';
import { deployment } from './deployed.ts';
import { explained } from './explained.ts';
import { moment } from './moment.ts';
import { updateDocument } from './one-update.ts';
import { explainAbsence } from './why-not.ts';

export const updateList: Operation<UpdateListRequest, UpdateListResult> = {
  name: 'update.list',
  validate,
  async run(request, context) {
    const { applicableTo, index } = request;
    // These two ask about a choice: nobody can mean them without one.
    const latest = request.latest ?? (request.explain === true || request.whyNot !== undefined);
    if (request.explain === true && !latest) throw needsLatest('explain');
    for (const member of onlyWithLatest) if (request[member] !== undefined && !latest) throw needsLatest(member);
    const indexes =
      applicableTo === undefined
        ? undefined
        : await factsOfIndexes((await context.site()).database, await indexesMeant(context, applicableTo, index));
    const filter = filterOf(request);
    return {
      result: latest
        ? await chooseLatest(context, request, filter, indexes)
        : await list(context, request, filter, indexes),
    };
  },
};

/** Updates of each line that are explained where every line is: a large catalog has 70,000 and more. */
const newestOfMany = 32;

/** Whether a question names no system and no update. */
function isAboutEverything(filter: UpdateFilter): boolean {
  const narrow = ['family', 'release', 'name', 'articleId', 'uniqueId', 'product', 'category', 'title'] as const;
  return narrow.every((member) => filter[member] === undefined);
}

const onlyWithLatest = ['previous', 'rule', 'deferralDays', 'holds', 'pins', 'maximumAgeDays', 'whyNot'] as const;

type Listed = Omit<UpdateListResult, 'formatVersion'>;

async function list(
  context: Context,
  request: UpdateListRequest,
  filter: UpdateFilter,
  indexes: ImageFacts[] | undefined,
): Promise<Listed> {
  const { database } = await context.site();
  const limit = request.limit ?? 500;
  const local = await localFilter(context, request);
  const updates: Update[] = [];
  let after = request.after;
  for (;;) {
    context.signal.throwIfAborted();
    const page = await listUpdates(database, {
      ...filter,
      ...local,
      ...(indexes === undefined ? {} : { within: indexes }),
      limit: limit - updates.length,
      ...(after === undefined ? {} : { after }),
    });
    updates.push(...(await keep(context, request, page.updates, indexes)).map(updateDocument));
    if (page.next === null || updates.length >= limit) {
      const isFirst = request.after === undefined && updates.length === 0;
      return {
        ...{ updates, next: page.next },
        ...(isFirst ? { nothing: await silenceOf(database, indexes, { question: filter }) } : {}),
      };
    }
    after = page.next;
  }
}

/** What is asked of updates that this site decides: what it has stored and what it has deployed. */
async function localFilter(
  context: Context,
  { provisioned, deployed }: UpdateListRequest,
): Promise<Pick<UpdateFilter, (typeof localMembers)[number]>> {
  const ids = deployed === undefined ? [] : [...(await deployment(context))];
  return {
    ...(provisioned === undefined ? {} : { provisioned }),
    ...(deployed === undefined ? {} : deployed ? { among: ids } : { except: ids }),
  };
}

const localMembers = ['provisioned', 'among', 'except'] as const satisfies readonly (keyof UpdateFilter)[];

/** What no database knows: it depends on images, or is derived on reading. */
async function keep(
  context: Context,
  { offlineServiceable }: UpdateListRequest,
  updates: ShownUpdate[],
  indexes: ImageFacts[] | undefined,
): Promise<ShownUpdate[]> {
  const ids = updates.map(({ uniqueId }) => uniqueId);
  const needed = indexes === undefined ? undefined : await neededBy((await context.site()).database, indexes, ids);
  return updates.filter(
    (update) =>
      (offlineServiceable === undefined || update.isOfflineServiceable === offlineServiceable) &&
      (needed === undefined || needed.has(update.uniqueId)),
  );
}

async function chooseLatest(
  context: Context,
  request: UpdateListRequest,
  filter: UpdateFilter,
  indexes: ImageFacts[] | undefined,
): Promise<Listed> {
  const { database } = await context.site();
  const { explain = false, whyNot } = request;
  const rule = request.rule === undefined ? undefined : await findRule(database, request.rule);
  const now = context.ports.clock.now().toISOString();
  const question: LineRequest = {
    ...(rule === undefined ? {} : questionOfRule(rule, filter.asOf ?? now)),
    ...filter,
    ...policyOf(request),
    now,
    explain: explain || whyNot !== undefined,
    ...(indexes === undefined && whyNot === undefined && isAboutEverything(filter)
      ? { explainNewest: newestOfMany }
      : {}),
  };
  const answer =
    indexes === undefined
      ? await latestUpdates(database, question)
      : await latestForImages(database, indexes, question);
  const { lines, candidates } = answer;
  const shown = new Map(answer.updates.map((update) => [update.uniqueId, update]));
  const needing =
    indexes ?? (rule?.required === true ? await factsOfIndexes(database, await registeredIndexes(context)) : undefined);
  if (needing !== undefined) {
    for (const line of lines) {
      const against = line.chosen === null ? undefined : await reasonAgainst(database, needing, line.chosen);
      if (against !== undefined) line.reason = `${line.reason}; not needed: ${against}`;
    }
  }
  // Lines are decided first: what is stored or deployed here changes no choice, only what is shown of them.
  const terms = termsOf(await localFilter(context, request), localMembers);
  const facts = terms.length === 0 ? undefined : await readFilterFacts(database, [...shown.keys()]);
  const local = [...shown].filter(([uniqueId]) => {
    const own = facts?.get(uniqueId);
    return own === undefined || passes(terms, own);
  });
  const updates = await keep(
    context,
    request,
    local.map(([, update]) => update),
    needing,
  );
  const answered = { candidates, lines, indexes, needing, question };
  return {
    updates: updates.map(updateDocument),
    next: null,
    lines,
    notUnderstood: await unclear(database, { indexes, lines, question }),
    ...(updates.length > 0 ? {} : { nothing: await silenceOf(database, needing, { question, lines }) }),
    ...(explain ? { candidates: await explained(database, candidates) } : {}),
    ...(whyNot === undefined ? {} : { whyNot: await explainAbsence(database, whyNot, answered) }),
  };
}

/** What was not understood of the systems of the question: of the images, of the lines, else of the families named. */
async function unclear(
  database: Database,
  facts: { indexes: ImageFacts[] | undefined; lines: readonly LineChoice[]; question: LineRequest },
): Promise<NotUnderstood[]> {
  const { indexes, lines, question } = facts;
  const releases: (string | null)[] = releaseNames(question.release);
  const named = listOf(question.family).flatMap((family) =>
    (releases.length === 0 ? [null] : releases).map((release) => ({ family, release })),
  );
  const found = new Map<string, NotUnderstood>();
  for (const system of indexes ?? [...named, ...lines]) {
    for (const each of await notUnderstoodOf(database, system, question.asOf)) found.set(each.message, each);
  }
  return [...found.values()];
}

function filterOf(request: UpdateListRequest): UpdateFilter {
  const { name, articleId, uniqueId, product, family, architecture, kind, classification } = request;
  const { superseded, expired, hidden, category, severity } = request;
  const release = request.release ?? request.version;
  const entries = Object.entries({
    ...{ name, articleId, uniqueId, product, family, release, architecture, kind, classification },
    ...{ superseded, expired, hidden, category, severity },
    postedAfter: moment(request.postedAfter, '/postedAfter'),
    postedBefore: moment(request.postedBefore, '/postedBefore'),
    asOf: moment(request.asOf, '/asOf'),
  });
  return Object.fromEntries(entries.filter(([, value]) => value !== undefined)) as UpdateFilter;
}

function needsLatest(member: string): Problem {
  return new Problem('ImgRequestInvalid', {
    detail: `${member} belongs to latest.`,
    errors: [{ pointer: `/${member}`, message: 'needs latest' }],
  });
}
