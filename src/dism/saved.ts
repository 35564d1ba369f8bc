import type { DismError } from './dism-error.ts';

/** The commit was done, only the folder is still held. */
const partlyUnmounted = 0xc1420117;

/**
 * Whether an unmount that failed had saved its changes by then. The tool saves under one caption and lets the folder go
 * under the next, so a failure under the second one comes after the save. The folder may be half empty then: a second
 * commit would save that.
 */
export function hadSaved({ code, output }: Pick<DismError, 'code' | 'output'>): boolean {
  if (code === partlyUnmounted) return true;
  const saving = output.lastIndexOf('Saving image');
  return saving >= 0 && output.indexOf('Unmounting image', saving) >= 0;
}
