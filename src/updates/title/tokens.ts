/**
 * Tokens of an update title. Commas carry no meaning (some sources lose them), spaces of any kind and number separate,
 * brackets are tokens of their own, and the parts that no wording changes (month, KB number, build) are recognised
 * here. The grammar above works on tokens only and never searches in the text.
 */
export interface Token {
  kind: 'word' | 'month' | 'article' | 'revision' | 'open' | 'close' | 'dash';
  /** As written. */
  text: string;
  /** Lower case; for an article the digits, for a month YYYY-MM. */
  value: string;
}

/** Longest title that is read; no real one has 300 characters. */
const longestTitle = 2000;

export function tokenise(written: string): Token[] {
  // Pages write "x64-based" with hyphens that do not break.
  const title = /[\u2010\u2011]/.test(written) ? written.replace(/[\u2010\u2011]/g, '-') : written;
  const tokens: Token[] = [];
  const end = Math.min(title.length, longestTitle);
  let start = 0;
  for (let at = 0; at <= end; at += 1) {
    const code = at === end ? space : title.charCodeAt(at);
    const isApart = brackets.has(code);
    if (!isApart && !isSeparator(code)) continue;
    if (at > start) pushWord(tokens, title.slice(start, at));
    if (isApart) tokens.push(toToken(title.charAt(at)));
    start = at + 1;
  }
  return tokens;
}

/** "KB 5079473", with a blank between, is one KB. */
function pushWord(tokens: Token[], text: string): void {
  const before = tokens.at(-1);
  const isArticle = before?.value === 'kb' && /^\d{5,8}$/.test(text);
  if (isArticle) tokens.pop();
  tokens.push(toToken(isArticle ? `${before.text}${text}` : text));
}

const space = 32;
const brackets: ReadonlySet<number> = new Set(Array.from('()[]（）', (bracket) => bracket.charCodeAt(0)));

/** Character by character: to split half a million titles with patterns takes three times as long. */
function isSeparator(code: number): boolean {
  if (code < 128) return code === space || code === 44 || (code >= 9 && code <= 13);
  return /[\s，、\u200b\u200e\u200f]/u.test(String.fromCharCode(code));
}

function toToken(text: string): Token {
  const first = text.charCodeAt(0);
  // Digits begin months and builds, K begins a KB; every other word needs no pattern.
  if (first >= 48 && first <= 57) {
    const month = /^(20\d\d-(?:0[1-9]|1[0-2]))B?$/i.exec(text)?.[1];
    if (month !== undefined) return { kind: 'month', text, value: month };
    if (/^\d{5}\.\d{1,6}$/.test(text)) return { kind: 'revision', text, value: text };
  } else if (first === 75 || first === 107) {
    const article = /^KB(\d{5,8})$/i.exec(text)?.[1];
    if (article !== undefined) return { kind: 'article', text, value: article };
  } else if (text.length === 1) {
    if ('([（'.includes(text)) return { kind: 'open', text, value: '(' };
    if (')]）'.includes(text)) return { kind: 'close', text, value: ')' };
    if ('-–—'.includes(text)) return { kind: 'dash', text, value: '-' };
  }
  return { kind: 'word', text, value: text.toLowerCase() };
}
