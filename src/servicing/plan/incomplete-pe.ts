/** Updates of Windows 10 1809 end on every Windows PE of theirs with ERROR_SXS_TRANSACTION_CLOSURE_INCOMPLETE (14107). */
const build = '17763';

/** Whether a Windows PE of this revision may keep what it has, whatever the update. */
export function isIncompletePe(revision: string | null): boolean {
  return revision?.split('.')[0] === build;
}
