import type { Recurrence, WeekDay } from '../../contract/generated/types.ts';

/** Configuration Manager counts from Sunday, which is 1. */
export const weekDays: readonly WeekDay[] = [
  ...(['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'] as const),
];

/** By their numbers in Configuration Manager. */
export const monthOrders: readonly NonNullable<Recurrence['monthlyByWeekDay']>['order'][] = [
  ...(['Last', 'First', 'Second', 'Third', 'Fourth'] as const),
];
