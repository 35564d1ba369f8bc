/** What goes into each index where nobody names updates: what the rule lets pass, else the newest of its line. */
import { recommendedFor } from '../../answers/recommended.ts';
import { silenceOf } from '../../answers/silence.ts';
import { contentOf } from '../../content/verified.ts';
import type { Rule } from '../../contract/generated/types.ts';
import { Problem } from '../../errors.ts';
import { questionOfRule, rolesOfRule } from '../../rules/question.ts';
import { findRule } from '../../rules/rules.ts';
import type { LineChoice } from '../../selection/decision.ts';
import type { ImageFacts } from '../../selection/facts.ts';
import type { Role } from '../../selection/recommend.ts';
import type { Database } from '../../site/database.ts';
import { hasSeparateServicingStack } from '../../updates/known-releases.ts';
import type { Engine } from '../run/engine.ts';
import type { Order } from '../run/run-store.ts';
import type { SeenIndex } from './indexes.ts';
import { isForPe } from './verdicts.ts';

/** The catalog has updates for the image, and the rule lets none of them pass: a month without news is no failure. */
export class RuleChoosesNothing extends Problem {}

export interface Chosen {
  /** Unique identity of an update -> the indexes that it is chosen for. */
  byUpdate: Map<string, Set<number>>;
  /** Updates of .NET that would go in where somebody asked for them, or their package were here. */
  notAsked: Set<string>;
  warnings: string[];
}

/**
 * What is chosen for each index: by the rule, else the newest cumulative update of its line. What an index has already
 * is chosen too, so that the plan says so. Throws Problem ImgRuleNotFound, and ImgCatalogEmpty when nothing is chosen.
 */
export async function chosenFor(
  { site, ports }: Engine,
  indexes: readonly SeenIndex[],
  order: Order,
  isBootImage: boolean,
): Promise<Chosen> {
  const rule = order.rule == null ? undefined : await findRule(site.database, order.rule);
  const now = ports.clock.now().toISOString();
  const question = { ...(rule === undefined ? {} : questionOfRule(rule, now)), now };
  const byUpdate = new Map<string, Set<number>>();
  const notAsked = new Set<string>();
  const reasons: string[] = [];
  const withoutChoice: LineChoice[] = [];
  const warnings = new Set<string>();
  const notUnderstood = new Set<string>();
  for (const { index, facts } of indexes) {
    const roles = rolesFor(rule, facts, order).filter((role) => !isBootImage || isForPe(role));
    const answer = await recommendedFor(site.database, { image: facts, question, roles });
    withoutChoice.push(...answer.lines.filter(({ chosen }) => chosen === null));
    // What lies in the image or beside it may need the servicing stack although Windows does not.
    const takesStack =
      answer.updates.some(({ role }) => role === 'CumulativeUpdate') ||
      order.includeBootImage === true ||
      order.includeWinRE === true;
    for (const { uniqueId, role } of [...answer.updates, ...answer.notNeeded]) {
      // A checkpoint is no update of its own in a plan: the update that needs it takes it along.
      if (role === 'Checkpoint') continue;
      if (role === 'ServicingStackUpdate' && !takesStack && !rolesOfRule(rule ?? {}).includes(role)) continue;
      const isOptional = role === 'DotNetCumulativeUpdate' && rule === undefined;
      if (isOptional && !(await isDotNetWanted(site, uniqueId, order))) {
        if (answer.updates.some((each) => each.uniqueId === uniqueId)) notAsked.add(uniqueId);
        continue;
      }
      byUpdate.set(uniqueId, (byUpdate.get(uniqueId) ?? new Set()).add(index.index));
    }
    for (const { role, reason } of answer.notFound) {
      reasons.push(`Index ${index.index}, ${role}: ${reason}.`);
      if (role === 'Checkpoint') warnings.add(`Index ${index.index}: ${reason}.`);
      if (role === 'CumulativeUpdate') warnings.add(`Index ${index.index}: no cumulative update goes in: ${reason}.`);
      if (role === 'DotNetCumulativeUpdate' && order.includeDotNet === true) {
        warnings.add(`Index ${index.index}: no update of .NET goes in: ${reason}.`);
      }
      if (role === 'SetupDynamicUpdate') warnings.add(`Index ${index.index}: no file of Setup is renewed: ${reason}.`);
      if (role === 'SafeOSDynamicUpdate') {
        warnings.add(`Index ${index.index}: nothing goes into its recovery image: ${reason}.`);
      }
    }
    for (const { message } of answer.notUnderstood) notUnderstood.add(message);
  }
  if (byUpdate.size === 0) {
    const silence = await silenceOf(
      site.database,
      indexes.map(({ facts }) => facts),
      { question, lines: withoutChoice },
    );
    const parts = [silence?.reason, ...new Set(reasons), ...notUnderstood];
    const detail = parts.filter((part) => part !== undefined).join(' ');
    if (rule !== undefined && (await hasAnything(site.database, indexes, now))) {
      throw new RuleChoosesNothing('ImgCatalogEmpty', { detail });
    }
    throw new Problem('ImgCatalogEmpty', { detail: detail || 'The catalog has nothing for this image.' });
  }
  return { byUpdate, notAsked, warnings: [...warnings, ...notUnderstood] };
}

/**
 * What is asked for one index: the kinds of the rule, else the cumulative update and that of .NET; and with a cumulative
 * update the servicing stack, where the release has it apart.
 */
function rolesFor(
  rule: Rule | undefined,
  { release }: ImageFacts,
  { includeDotNet, includeWinRE, includeSetup }: Order,
): Role[] {
  const asked: Role[] = rolesOfRule(rule ?? {});
  if (includeDotNet ?? rule === undefined) asked.push('DotNetCumulativeUpdate');
  if (includeWinRE === true) asked.push('SafeOSDynamicUpdate');
  if (includeSetup === true) asked.push('SetupDynamicUpdate');
  if (asked.includes('CumulativeUpdate') && hasSeparateServicingStack(release ?? ''))
    asked.push('ServicingStackUpdate');
  return [...new Set(asked)];
}

/** Nobody said whether .NET goes in: it does where its package is here, and nothing is downloaded for it. */
async function isDotNetWanted(site: Engine['site'], uniqueId: string, { includeDotNet }: Order): Promise<boolean> {
  return includeDotNet ?? (await contentOf(site, uniqueId)) !== undefined;
}

/** Whether a question without a rule finds something for one of these indexes. */
async function hasAnything(database: Database, indexes: readonly SeenIndex[], now: string): Promise<boolean> {
  for (const { facts } of indexes) {
    const { updates, notNeeded } = await recommendedFor(database, { image: facts, question: { now } });
    if (updates.length + notNeeded.length > 0) return true;
  }
  return false;
}
