import { expect, it } from 'vitest';
import { Flush } from '../../../src/distribution/points/store/flush.ts';

const much = 64 * 1024 * 1024;

/** A file whose calls end when the test says so. */
function slowFile() {
  const calls: PromiseWithResolvers<void>[] = [];
  const sync = (): Promise<void> => {
    const call = Promise.withResolvers<void>();
    calls.push(call);
    return call.promise;
  };
  return { calls, sync };
}

it('brings to the disk behind the writer, one call at a time, and tells what is safe', async () => {
  const file = slowFile();
  const safe: number[] = [];
  const flush = new Flush(file, (at) => safe.push(at));
  flush.written(1000, much - 1);
  expect(file.calls).toHaveLength(0);
  flush.written(2000, 1);
  flush.written(3000, much);
  expect([file.calls.length, safe]).toEqual([1, []]);
  file.calls[0]?.resolve();
  await flush.settled();
  expect(safe).toEqual([2000]);
  flush.written(4000, 0);
  expect(file.calls).toHaveLength(2);
  file.calls[1]?.resolve();
  await flush.settled();
  expect(safe).toEqual([2000, 4000]);
});

it('is done when the last call is, which comes after all others', async () => {
  const file = slowFile();
  const flush = new Flush(file);
  flush.written(much, much);
  let isDone = false;
  const finished = flush.finish().then(() => {
    isDone = true;
  });
  file.calls[0]?.resolve();
  await flush.settled();
  await Promise.resolve();
  expect([file.calls.length, isDone]).toEqual([2, false]);
  file.calls[1]?.resolve();
  await finished;
  expect(isDone).toBe(true);
});

it.each(['the next write', 'the end'])('tells what went wrong at %s', async (when) => {
  const file = slowFile();
  const flush = new Flush(file);
  flush.written(much, much);
  file.calls[0]?.reject(new Error('full'));
  await flush.settled();
  if (when === 'the end') await expect(flush.finish()).rejects.toThrow('full');
  else expect(() => flush.written(much + 1, 1)).toThrow('full');
  expect(file.calls).toHaveLength(1);
});
