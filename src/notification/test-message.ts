import type { Ports } from '../ports/index.ts';
import { oneLine, shownTime } from './fact.ts';
import { type Message, messageOf } from './message.ts';

/** A message that says of itself that nothing happened. */
export function testMessage(
  name: string,
  from: Message['from'],
  { clock, ids }: Pick<Ports, 'clock' | 'ids'>,
): Message {
  const id = ids.next();
  const sent = clock.now().toISOString();
  const fact = {
    ...({ key: `test:${id}`, kind: 'RunSucceeded', level: 'info', image: null, at: sent } as const),
    title: oneLine(`Test of the notification ${name}`),
    sentence: `Nothing happened; messages arrive here. Sent ${shownTime(sent)}.`,
    details: [],
  };
  return messageOf({ id, facts: [fact], from, sent, test: true });
}
