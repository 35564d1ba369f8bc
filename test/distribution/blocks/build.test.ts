/** A target that copies from open files itself, and what comes of it when one of them cannot be read. */
import { expect, it } from 'vitest';
import { type Build, type BuildTarget, build } from '../../../src/distribution/blocks/build.ts';
import type { Segment } from '../../../src/distribution/blocks/plan.ts';
import { randomNumbers } from '../../helpers/random-numbers.ts';

const random = randomNumbers(1);
const next = Buffer.from(Array.from({ length: 5_000_000 }, () => random(256)));
/** The middle lies elsewhere in the file of last month. */
const previous = Buffer.concat([Buffer.alloc(1000), next.subarray(100_000, 4_500_000)]);
const segments: Segment[] = [
  { at: 0, length: 100_000, previous: null },
  { at: 100_000, length: 4_400_000, previous: 1000 },
  { at: 4_500_000, length: 500_000, previous: null },
];

/** What was built, and the calls that did it. */
async function built(more: Partial<Build>, copyFrom: NonNullable<BuildTarget['copyFrom']>) {
  const whole = Buffer.alloc(next.length);
  const calls: string[] = [];
  const far = (name: string, bytes: Buffer, descriptor: number | undefined) => ({
    ...{ size: bytes.length, descriptor },
    read: async (offset: number, length: number) => {
      calls.push(`read ${name}`);
      return bytes.subarray(offset, offset + length);
    },
  });
  let [travelled, done] = [0, 0];
  const target: BuildTarget = {
    write: async (offset, bytes) => void whole.set(bytes, offset),
    async copyFrom(source, offset, length) {
      calls.push(`copy ${source.descriptor}: ${length}`);
      await copyFrom(source, offset, length);
      const from = source.descriptor === 1 ? next : previous;
      whole.set(from.subarray(source.at, source.at + length), offset);
    },
  };
  await build({
    ...{ segments, target, from: 0, next: far('next', next, undefined), previous: far('previous', previous, 2) },
    travel: async () => undefined,
    onDone: (at, _bytes, own) => {
      travelled += own;
      done = at;
    },
    ...more,
  });
  return { calls: [...new Set(calls)], travelled, done, isRight: whole.equals(next) };
}

it('copies what is there, and reads what comes from afar', async () => {
  expect(await built({}, async () => undefined)).toEqual({
    calls: ['read next', 'copy 2: 2097152', 'copy 2: 205696'],
    ...{ travelled: 600_000, done: next.length, isRight: true },
  });
});

it('copies all of a first file, and lets it travel', async () => {
  const paced: number[] = [];
  const file = { size: next.length, descriptor: 1, read: () => Promise.reject(new Error('not needed')) };
  const work: Partial<Build> = {
    ...{ next: file, previous: undefined, segments: [{ at: 0, length: next.length, previous: null }] },
    travel: async (bytes) => void paced.push(bytes),
  };
  expect(await built(work, async () => undefined)).toMatchObject({ travelled: next.length, isRight: true });
  expect(paced).toEqual([2_097_152, 2_097_152, next.length - 4_194_304]);
});

it('reads itself what the target could not read: whoever opened the file says what is wrong', async () => {
  const failing = async (): Promise<never> => {
    throw Object.assign(new Error('EIO'), { code: 'EIO', syscall: 'read' });
  };
  const { calls, isRight } = await built({}, failing);
  expect(isRight).toBe(true);
  expect(calls).toContain('read previous');
  const told = { size: previous.length, descriptor: 2, read: () => Promise.reject(new Error('as it is told')) };
  await expect(built({ previous: told }, failing)).rejects.toThrow('as it is told');
});

it('does not go on when the target cannot be written', async () => {
  const full = async (): Promise<never> => {
    throw Object.assign(new Error('ENOSPC'), { code: 'ENOSPC', syscall: 'write' });
  };
  await expect(built({}, full)).rejects.toThrow('ENOSPC');
});
