import { closeSync, openSync, readSync } from 'node:fs';

/** Where a program for Windows has its DOS stub, and what Wine writes there into those that it brings along. */
const place = 0x40;
const marks = ['Wine builtin DLL', 'Wine placeholder DLL'];

/**
 * Whether a file is what Wine puts where Windows has a program of its own. Its powershell.exe starts, says nothing and
 * waits for more, so that whoever looks for a PowerShell would wait for it in vain. A file that cannot be read is none:
 * starting it tells more.
 */
export function isPlaceholder(program: string): boolean {
  const bytes = Buffer.alloc(Math.max(...marks.map(({ length }) => length)));
  try {
    const file = openSync(program, 'r');
    try {
      readSync(file, bytes, 0, bytes.length, place);
    } finally {
      closeSync(file);
    }
  } catch {
    return false;
  }
  return marks.some((mark) => bytes.toString('latin1').startsWith(mark));
}
