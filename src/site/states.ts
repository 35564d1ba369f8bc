/** States of a schedule whose run is still to come, or has not ended. */
export const openScheduleStates: readonly string[] = ['Scheduled', 'Running'];

/** Statuses of a run that has not ended. */
export const openRunStatuses: readonly string[] = ['Pending', 'Running'];
