import type { WimBlob } from './types.ts';

/** Compares by where content is stored: first what is not solid, by its place, then the solid runs, each by its content. */
export function storageOrder(first: WimBlob | undefined, second: WimBlob | undefined): number {
  return (first?.solidRun ?? -1) - (second?.solidRun ?? -1) || (first?.offset ?? -1) - (second?.offset ?? -1);
}
