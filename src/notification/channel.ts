/**
 * How somebody is told. A channel is one folder here, the schema of its settings (`notification.<type>.settings`) and a
 * line in `channels.ts`; who is told of what, once, again after a failure, is the same for all.
 *
 * Guarantees: a channel sends a message whole or throws; it stores nothing; a secret reaches it when it sends, from
 * outside, and stands in none of its problems.
 */
import type { Validator } from '../contract/generated/validator.ts';
import type { Ports } from '../ports/index.ts';
import type { Message } from './message.ts';

export interface ChannelContext {
  ports: Ports;
  signal: AbortSignal;
}

/** `Settings` is the type that the schema of the channel describes. */
export interface Channel<Settings = never> {
  /** As it is spelled in requests. */
  type: string;
  /** One sentence for a list. */
  description: string;
  validate: Validator<Settings>;
  /** Fills defaults in. Throws Problem ImgNotificationInvalid with a sentence that names the member. */
  settle(settings: Settings, ports: Ports): Settings;
  /** What a person should hear about settings that are allowed. */
  warnings(settings: Settings): string[];
  /**
   * Sends, and says in a sentence what took the message. Throws Problem ImgNotificationFailed when it was not taken,
   * ImgSecretUnavailable, and those of PowerShell.
   */
  send(message: Message, settings: Settings, context: ChannelContext): Promise<string>;
}
