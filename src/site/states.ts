/** States of a schedule whose run is still to come, or has not ended. */
export const openScheduleStates: readonly string[] = ['Scheduled', 'Running'];

/** States of a schedule that needs its rule: one that is suspended may be resumed. */
export const keptScheduleStates: readonly string[] = ['None', ...openScheduleStates];

/** Statuses of a run that has not ended. */
export const openRunStatuses: readonly string[] = ['Pending', 'Running'];
