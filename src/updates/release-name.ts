/**
 * Names of releases. Two shapes exist and both stay open to names nobody has seen: year and month (1507 to 2004) and
 * year and half (20H2, 27H1). 2009 is the name under which 20H2 first appeared. 2010 to 2012 are years of products.
 */
const yearMonth = /^(?!201[0-2])(1[5-9]|2[0-9])(0[1-9]|1[0-2])$/;
const yearHalf = /^\d\dH[12]$/i;

/** The release in its usual spelling; null when `text` has not the shape of a release. */
export function normaliseRelease(text: string): string | null {
  if (yearHalf.test(text)) return text.toUpperCase();
  if (!yearMonth.test(text)) return null;
  return text === '2009' ? '20H2' : text;
}

/** Number that orders releases by time: 1903 < 20H2 < 21H1. Names of another shape give null. */
export function releaseOrder(release: string): number | null {
  if (yearMonth.test(release)) return Number(release);
  if (yearHalf.test(release)) return Number(release.slice(0, 2)) * 100 + (release.endsWith('1') ? 4 : 9);
  return null;
}
