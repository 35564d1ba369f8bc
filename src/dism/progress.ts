/**
 * Percent of one progress line ("[====   11.0%   ]"), or undefined for every other line. The bar's fill is ignored: only
 * the number counts. 100 is not success: failures follow a full bar.
 */
export function progressPercent(line: string): number | undefined {
  const match = /^\s*\[[= ]{0,80}?(\d{1,3}\.\d)%[= ]{0,80}\]\s*$/.exec(line);
  if (match === null) return undefined;
  const percent = Number(match[1]);
  return percent <= 100 ? percent : undefined;
}
