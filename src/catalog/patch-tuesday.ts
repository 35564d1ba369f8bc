const day = 86_400_000;

/**
 * Whether a time lies on the second Tuesday of its month, or on the day after it in UTC (a release in the evening of
 * the Pacific coast). Regular releases come on that day.
 */
export function isPatchTuesday(time: number): boolean {
  return isSecondTuesday(new Date(time)) || isSecondTuesday(new Date(time - day));
}

function isSecondTuesday(date: Date): boolean {
  return date.getUTCDay() === 2 && date.getUTCDate() >= 8 && date.getUTCDate() <= 14;
}
