import type { PlanApplicability, PlanIndex, PlanUpdate } from './input.ts';
import { stageOf } from './stage.ts';

/** Whether languages or features of an index are, or will be, as they were released: its cumulative update must follow. */
export function addsTo({ additions, behind = [] }: Pick<PlanIndex, 'additions' | 'behind'>): boolean {
  return behind.length > 0 || goesIn(additions);
}

/** Whether languages or features go into an index. */
export function goesIn(additions: PlanIndex['additions']): boolean {
  return additions !== undefined && additions.languages.length + additions.capabilities.length > 0;
}

/** A cumulative update that the image has goes in again, at the very revision, after languages and features. */
export function isDueAgain(
  { kind }: Pick<PlanUpdate, 'kind'>,
  { status, revision }: Pick<PlanApplicability, 'status' | 'revision'>,
  index: Pick<PlanIndex, 'revision' | 'additions' | 'behind'>,
): boolean {
  if (stageOf(kind) !== 'cumulative' || status !== 'Present' || !addsTo(index)) return false;
  const [, own] = revision?.split('.') ?? [];
  const [, present] = index.revision?.split('.') ?? [];
  return own !== undefined && own === present;
}

/** Why it goes in again. */
export function reasonAgain({ additions, behind = [] }: Pick<PlanIndex, 'additions' | 'behind'>): string {
  const what = goesIn(additions) ? 'languages and features go in before it' : `${namesOf(behind)} came after it`;
  return `the image has this revision, but ${what}, and they are as they were released`;
}

/** Names of packages without what nobody reads of their identities, the first ones. */
export function namesOf(identities: readonly string[]): string {
  const names = identities.map((identity) => {
    const [name = '', , , language = ''] = identity.split('~');
    return language === '' ? name : `${name} ${language}`;
  });
  const more = names.length > 3 ? ` and ${names.length - 3} more` : '';
  return `${names.slice(0, 3).join(', ')}${more}`;
}
