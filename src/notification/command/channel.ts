/** A program of the administrator: the events come as JSON on its standard input, and its exit code says whether it took them. */
import type { NotificationCommandSettings } from '../../contract/generated/types.ts';
import { notificationCommandSettings as validate } from '../../contract/generated/validators/notification.command.settings.js';
import { Problem } from '../../errors.ts';
import type { RunningProcess } from '../../ports/processes.ts';
import type { Channel } from '../channel.ts';
import { oneLine } from '../fact.ts';
import { documentOf } from '../message.ts';

const mostOutput = 2_000;

export const commandChannel: Channel<NotificationCommandSettings> = {
  type: 'command',
  description: 'A program that gets the events as JSON on its standard input.',
  validate,
  settle: (settings) => ({ ...settings, timeout: settings.timeout ?? 60 }),
  warnings: () => [],

  async send(message, { command: [program = '', ...args], timeout = 60 }, { ports, signal }) {
    let output = '';
    const decoder = new TextDecoder();
    const over = new AbortController();
    const onOutput = (bytes: Uint8Array): void => {
      if (output.length < mostOutput) output += decoder.decode(bytes, { stream: true });
    };
    let running: RunningProcess;
    try {
      running = await ports.processes.start({
        ...{ program, arguments: args, onOutput, input: `${JSON.stringify(documentOf(message))}\n` },
        signal: AbortSignal.any([signal, over.signal]),
      });
    } catch (error) {
      throw failed(program, `could not be started: ${error instanceof Error ? error.message : String(error)}`);
    }
    const watch = new AbortController();
    const late = ports.clock.pause(timeout * 1000, watch.signal).then(
      () => over.abort(),
      () => undefined,
    );
    const end = await running.finished;
    watch.abort();
    await late;
    signal.throwIfAborted();
    const said = output.trim() === '' ? '' : `: ${oneLine(output, 300)}`;
    if (over.signal.aborted) throw failed(program, `was ended after ${timeout} seconds${said}`);
    if (end.exitCode !== 0) throw failed(program, `ended with ${end.exitCode ?? end.signal}${said}`);
    return `${program} ended with 0.`;
  },
};

function failed(program: string, what: string): Problem {
  return new Problem('ImgNotificationFailed', { detail: `The program ${JSON.stringify(program)} ${what}` });
}
