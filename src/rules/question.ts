import type { Exception as ExceptionDocument, Rule } from '../contract/generated/types.ts';
import { Problem } from '../errors.ts';
import type { LineRequest } from '../selection/line-request.ts';
import type { Exception, Policy } from '../selection/policy.ts';
import { type Role, rolesOf } from '../selection/recommend.ts';
import { isCalendarDay } from '../updates/calendar-day.ts';
import type { UpdateFilter } from '../updates/filter.ts';
import { earliestPosted } from './posted-within.ts';

/** Members of requests and rules that make the policy. */
export interface PolicyMembers {
  preview?: Policy['preview'];
  outOfBand?: Policy['outOfBand'];
  previous?: number;
  deferralDays?: number;
  holds?: ExceptionDocument[];
  pins?: ExceptionDocument[];
  maximumAgeDays?: number;
}

/**
 * The policy that members spell; what is not given stays out. Throws Problem ImgRequestInvalid for an end that is no
 * date and for a KB that is held and pinned.
 */
export function policyOf(members: PolicyMembers): Partial<Policy> {
  const { preview, outOfBand, previous, deferralDays, maximumAgeDays } = members;
  const holds = members.holds?.map((each, at) => exceptionOf(each, `/holds/${at}`));
  const pins = members.pins?.map((each, at) => exceptionOf(each, `/pins/${at}`));
  const both = pins?.find((pin) => holds?.some((hold) => hold.articleId === pin.articleId));
  if (both !== undefined) throw invalid('/pins', `KB${both.articleId} is held as well`);
  const entries = Object.entries({ preview, outOfBand, previous, deferralDays, holds, pins, maximumAgeDays });
  return Object.fromEntries(entries.filter(([, value]) => value !== undefined)) as Partial<Policy>;
}

/** Filter and policy of a rule, as a question to the catalog at a time (RFC 3339). */
export function questionOfRule(rule: Rule, at: string): LineRequest {
  const { product, family, release, architecture, kind, classification, title, articleId, severity, language } = rule;
  const { superseded, minimumSize, maximumSize, postedWithin } = rule;
  const filter = {
    ...{ product, family, release, architecture, kind, classification, title, articleId, severity, language },
    ...{ superseded, minimumSize, maximumSize },
    postedAfter: postedWithin === undefined ? undefined : earliestPosted(postedWithin, at),
  };
  const given = Object.entries({ ...filter, kind: kind ?? ['CumulativeUpdate'] }).filter(
    ([, value]) => value !== undefined,
  );
  return { ...(Object.fromEntries(given) as UpdateFilter), ...policyOf(rule) };
}

/** What a rule recommends: the roles of its kinds; without kinds the cumulative update. */
export function rolesOfRule({ kind }: Pick<Rule, 'kind'>): Role[] {
  const kinds = kind === undefined || kind.length === 0 ? (['CumulativeUpdate'] as const) : kind;
  return [...new Set(kinds.flatMap(rolesOf))];
}

function exceptionOf({ articleId, reason = '', until }: ExceptionDocument, pointer: string): Exception {
  const isTime = until === undefined || (isCalendarDay(until.slice(0, 10)) && !Number.isNaN(Date.parse(until)));
  if (!isTime) throw invalid(`${pointer}/until`, 'is no date (YYYY-MM-DD) and no time (RFC 3339)');
  return { articleId: articleId.replace(/^KB/i, ''), reason, until: until ?? null };
}

function invalid(pointer: string, message: string): Problem {
  return new Problem('ImgRequestInvalid', { detail: `${pointer} ${message}.`, errors: [{ pointer, message }] });
}
