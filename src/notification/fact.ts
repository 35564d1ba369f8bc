import type { EventKind, Level } from './kinds.ts';

/** One thing that somebody may want to be told, as it is stored. */
export interface Fact {
  /** The same as long as nothing is new; each notification tells it once. */
  key: string;
  kind: EventKind;
  level: Level;
  image: { id: string; name: string } | null;
  /** When it became so. RFC 3339, UTC. */
  at: string;
  /** First line: what it is about and what became of it. */
  title: string;
  /** Second line: what else a person wants to know at once. */
  sentence: string;
  details: Detail[];
}

export interface Detail {
  label: string;
  value: string;
}

/** A moment as it is written for people. */
export function shownTime(at: string): string {
  return `${at.slice(0, 10)} ${at.slice(11, 16)} UTC`;
}

/** Text from outside on one line, without what a terminal or a mail program would act on. */
export function oneLine(text: string, longest = 500): string {
  const line = text.replace(/[\p{C}\p{Zl}\p{Zp}\s]+/gu, ' ').trim();
  return line.length <= longest ? line : `${line.slice(0, longest - 1)}…`;
}
