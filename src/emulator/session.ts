import type { NewDigest } from '../formats/bytes.ts';
import type { Clock } from '../ports/clock.ts';
import type { Compression } from '../ports/compression.ts';
import type { Ids } from '../ports/ids.ts';
import type { ProcessRunner } from '../ports/processes.ts';
import type { CommandLine, CommandShape } from './command-line.ts';
import type { Console } from './console.ts';
import type { Disk } from './disk.ts';
import type { FaultPlan } from './faults.ts';
import type { Log } from './log.ts';
import type { Machine } from './machine.ts';
import type { MountTable } from './mount-table.ts';
import type { ProgressWorld } from './progress.ts';

/** What the emulator gets from its surroundings. */
export interface EmulatorWorld {
  /** Resolves when the bytes are on their way. Never rejects: a reader that went away does not stop the tool. */
  stdout(bytes: Uint8Array): Promise<void>;
  env: Readonly<Record<string, string | undefined>>;
  disk: Disk;
  clock: Clock;
  ids: Ids;
  processes: ProcessRunner;
  newDigest: NewDigest;
  compression: Compression;
  pid: number;
  /** Ends this process at once, as kill -9 does. */
  killSelf: () => Promise<never>;
}

/** What a command works with. */
export interface Session extends EmulatorWorld, ProgressWorld {
  line: CommandLine;
  console: Console;
  log: Log;
  mounts: MountTable;
  faults: FaultPlan;
  machine: Machine;
}

/** One command of dism.exe: what it accepts, and what it does. To add one: a file in `commands/`, a line in its table. */
export interface Command extends CommandShape {
  run(session: Session): Promise<void>;
}
