import { expect, it } from 'vitest';
import { patient } from '../../../src/distribution/points/store/patient.ts';
import type { RandomFile } from '../../../src/ports/files.ts';

/** A clock whose pauses end when the test says so. */
function slowClock() {
  const pauses: { milliseconds: number; end(): void }[] = [];
  let given = 0;
  return {
    pauses,
    /** Pauses that were given up. */
    given: () => given,
    now: () => new Date(0),
    timeZone: () => 'UTC',
    pause: (milliseconds: number, signal?: AbortSignal) =>
      new Promise<void>((resolve, reject) => {
        pauses.push({ milliseconds, end: resolve });
        signal?.addEventListener('abort', () => {
          given += 1;
          reject(signal.reason);
        });
      }),
  };
}

function file(more: Partial<RandomFile>): RandomFile {
  const read = async (): Promise<Uint8Array> => Uint8Array.of(1);
  const nothing = async (): Promise<void> => undefined;
  const calls = { read, write: nothing, copyFrom: nothing, truncate: nothing, sync: nothing, close: nothing };
  return { size: 1, descriptor: -1, ...calls, ...more };
}

const never = (): Promise<never> => new Promise(() => undefined);
const patience = { milliseconds: 1000, what: 'North' };
/** What waits in line has been done. */
const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

it('watches thousands of calls by one pause, and by none when the file is closed', async () => {
  const clock = slowClock();
  const opened = await patient(clock, Promise.resolve(file({})), patience);
  for (let count = 0; count < 3000; count++) expect(await opened.read(0, 1)).toEqual(Uint8Array.of(1));
  expect(clock.pauses).toHaveLength(1);
  await opened.close();
  expect([clock.pauses.length, clock.given()]).toEqual([1, 1]);
});

it('gives a call up whose answer does not come, and no other one', async () => {
  const clock = slowClock();
  const opened = await patient(clock, Promise.resolve(file({ write: never })), patience);
  const told = opened.write(0, Uint8Array.of(1)).then(
    () => 'answered',
    (error) => error.id,
  );
  clock.pauses[0]?.end();
  await turn();
  // It began after the first pause did: it has the whole of the next one.
  const early = await Promise.race([told, turn()]);
  expect(early).toBeUndefined();
  expect(await opened.read(0, 1)).toEqual(Uint8Array.of(1));
  clock.pauses[1]?.end();
  expect(await told).toBe('ImgPointUnreachable');
  await opened.close();
});

it('gives a file up that does not open, and closes it when it does after all', async () => {
  const clock = slowClock();
  const opening = Promise.withResolvers<RandomFile>();
  const opened = patient(clock, opening.promise, patience);
  clock.pauses[0]?.end();
  await expect(opened).rejects.toMatchObject({ id: 'ImgPointUnreachable' });
  let isClosed = false;
  opening.resolve(
    file({
      close: async () => {
        isClosed = true;
      },
    }),
  );
  await turn();
  expect(isClosed).toBe(true);
});

it('waits ten times as long for all that the system holds of a file', async () => {
  const clock = slowClock();
  const opened = await patient(clock, Promise.resolve(file({})), patience);
  await opened.sync();
  expect(clock.pauses.map(({ milliseconds }) => milliseconds)).toEqual([1000, 10_000]);
  await opened.close();
  expect(clock.given()).toBe(2);
});
