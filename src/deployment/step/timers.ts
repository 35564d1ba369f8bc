/** Timers and retries of the step, as Configuration Manager documents them. Seconds and counts. */
export interface StepTimers {
  /** A scan that has not ended (SMSTSSoftwareUpdateScanTimeout). */
  scan: number;
  /** Content whose location nobody names. */
  locationRequest: number;
  /** The content of one update, from its first byte to its last. */
  contentDownload: number;
  /** A place that content comes from and that sends nothing more. */
  inactiveDistributionPoint: number;
  /** An installation in which nothing moves. */
  installInactivity: number;
  /** Waited after a restart, because an update may restart the computer twice (SMSTSWaitForSecondReboot). */
  secondRestart: number;
  /** Restarts that nobody asked for, after which the step begins again. */
  restartRetries: number;
  /** Scans that may find something. Updates that come back for ever end here. */
  maximumRounds: number;
}

const hour = 3600;

export const defaultTimers: Readonly<StepTimers> = {
  scan: hour,
  locationRequest: hour,
  contentDownload: hour,
  inactiveDistributionPoint: hour,
  installInactivity: 8 * hour,
  secondRestart: 0,
  restartRetries: 2,
  maximumRounds: 10,
};
