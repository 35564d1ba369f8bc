/** The table of channels. To add one: see `channel.ts`. */
import { Problem } from '../errors.ts';
import type { Channel } from './channel.ts';
import { commandChannel } from './command/channel.ts';
import { eventLogChannel } from './event-log/channel.ts';
import { mailChannel } from './mail/channel.ts';
import { webhookChannel } from './webhook/channel.ts';

export const channels: readonly Channel[] = [
  mailChannel as Channel,
  webhookChannel as Channel,
  eventLogChannel as Channel,
  commandChannel as Channel,
];

/** Throws Problem ImgNotificationInvalid. */
export function channelOf(type: string): Channel {
  // PowerShell writes EventLog.
  const plain = (name: string): string => name.toLowerCase().replaceAll('-', '');
  const found = channels.find((each) => plain(each.type) === plain(type));
  if (found !== undefined) return found;
  throw new Problem('ImgNotificationInvalid', {
    detail: `There is no channel ${JSON.stringify(type)}; there are ${channels.map((each) => each.type).join(', ')}.`,
  });
}
