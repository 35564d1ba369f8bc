import { setFlagsFromString } from 'node:v8';

/**
 * Runs work that makes many short-lived objects and keeps none. V8 would let its space for young objects grow with
 * them, up to 100 MB and more; kept small, it is collected a little more often.
 */
export async function withSmallYoungSpace<T>(work: () => Promise<T>): Promise<T> {
  setFlagsFromString('--semi-space-growth-factor=1');
  try {
    return await work();
  } finally {
    setFlagsFromString('--semi-space-growth-factor=2');
  }
}
