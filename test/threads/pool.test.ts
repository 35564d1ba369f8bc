import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { decompressLzms } from '../../src/formats/lzms/decompress.ts';
import { encoderInThreads } from '../../src/images/library/tasks.ts';
import { realPorts } from '../../src/ports/index.ts';

/** The program as a thread runs it, from its source. */
const program = fileURLToPath(new URL('../../src/bin.ts', import.meta.url));
const real = realPorts(process.env);
const ports = { ...real, threads: { ...real.threads, parallel: 2 } };
const contents = [1, 2, 3, 4].map((number) => new Uint8Array(50_000 * number).fill(number));

describe.each([
  ['threads', program, 2],
  ['no threads', undefined, 1],
])('with %s', (_what, started, parallel) => {
  it('encodes what it is asked for, as many at once as it says', async () => {
    const encoder = encoderInThreads({ ports, program: started });
    try {
      expect(encoder.parallel).toBe(parallel);
      for (let at = 0; at < contents.length; at += parallel) {
        const asked = contents.slice(at, at + parallel);
        const encoded = await Promise.all(asked.map((content) => encoder.encode(content)));
        asked.forEach((content, index) => {
          const output = new Uint8Array(content.length);
          decompressLzms(encoded[index] ?? new Uint8Array(0), output);
          expect(Buffer.compare(output, content)).toBe(0);
        });
      }
      expect(await encoder.encode(new Uint8Array(3))).toBeUndefined();
    } finally {
      await encoder.end();
    }
  });
});

it('gives up what a thread does when the caller cancels', async () => {
  const cancel = new AbortController();
  const encoder = encoderInThreads({ ports, program, signal: cancel.signal });
  const asked = encoder.encode(new Uint8Array(5_000_000));
  cancel.abort();

  await expect(asked).rejects.toMatchObject({ name: 'AbortError' });
  await encoder.end();
});

it('is told when a thread cannot be started', async () => {
  const encoder = encoderInThreads({ ports, program: `${program}.missing` });

  await expect(encoder.encode(new Uint8Array(10))).rejects.toThrow(/missing/);
  await encoder.end();
});
