/**
 * The bell of a site: a file that whoever makes something for a worker to look at writes anew, and that workers watch. So
 * a worker that sleeps until the next due time learns of a new schedule at once, without asking the database all the time.
 * It says that something changed, never what: a bell that nobody hears, or that rings for nothing, does no harm.
 */
import { basename } from 'node:path';
import type { Engine } from './engine.ts';

export interface Bell {
  /** Whether the system tells of changes in the folder of the site. */
  readonly isHeard: boolean;
  /** What rang until now is seen to. */
  answer(): void;
  /** Fulfilled when it rings; at once when it rang since it was answered. */
  rings(): Promise<void>;
  /** Rings for this worker alone. */
  strike(): void;
  close(): void;
}

/** Rings. That it could not is no problem of who rings: a worker looks by the clock as well. */
export function ring({ ports, site }: Pick<Engine, 'ports' | 'site'>): void {
  try {
    ports.files.replaceText(site.bellFile, `${ports.clock.now().toISOString()}\n`);
  } catch {
    // A full disk, for example; the worker tells of that.
  }
}

/** Listens, or only strikes where nobody is to be heard. */
export function listen({ ports, site }: Pick<Engine, 'ports' | 'site'>, { mute }: { mute: boolean }): Bell {
  const name = basename(site.bellFile);
  let rang = false;
  let heard: () => void = () => undefined;
  const strike = (): void => {
    rang = true;
    heard();
  };
  const watcher = mute
    ? undefined
    : ports.files.watch(site.folder, (changed) => {
        if (changed === name) strike();
      });
  return {
    isHeard: watcher !== undefined,
    answer() {
      rang = false;
    },
    rings: () =>
      new Promise((resolve) => {
        heard = resolve;
        if (rang) resolve();
      }),
    strike,
    close: () => watcher?.close(),
  };
}
