import { expect, it } from 'vitest';
import { pacer } from '../../../src/images/library/pacer.ts';
import type { Clock } from '../../../src/ports/clock.ts';

/** A clock that goes on by `step` milliseconds whenever it is asked, and notes its pauses. */
function steppingClock(step: number): Clock & { pauses: number } {
  let now = 0;
  return {
    pauses: 0,
    now() {
      now += step;
      return new Date(now);
    },
    async pause() {
      this.pauses++;
    },
    timeZone: () => 'UTC',
  };
}

it('gives way only when 50 ms are over, and at the end', async () => {
  const clock = steppingClock(20);
  const seen: number[] = [];
  const pace = pacer({ clock }, { onProgress: (done) => seen.push(done) });

  for (let done = 1; done <= 7; done++) await pace(done, 7);

  expect(seen).toEqual([3, 6, 7]);
  expect(clock.pauses).toBe(3);
});

it('stops at the first call after the caller cancelled', async () => {
  const cancel = new AbortController();
  const clock = steppingClock(0);
  const pace = pacer({ clock }, { signal: cancel.signal });

  await pace(1, 3);
  cancel.abort();

  await expect(pace(2, 3)).rejects.toMatchObject({ name: 'AbortError' });
});
