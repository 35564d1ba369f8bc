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

export interface RunningProcess {
  pid: number;
  /** Opaque; together with the pid it names one process for ever (pids are used again). */
  startTime: string;
  finished: Promise<ProcessEnd>;
  /** Ends the process and everything it started. */
  kill(): Promise<void>;
}

/** Starts programs. Throws the platform's error (ENOENT, EACCES) when a program cannot be started. */
export interface ProcessRunner {
  /** Starts a program and hands over what it writes to stdout and stderr as it comes. */
  start(
    command: Command & { onOutput?: (bytes: Uint8Array) => void; signal?: AbortSignal | undefined },
  ): Promise<RunningProcess>;
  /** Starts a program that lives on when this process ends; its output goes nowhere. Returns its pid. */
  startDetached(command: Command): Promise<number>;
  /** The start time of a living process, or undefined when there is none with this pid. */
  startTimeOf(pid: number): Promise<string | undefined>;
  /** Living processes of this machine, this one excepted, with an argument that begins with `text`. */
  withArgument(text: string): Promise<{ pid: number; startTime: string }[]>;
  /** Ends a process (and its children) if it is still the one that was started then. True when it is gone. */
  end(process: { pid: number; startTime: string }): Promise<boolean>;
}

/** Name of this machine and of this process, for locks. */
export interface Self {
  host: string;
  pid: number;
}
