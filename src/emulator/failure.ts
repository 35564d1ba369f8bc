import { messageOf } from './messages.ts';

/** A command that ends with an error block. `code` is a Win32 number or an HRESULT, unsigned. */
export class DismFailure extends Error {
  readonly code: number;
  /** What goes into the log besides the message: the emulator's own, more exact reason. */
  readonly detail: string;
  /** Printed right below the last bar, without the blank line that is usual. */
  isBelowBar = false;

  constructor(code: number, detail = '', message = messageOf(code)) {
    super(message);
    this.name = 'DismFailure';
    this.code = code;
    this.detail = detail;
  }
}

/** A failure that takes nothing back: what was begun stays as it is, as when the servicing host crashes. */
export class BrokenOff extends DismFailure {}

/** Ends the emulator at once with this status and no further word, as a crash does. */
export class Crash extends Error {
  readonly status: number;

  constructor(status: number) {
    super(`crash with status ${status}`);
    this.status = status;
  }
}

/** The rest of the command is not run although it will claim success: what a tool that lies does. */
export class PretendedSuccess extends Error {}

/** How the code of a single package is printed: as an HRESULT, a Win32 number too. */
export function hresult(failure: number): string {
  return `0x${(failure <= 0xffff ? failure + 0x80070000 : failure).toString(16)}`;
}
