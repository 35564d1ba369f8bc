/** Characters that PowerShell takes for a single quote; doubled they stand for themselves. */
const quotes = /['\u2018\u2019\u201a\u201b]/g;

/** A value as a PowerShell string of single quotes: nothing in it is ever expanded or run. */
export function literal(value: string): string {
  return `'${value.replaceAll(quotes, '$&$&')}'`;
}

/** Words of a comment: one line, whatever is in them. */
export function comment(words: string): string {
  return `# ${words.replaceAll(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ').trim()}`;
}
