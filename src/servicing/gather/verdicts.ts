/** Whether a run puts an update into an index, and why not: what every answer says, and what a run cannot do beside it. */
import { factsOf } from '../../answers/verdicts.ts';
import type { Derived } from '../../catalog/store/read-derived.ts';
import { applicability, membershipFor } from '../../selection/applicability.ts';
import type { ImageFacts } from '../../selection/facts.ts';
import type { Applicability, PlanApplicability, PlanUpdate } from '../plan/input.ts';
import { stageOf } from '../plan/stage.ts';
import type { Order } from '../run/run-store.ts';
import type { IndexInFile, SeenIndex } from './indexes.ts';

/** Everything at or above the update counts as there. */
const presentReasons = new Set([
  'PackageInstalled',
  'PackageSuperseded',
  'RevisionReached',
  'RevisionPassed',
  'ReleaseReached',
  'NewerInstalled',
  'VersionReached',
  'VersionPassed',
  'StackIsNewer',
]);

/** What every answer says of the update. */
export function verdictOf(update: Derived, { index, facts }: { index: number; facts: ImageFacts }): PlanApplicability {
  const { reasonCode, reason, isOffered } = applicability(factsOf(update), facts);
  const member = membershipFor(update, facts);
  const revision = member === undefined || member.build === null ? null : `${member.build}.${member.revision}`;
  const status: Applicability = isOffered ? 'Applicable' : presentReasons.has(reasonCode) ? 'Present' : 'NotSupported';
  return { index, status, reasonCode, reason, revision };
}

/** The same, and what a run cannot or was not asked to put in. */
export function applicabilityTo(
  update: Derived,
  { index, facts }: SeenIndex,
  { order, isBootImage }: { order: Order; isBootImage: boolean },
): PlanApplicability {
  const verdict = verdictOf(update, { index: index.index, facts });
  if (verdict.status !== 'Applicable') return verdict;
  const refused = { ...verdict, status: 'NotSupported' as const };
  if (stageOf(update.kind) === undefined) {
    const reason = `an update of the kind ${update.kind} is not put in by this version`;
    return { ...refused, reasonCode: 'KindNotSupported', reason };
  }
  if (isBootImage && !isForPe(update.kind)) {
    const reason = 'a boot image takes cumulative updates and servicing stacks alone';
    return { ...refused, reasonCode: 'NotForWindowsPE', reason };
  }
  const refusal = stageOf(update.kind) === 'recovery' ? recoveryRefusal(index, order) : undefined;
  return refusal === undefined ? verdict : { ...refused, ...refusal };
}

/** Why nothing goes into the recovery image of an index; undefined when something may. */
function recoveryRefusal(
  { winre }: IndexInFile,
  { includeWinRE }: Order,
): Pick<PlanApplicability, 'reasonCode' | 'reason'> | undefined {
  if (includeWinRE !== true) {
    return {
      reasonCode: 'RecoveryNotAsked',
      reason: 'it goes into the recovery image, and includeWinRE was not asked for',
    };
  }
  if (winre == null) return { reasonCode: 'NoRecovery', reason: 'the index has no recovery image' };
  return winre.indexes.length > 0
    ? undefined
    : { reasonCode: 'RecoveryUnreadable', reason: winre.warnings[0] ?? 'its recovery image holds no index' };
}

/** An update of Setup belongs to the media where its Setup is wanted, and fits one index of the image at least. */
export function setupOr(update: PlanUpdate, isWanted: boolean): PlanUpdate {
  const fits = update.applicability.find(({ reasonCode }) => reasonCode === 'NotOfflineServiceable');
  if (!isWanted || fits === undefined) return update;
  const reason = 'its files are laid over those of the media';
  return { ...update, setup: { ...fits, status: 'Applicable', reasonCode: 'MediaFiles', reason } };
}

/** The updates of Windows that go into a Windows PE too. */
export function isForPe(kind: string): boolean {
  return ['stack', 'cumulative'].includes(stageOf(kind) ?? '');
}
