import { setFlagsFromString } from 'node:v8';

/**
 * Runs work that makes many short-lived objects and keeps few. V8 would let its space for young objects grow with
 * them, up to 100 MB and more; kept small, it is collected a little more often. The work may say that there is so much
 * of it that memory counts more than time: V8 then does not wait until the rest is a multiple of what is kept.
 */
export async function withSmallYoungSpace<T>(work: (preferMemory: () => void) => Promise<T>): Promise<T> {
  setFlagsFromString('--semi-space-growth-factor=1');
  try {
    return await work(() => setFlagsFromString('--optimize-for-size'));
  } finally {
    setFlagsFromString('--no-optimize-for-size');
    setFlagsFromString('--semi-space-growth-factor=2');
  }
}
