/** Conditions of a request over entity tags (RFC 9110, section 13). Pure. Ours are strong: each is a digest. */

export interface Verdict {
  /** 200: answer it; 304: it is there already; 412: it is another file by now. */
  status: 200 | 304 | 412;
  /** The range is of the file that is meant. */
  isRangeValid: boolean;
}

export function judge(headers: Readonly<Record<string, string | undefined>>, etag: string): Verdict {
  const wanted = headers['if-match'];
  if (wanted !== undefined && !names(wanted, etag, false)) return { status: 412, isRangeValid: false };
  const known = headers['if-none-match'];
  if (known !== undefined && names(known, etag, true)) return { status: 304, isRangeValid: false };
  const ofRange = headers['if-range'];
  return { status: 200, isRangeValid: ofRange === undefined || ofRange.trim() === etag };
}

function names(header: string, etag: string, weakly: boolean): boolean {
  return header
    .split(',')
    .map((each) => each.trim())
    .some((each) => each === '*' || each === etag || (weakly && each === `W/${etag}`));
}
