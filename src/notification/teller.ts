/**
 * What a worker does about notifications: notices what is new when it wakes up and when a run has ended, and sends beside
 * its work. Nothing of it harms a run: what goes wrong is shown with the notification, or written to the log.
 */
import { servicingLog } from '../report/servicing-log.ts';
import { deliver, type Sender } from './deliver.ts';
import { gatherFacts } from './gather.ts';

/** Milliseconds between two looks while nothing happens. */
const interval = 60_000;

export interface Teller {
  /** Notices what is new, when it is time or a run has ended, and begins to send. */
  look(): Promise<void>;
  /** The next look is not to wait. */
  soon(): void;
  /** Notices once more, and waits until all is tried. */
  end(): Promise<void>;
}

export function newTeller(sender: Sender): Teller {
  const { ports, site } = sender;
  let last = Number.NEGATIVE_INFINITY;
  let sending: Promise<unknown> | undefined;
  const told = (error: unknown): void => {
    if (sender.signal.aborted) return;
    const text = error instanceof Error ? error.message : String(error);
    servicingLog(ports, [site.logFolder]).write(`Notifications: ${text}`, 'Warning');
  };
  const gather = (): Promise<void> => gatherFacts(site.database, ports.clock.now()).catch(told);
  const send = async (): Promise<void> => {
    await deliver(sender).catch(told);
    sending = undefined;
  };
  return {
    async look() {
      const now = ports.clock.now().getTime();
      // A clock that was set back must not make it silent until it is there again.
      if (Math.abs(now - last) < interval) return;
      last = now;
      await gather();
      sending ??= send();
    },
    soon() {
      last = Number.NEGATIVE_INFINITY;
    },
    async end() {
      await sending;
      if (sender.signal.aborted) return;
      await gather();
      await send();
    },
  };
}
