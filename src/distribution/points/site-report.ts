/** What a site of Configuration Manager says of its own distribution points, as the state of one target here. */
import type { DistributionTarget, SiteReport } from '../../contract/generated/types.ts';
import { Problem } from '../../errors.ts';

/** Numbers about an earlier version say nothing yet: the site has not taken up the new one. */
export function reportedState({
  awaitedVersion,
  sourceVersion,
  targeted,
  numberSuccess,
  numberErrors,
}: SiteReport): DistributionTarget['state'] {
  if (sourceVersion < awaitedVersion) return 'InProgress';
  if (numberErrors > 0) return 'Error';
  return targeted > 0 && numberSuccess === targeted ? 'Success' : 'InProgress';
}

/** Of a report whose state is Error. */
export function reportedProblem(
  point: string,
  { packageId, sourceVersion, targeted, numberErrors, failed }: SiteReport,
): Problem {
  const names = failed.length === 0 ? '' : `: ${failed.join(', ')}`;
  return new Problem('ImgPointSiteErrors', {
    detail: `${point}: ${numberErrors} of ${targeted} distribution points of the site did not get version ${sourceVersion} of ${packageId}${names}.`,
  });
}
