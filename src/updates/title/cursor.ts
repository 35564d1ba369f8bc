import type { Token } from './tokens.ts';

/** A place in a list of tokens. The small parsers either take what they know and return it, or leave the place alone. */
export class Cursor {
  readonly tokens: readonly Token[];
  position = 0;

  constructor(tokens: readonly Token[]) {
    this.tokens = tokens;
  }

  get atEnd(): boolean {
    return this.position >= this.tokens.length;
  }

  peek(ahead = 0): Token | undefined {
    return this.tokens[this.position + ahead];
  }

  /** Takes the next token when it is of this kind. */
  take(kind: Token['kind']): Token | null {
    const token = this.peek();
    if (token?.kind !== kind) return null;
    this.position += 1;
    return token;
  }

  /** Takes a phrase such as 'cumulative update' (lower case, one blank between words) when it comes next. */
  phrase(words: string): boolean {
    // Nearly every phrase that is tried does not come next, and nearly every time one character tells.
    if (this.tokens[this.position]?.value.charCodeAt(0) !== words.charCodeAt(0)) return false;
    const wanted = wordsOf(words);
    for (let index = 0; index < wanted.length; index += 1) {
      if (this.tokens[this.position + index]?.value !== wanted[index]) return false;
    }
    this.position += wanted.length;
    return true;
  }

  /** Takes the first of the phrases that comes next. */
  anyOf(...phrases: string[]): string | null {
    return phrases.find((words) => this.phrase(words)) ?? null;
  }

  /** Takes the next word when `read` understands it. */
  word<T>(read: (value: string) => T | null): T | null {
    const token = this.peek();
    const result = token?.kind === 'word' ? read(token.value) : null;
    if (result !== null) this.position += 1;
    return result;
  }

  /** Runs `parse`; when it returns null the place is as before. */
  attempt<T>(parse: () => T | null): T | null {
    const before = this.position;
    const result = parse();
    if (result === null) this.position = before;
    return result;
  }
}

/** Phrases are constants of the grammar: each is split once. */
const split = new Map<string, readonly string[]>();

function wordsOf(phrase: string): readonly string[] {
  const known = split.get(phrase);
  if (known !== undefined) return known;
  const words = phrase.split(' ');
  split.set(phrase, words);
  return words;
}
