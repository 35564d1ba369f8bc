/** An entry for each event in an event log of Windows, where monitoring finds it by source and id. */
import type { NotificationEventLogSettings } from '../../contract/generated/types.ts';
import { notificationEventLogSettings as validate } from '../../contract/generated/validators/notification.event-log.settings.js';
import { writeEvent } from '../../ports/power-shell/scripts/write-event.ts';
import type { Channel } from '../channel.ts';
import { eventKinds, type Level, testEventId } from '../kinds.ts';
import { messageOf } from '../message.ts';

const levels = { info: 'Information', warning: 'Warning', error: 'Error' } as const satisfies Record<Level, string>;

/** Windows takes 31,839 characters. */
const longestEntry = 30_000;

export const eventLogChannel: Channel<NotificationEventLogSettings> = {
  type: 'event-log',
  description: 'The event log of Windows, an entry for each event.',
  validate,
  settle: ({ log = 'Application', source = 'ImgUpdate' }) => ({ log, source }),
  warnings: () => [],

  async send(message, { log = 'Application', source = 'ImgUpdate' }, { ports, signal }) {
    for (const fact of message.facts) {
      signal.throwIfAborted();
      const { text } = messageOf({ ...message, facts: [fact] });
      await ports.serverShell.ask(writeEvent, {
        ...{ log, source, level: levels[fact.level], text: text.slice(0, longestEntry) },
        id: message.test ? testEventId : eventKinds[fact.kind].eventId,
      });
    }
    return `${message.facts.length} written to the log ${log}.`;
  },
};
