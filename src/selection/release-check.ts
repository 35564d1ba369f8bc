import type { Candidate } from '../updates/candidate.ts';
import { baseBuild } from '../updates/known-releases.ts';
import type { ReleaseRow } from '../updates/release-table.ts';
import { deferralEnd, type Question } from './allowed.ts';
import { activeException } from './policy.ts';
import type { SelectionWarning } from './support.ts';

export interface ReleaseCheck {
  chosen: Candidate;
  /** All of the line that was looked at, allowed or not. */
  members: readonly Candidate[];
  /** Newest rows of the release table for the line. */
  rows: readonly ReleaseRow[];
}

/**
 * Whether the release table and the catalog agree about the newest update: a catalog that is behind looks like a quiet
 * month, and two KBs of one revision cannot both be right. Nothing is chosen by the table; a person is told.
 */
export function releaseWarnings({ chosen, members, rows }: ReleaseCheck, question: Question): SelectionWarning[] {
  const { policy, at } = question;
  if (at === null || chosen.build === null || chosen.revision === null) return [];
  if (policy.previous > 0 || policy.pins.length > 0 || question.previewsOnly) return [];
  const until = Math.min(at, deferralEnd(question) ?? at);
  const own = [baseBuild(chosen.build), chosen.revision] as const;
  const isOfBuild = (row: ReleaseRow): boolean => baseBuild(row.build) === own[0];
  const counted = rows.filter(
    (row) =>
      Date.parse(row.date) <= until &&
      isOfBuild(row) &&
      !(row.kind === 'Preview' && policy.preview === 'exclude') &&
      !(row.kind === 'Out-of-band' && policy.outOfBand !== 'include') &&
      activeException(policy.holds, row.articleId, at) === undefined,
  );
  const known = new Set(members.map(({ articleId }) => articleId));
  const newer = counted
    .filter(({ revision, articleId }) => revision > own[1] && articleId !== null && !known.has(articleId))
    .sort((a, b) => b.revision - a.revision)[0];
  if (newer !== undefined) {
    const { build, revision, articleId, date } = newer;
    const message = `the release table has ${build}.${revision} (KB${articleId}) of ${date}, of which no source told: is the catalog behind?`;
    return [{ code: 'CatalogBehind', message }];
  }
  const ofOwn = rows.filter((row) => row.articleId !== null && row.articleId === chosen.articleId && isOfBuild(row));
  if (ofOwn.length > 0 && ofOwn.every(({ revision }) => revision !== own[1])) {
    const others = ofOwn.map(({ build, revision }) => `${build}.${revision}`).join(', ');
    const message = `the release table calls KB${chosen.articleId} ${others}, the catalog ${chosen.build}.${chosen.revision}`;
    return [{ code: 'SourcesDiffer', message }];
  }
  const same = counted.filter(({ revision, articleId }) => revision === own[1] && articleId !== null);
  if (same.length === 0 || chosen.articleId === null || same.some(({ articleId }) => articleId === chosen.articleId))
    return [];
  const others = same.map(({ articleId }) => `KB${articleId}`).join(', ');
  const message = `the release table calls ${chosen.build}.${chosen.revision} ${others}, the catalog KB${chosen.articleId}`;
  return [{ code: 'SourcesDiffer', message }];
}
