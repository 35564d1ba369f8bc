/** What is sent: the facts that are new, the worst first, as text, as HTML and as data. Pure. */
import type { Fact } from './fact.ts';
import { oneLine, shownTime } from './fact.ts';
import { htmlOf } from './html.ts';
import type { Level } from './kinds.ts';

export interface Message {
  /** The same when it is sent again. */
  id: string;
  /** One line. */
  subject: string;
  level: Level;
  /** Which machine sends, and for which site. */
  from: { host: string; site: string };
  sent: string;
  facts: readonly Fact[];
  /** The first two lines are title and sentence of the first fact. */
  text: string;
  html: string;
  test: boolean;
}

/** A longer list helps nobody. */
const mostFacts = 20;
const rank: Record<Level, number> = { error: 0, warning: 1, info: 2 };

export interface MessageParts {
  id: string;
  facts: readonly Fact[];
  from: Message['from'];
  sent: string;
  test?: boolean;
}

export function messageOf({ id, facts, from, sent, test = false }: MessageParts): Message {
  const sorted = facts.toSorted((a, b) => rank[a.level] - rank[b.level] || (a.at < b.at ? 1 : -1));
  const shown = sorted.slice(0, mostFacts);
  const first = sorted[0];
  const more = sorted.length - 1;
  const left = sorted.length - shown.length;
  const foot = [
    ...(left === 0 ? [] : [`${left} more are not shown.`]),
    `Sent by ImgUpdate on ${from.host}, ${shownTime(sent)}. Site: ${from.site}`,
  ];
  const subject = oneLine(`${first?.title ?? 'Nothing'}${more > 0 ? ` (and ${more} more)` : ''}`, 200);
  return {
    ...{ id, subject, level: first?.level ?? 'info', from, sent, facts: sorted, test },
    text: `${shown.map(textOf).join('\n\n')}\n\n-- \n${foot.join('\n')}\n`,
    html: htmlOf({ subject, facts: shown, foot }),
  };
}

function textOf({ title, sentence, details }: Fact): string {
  const width = Math.max(0, ...details.map(({ label }) => label.length));
  const lines = details.map(({ label, value }) => `  ${`${label}:`.padEnd(width + 1)} ${value}`);
  return [title, sentence, ...(lines.length === 0 ? [] : ['', ...lines])].join('\n');
}

/** The same as data, for programs. */
export function documentOf({ id, from, sent, facts, test, subject, level }: Message): Record<string, unknown> {
  return {
    formatVersion: '1.0',
    ...{ id, test, sent, host: from.host, site: from.site, subject, level },
    events: facts.map(({ key, kind, level, image, at, title, sentence, details }) => ({
      ...{ key, kind, level, image, at, title, sentence, details },
    })),
  };
}
