import type { Readable, Writable } from 'node:stream';
import type { Ports } from '../ports/index.ts';
import type { Installation } from '../site/installation.ts';

/** The outside of one process. */
export interface World {
  ports: Ports;
  installation: Installation;
  stdin: Readable;
  stdout: Writable;
  stderr: Writable;
  /** Fires when the user presses Ctrl-C or the system asks the process to end. */
  signal: AbortSignal;
}
