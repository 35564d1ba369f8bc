/** The message as an adaptive card, in the envelope that a webhook of Teams takes. Pure. */
import type { Fact } from '../fact.ts';
import type { Level } from '../kinds.ts';
import type { Message } from '../message.ts';

/** Teams refuses messages of more than 28 KB. */
const mostFacts = 8;
const mostDetails = 12;

const colours: Record<Level, string> = { error: 'Attention', warning: 'Warning', info: 'Good' };

export function adaptiveCard({ facts, from }: Message): Record<string, unknown> {
  const more = facts.length - mostFacts;
  const foot = `${more > 0 ? `${more} more are not shown. ` : ''}ImgUpdate on ${from.host}`;
  return {
    type: 'message',
    attachments: [
      {
        contentType: 'application/vnd.microsoft.card.adaptive',
        contentUrl: null,
        content: {
          $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
          type: 'AdaptiveCard',
          version: '1.4',
          msteams: { width: 'Full' },
          body: [...facts.slice(0, mostFacts).flatMap(blocksOf), textBlock(foot, { isSubtle: true, size: 'Small' })],
        },
      },
    ],
  };
}

function blocksOf({ title, sentence, details, level }: Fact, at: number): object[] {
  return [
    textBlock(title, { weight: 'Bolder', size: 'Medium', color: colours[level], separator: at > 0 }),
    textBlock(sentence, { spacing: 'Small' }),
    {
      type: 'FactSet',
      facts: details
        .slice(0, mostDetails)
        .map(({ label, value }) => ({ title: label, value: plain(value.slice(0, 500)) })),
    },
  ];
}

function textBlock(text: string, more: object): object {
  return { type: 'TextBlock', text: plain(text), wrap: true, ...more };
}

/** A text block knows some Markdown: names from outside are shown as they are. */
function plain(text: string): string {
  return text.replace(/[\\*_[\]`~]/g, (mark) => `\\${mark}`);
}
