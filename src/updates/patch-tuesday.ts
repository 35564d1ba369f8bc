const hour = 3_600_000;

/**
 * Whether a time lies on the second Tuesday of its month, on the Pacific coast or in UTC: until eight in the morning of
 * the next day. Regular releases come on that day; an update of the Wednesday after it is out of band.
 */
export function isPatchTuesday(time: number): boolean {
  return isSecondTuesday(new Date(time)) || isSecondTuesday(new Date(time - 8 * hour));
}

function isSecondTuesday(date: Date): boolean {
  return date.getUTCDay() === 2 && date.getUTCDate() >= 8 && date.getUTCDate() <= 14;
}
