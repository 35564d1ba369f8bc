import { setFlagsFromString } from 'node:v8';

/**
 * Runs work that makes many short-lived objects and keeps few. V8 would let its space for young objects grow with
 * them, up to 100 MB and more, and wait with the others until they are a multiple of what is kept; told to mind the
 * size, it collects a little more often.
 */
export async function withSmallYoungSpace<T>(work: () => Promise<T>): Promise<T> {
  setFlagsFromString('--semi-space-growth-factor=1');
  setFlagsFromString('--optimize-for-size');
  try {
    return await work();
  } finally {
    setFlagsFromString('--no-optimize-for-size');
    setFlagsFromString('--semi-space-growth-factor=2');
  }
}
