import { matchesWildcard } from '../wildcard.ts';
import type { FlagField, ListField, NumberField, Term, TextField } from './filter-terms.ts';

/** What the terms of a filter are about, of one update, in the spelling of `filter-terms.ts`; null is what it does not say. */
export type FilterFacts = Record<TextField, string | null> &
  Record<ListField, readonly string[]> &
  Record<NumberField, number | null> &
  Record<FlagField, boolean> & {
    /** In lower case. */
    title: string;
    /** Its own system first, then those of the lines that it names. */
    systems: readonly { family: string | null; release: string | null }[];
  };

/** Whether an update meets all of the terms. */
export function passes(terms: readonly Term[], facts: FilterFacts): boolean {
  return terms.every((term) => meets(term, facts));
}

/** The part that the database leaves open: whether a title, in lower case, is one that the terms let pass. */
export function passesTitle(terms: readonly Term[], title: string): boolean {
  return terms.filter(isAboutTitle).every((term) => meetsTitle(term, title));
}

type TitleTerm = Extract<Term, { field: 'title' }>;

export function isAboutTitle(term: Term): term is TitleTerm {
  return 'field' in term && term.field === 'title';
}

function meetsTitle({ is, patterns }: TitleTerm, title: string): boolean {
  return patterns.some((pattern) => matchesWildcard(title, pattern)) === (is === 'like');
}

function meets(term: Term, facts: FilterFacts): boolean {
  if (isAboutTitle(term)) return meetsTitle(term, facts.title);
  switch (term.is) {
    case 'oneOf':
    case 'noneOf': {
      const own = facts[term.field];
      return own !== null && term.values.includes(own) === (term.is === 'oneOf');
    }
    case 'hasOneOf': {
      const own = facts[term.field];
      return (term.orNone === true && own.length === 0) || own.some((value) => term.values.includes(value));
    }
    case 'like': {
      const own = facts.articleId;
      return own !== null && term.patterns.some((pattern) => matchesArticle(own, pattern));
    }
    case 'atLeast':
    case 'atMost': {
      const own = facts[term.field];
      return own !== null && (term.is === 'atLeast' ? own >= term.value : own <= term.value);
    }
    case 'flag':
      return facts[term.field] === term.value;
    case 'ofSystem':
      return facts.systems.some(
        ({ family, release }) => isAmong(family, term.families) && isAmong(release, term.releases),
      );
    case 'any':
      return term.of.some((part) => meets(part, facts));
    default:
      return unknown(term);
  }
}

/** Articles are digits: a pattern is of digits, `*` and `?`; another one fits none. */
function matchesArticle(article: string, pattern: string): boolean {
  if (!/[*?]/.test(pattern)) return article === pattern;
  return articlePattern.test(pattern) && matchesWildcard(article, pattern);
}

/** What counts as a pattern of KB numbers. */
export const articlePattern = /^[\d*?]{1,50}$/;

/** An empty list asks nothing. */
function isAmong(own: string | null, wanted: readonly string[]): boolean {
  return wanted.length === 0 || (own !== null && wanted.includes(own));
}

function unknown(term: never): never {
  throw new Error(`a filter has a term of no kind: ${JSON.stringify(term)}`);
}
