/** Where a task is: its name, and whose it is. */
export interface WakerPlace {
  name: string;
  scope: 'System' | 'User';
}

/** What the system is told: to start a program again and again, and when to wake the computer. */
export interface WakerTask extends WakerPlace {
  /** One line of plain text. */
  description: string;
  program: string;
  arguments: readonly string[];
  /** Folder in which the program runs. */
  folder: string;
  account: string;
  /** It runs until it is ended, and is started again then. */
  stays: boolean;
  repetitionMinutes: number;
  /** RFC 3339, UTC, in order; none: the computer is never woken. */
  wakeTimes: readonly string[];
}

/** How a wish is settled on this system. */
export interface WakerTerms {
  scope: WakerPlace['scope'];
  account: string;
  /** Tasks of this scope can wake the computer. */
  canWake: boolean;
  /** What whoever asked should know. */
  notes: readonly string[];
}

/** What would be registered, word for word. */
export interface WakerDefinition {
  location: string;
  files: readonly string[];
  parts: readonly { name: string; text: string }[];
}

/** A task as the system has it. */
export interface WakerFound {
  /** The command line, as it is written there. */
  commandLine: string;
  state: 'Ready' | 'Running' | 'Disabled' | 'Unknown';
  /** RFC 3339, UTC. */
  lastRun: string | null;
  lastResult: number | null;
  nextRun: string | null;
}

/**
 * What of the system starts workers when nobody is there. One task of a name: registering it again changes it.
 * To add one: a file here, its line in `index.ts`.
 */
export interface Waker {
  readonly kind: 'TaskScheduler' | 'systemd';
  /** Throws Problem ImgTaskNotAllowed where this user may not have such a task, ImgTaskUnsupported where none can be. */
  settle(wish: { scope?: WakerPlace['scope'] | undefined; account?: string | undefined }): WakerTerms;
  define(task: WakerTask): WakerDefinition;
  /** Makes the task what it should be; sentences about what is left to be done. */
  register(task: WakerTask): Promise<string[]>;
  /** Undefined: there is no such task. */
  find(place: WakerPlace): Promise<WakerFound | undefined>;
  /** Removes the task; nothing happens when it is not there. Sentences about what is left to be done. */
  unregister(place: WakerPlace): Promise<string[]>;
  /** An argument as it stands in `commandLine`. */
  quoted(argument: string): string;
}
