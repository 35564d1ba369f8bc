/** A program with its arguments. Arguments reach the program as they are: no shell is ever between. */
export interface Command {
  program: string;
  arguments: string[];
  cwd?: string;
  env?: Record<string, string>;
}

/** How a process ended: an exit code, or the signal that ended it. */
export interface ProcessEnd {
  exitCode: number | null;
  signal: string | null;
}

/** One process for ever: process ids are used again. */
export interface ProcessIdentity {
  pid: number;
  /** Opaque. Tells the process from all others that have or had its id. */
  startTime: string;
}

export interface RunningProcess extends ProcessIdentity {
  finished: Promise<ProcessEnd>;
  /** Ends the process and everything it started. */
  kill(): Promise<void>;
}

/** Starts programs. Throws the platform's error (ENOENT, EACCES) when a program cannot be started. */
export interface ProcessRunner {
  /**
   * The system itself ends what `start` started when this process ends, however it ends: Windows does, by the job that
   * Node puts its children into.
   */
  readonly childrenEndWithUs: boolean;
  /** Starts a program and hands over what it writes to stdout and stderr as it comes. */
  start(
    command: Command & {
      onOutput?: (bytes: Uint8Array) => void;
      signal?: AbortSignal | undefined;
      /** What it reads on its standard input; left out: nothing. */
      input?: string;
    },
  ): Promise<RunningProcess>;
  /** Starts a program that lives on when this process ends; its output goes nowhere. Returns its pid. */
  startDetached(command: Command): Promise<number>;
  /** What makes the id of this process an identity. Costs next to nothing. */
  ownStartTime(): Promise<string>;
  /** Does this process still live? */
  lives(process: ProcessIdentity): Promise<boolean>;
  /**
   * Living processes of this machine, this one excepted, with an argument that begins with `text`. Throws a problem where
   * the system cannot be asked.
   */
  withArgument(text: string): Promise<ProcessIdentity[]>;
  /** Ends a program (and its children) if it is still the one that was started then. True when it is gone. */
  end(process: ProcessIdentity): Promise<boolean>;
}

/** Name of this machine and of this process, for locks. */
export interface Self {
  host: string;
  pid: number;
}
