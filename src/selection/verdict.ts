/** The words of a verdict: the answers and numbers of Configuration Manager (SMS_ImageUpdateStatus.UpdateStatus), and why. */

export const updateStatusCodes = {
  Unknown: 0,
  NotRequired: 1,
  Installed: 2,
  Applicable: 3,
  ApplicabilityCheckNotSupported: 4,
  InstalledApplicabilityCheckNotSupported: 5,
} as const;

export type UpdateStatus = keyof typeof updateStatusCodes;

export const applicabilityReasons = {
  ImageUnknown: 'the image does not tell its system, release or architecture',
  UpdateUnknown: 'it is not known what the update is or what it is for',
  OtherFamily: 'it is for another system',
  OtherRelease: 'it is for another release',
  OtherArchitecture: 'it is for another architecture',
  OtherDotNet: 'it is for another version of .NET Framework',
  Enablement: 'it makes another release of the image, which must be asked for',
  PackageInstalled: 'its package is installed',
  PackageSuperseded: 'its package was installed and a newer one replaced it',
  NewerInstalled: 'a newer update of its line is installed',
  ReleaseReached: 'the image is this release already',
  RevisionReached: 'the image has exactly this revision',
  RevisionPassed: 'the image has a newer revision',
  VersionReached: 'the image has this version',
  VersionPassed: 'the image has a newer version',
  StackIsNewer: 'the image is at a cumulative update that needed a servicing stack as new as this one',
  RevisionUnknown: 'its revision is not known; whether the image needs it shows when it is applied',
  NotOfflineServiceable: 'it cannot be applied to an image that does not run',
  NeedsUpdate: 'the image has an older revision',
  SeparateStack: 'this release gets its servicing stack apart, and it must be in before the cumulative update',
  StackMayBeOlder: 'the image may have an older servicing stack',
  Recovery: 'it is for the recovery environment inside of the image',
  RecoveryElsewhere: 'it is for the recovery environment, which this image does not hold inside',
  FitsLine: 'it is for this image, and nothing in the image shows that it is installed',
} as const;

export type ApplicabilityReason = keyof typeof applicabilityReasons;

export interface Applicability {
  status: UpdateStatus;
  statusCode: number;
  reasonCode: ApplicabilityReason;
  reason: string;
  /** Whether a run may try it: it is needed, or nothing but trying can tell. */
  isOffered: boolean;
}

export function answer(status: UpdateStatus, reasonCode: ApplicabilityReason, detail?: string): Applicability {
  const sentence = applicabilityReasons[reasonCode];
  return {
    status,
    statusCode: updateStatusCodes[status],
    reasonCode,
    reason: detail === undefined ? sentence : `${sentence}: ${detail}`,
    isOffered: status === 'Applicable',
  };
}

export function offered(verdict: Applicability): Applicability {
  return { ...verdict, isOffered: true };
}
