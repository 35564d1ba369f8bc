/**
 * How long dism.exe may print nothing, by what it is doing. A long plateau is normal in some phases and a sign that it
 * hangs in others, so a stall is told by its phase, never by the time that a call takes in all.
 */
import type { Clock } from '../ports/clock.ts';

/** What is usual in one phase. `caption`: only under this line of the tool, else for the whole command. */
export interface SilencePhase {
  command: string;
  caption?: string;
  /** Minutes without a byte of output that are still usual. */
  minutes: number;
  /** What keeps the tool quiet there. */
  usual: string;
}

/** A tool that has printed nothing for longer than its phase allows. */
export interface Silence {
  /** Name of the command, without slash. */
  command: string;
  /** The last line that the tool printed; '' for none. */
  caption: string;
  /** When it printed last, or was started. */
  since: Date;
  /** Minutes that are usual there. */
  usualMinutes: number;
  usual: string;
}

/** The first row that fits counts. A command that is in no row has the last. */
export const silencePhases: readonly SilencePhase[] = [
  { command: 'Mount-Image', minutes: 15, usual: 'the image is opened and its file names are laid out' },
  { command: 'Remount-Image', minutes: 15, usual: 'the mount is taken up again' },
  {
    ...{ command: 'Unmount-Image', caption: 'Saving image', minutes: 20 },
    usual: 'changed files are compressed; a whole save of an edition takes 35 to 45 minutes',
  },
  {
    ...{ command: 'Unmount-Image', caption: 'Unmounting image', minutes: 10 },
    usual: 'the folder is let go of, which a scanner or an indexer delays',
  },
  { command: 'Commit-Image', minutes: 20, usual: 'changed files are compressed' },
  { command: 'Unmount-Image', minutes: 10, usual: 'hives are closed before the first bar' },
  {
    ...{ command: 'Add-Package', minutes: 30 },
    usual: 'the bar of a cumulative update stands still for 10 to 20 minutes while components are expanded',
  },
  { command: 'Add-Capability', minutes: 30, usual: 'components are expanded' },
  { command: 'Enable-Feature', minutes: 30, usual: 'components are expanded' },
  { command: 'Add-Driver', minutes: 15, usual: 'the driver store is written' },
  {
    ...{ command: 'Cleanup-Image', minutes: 60 },
    usual: 'a clean-up with ResetBase can take more than 30 minutes without a new bar',
  },
  { command: 'Export-Image', minutes: 20, usual: 'contents are compressed anew' },
  { command: 'Cleanup-Mountpoints', minutes: 15, usual: 'every volume is searched' },
  { command: '', minutes: 10, usual: 'the tool only reads' },
];

/** What is usual for a command under a caption. */
export function silencePhaseOf(command: string, caption: string): SilencePhase {
  const found = silencePhases.find(
    (each) => each.command === command && (each.caption === undefined || each.caption === caption),
  );
  return found ?? (silencePhases.at(-1) as SilencePhase);
}

export interface SilenceWatch {
  /** The tool printed something. */
  heard(): void;
  /** The tool has ended. */
  end(): void;
}

/** Milliseconds between two looks at a tool that is at work. */
export const lookInterval = 30_000;

/**
 * Watches one call. `onSilence` is told once when it is silent for too long, and `undefined` when it is heard again, or has
 * ended. Time in which the computer slept, or in which its clock was set, is no silence.
 */
export function watchSilence(
  { clock, command, caption }: { clock: Clock; command: string; caption: () => string },
  onSilence: (silence: Silence | undefined) => void,
): SilenceWatch {
  const over = new AbortController();
  let silent = 0;
  let isTold = false;
  const heard = (): void => {
    silent = 0;
    if (!isTold) return;
    isTold = false;
    onSilence(undefined);
  };
  void watch().catch(() => undefined);
  return {
    heard,
    end() {
      over.abort();
      heard();
    },
  };

  async function watch(): Promise<void> {
    while (!over.signal.aborted) {
      const before = clock.now().getTime();
      await clock.pause(lookInterval, over.signal);
      const now = clock.now().getTime();
      silent += Math.min(Math.max(0, now - before), 2 * lookInterval);
      const { minutes, usual } = silencePhaseOf(command, caption());
      if (isTold || over.signal.aborted || silent < minutes * 60_000) continue;
      isTold = true;
      onSilence({ command, caption: caption(), since: new Date(now - silent), usualMinutes: minutes, usual });
    }
  }
}
