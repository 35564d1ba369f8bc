import type { Writable } from 'node:stream';

/** Writes and waits until the reader took it. False when the reader has gone away (closed pipe). */
export function write(stream: Writable, text: string): Promise<boolean> {
  return new Promise((resolve) => {
    if (stream.destroyed || stream.writableEnded) return resolve(false);
    stream.write(text, (error) => resolve(error === null || error === undefined));
  });
}

/** A stream whose reader goes away is no reason to crash: `write` tells. */
export function ignoreClosedReader(stream: Writable): void {
  stream.on('error', () => undefined);
}
