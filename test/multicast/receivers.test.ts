import { describe, expect, it } from 'vitest';
import { type ReceiverState, writeGreeting } from '../../src/multicast/greeting.ts';
import { Receivers } from '../../src/multicast/receivers.ts';
import type { Clock } from '../../src/ports/clock.ts';

/** A clock that a pause moves on. `at` runs before the pause at that second ends. */
function setClock(at: Record<number, () => void> = {}): Clock {
  let now = 0;
  return {
    now: () => new Date(now),
    async pause(milliseconds) {
      const before = now;
      now += milliseconds;
      for (const [second, act] of Object.entries(at)) {
        if (before < Number(second) * 1000 && now >= Number(second) * 1000) act();
      }
    },
    timeZone: () => 'UTC',
  };
}
const id = (number: number): string => `0x0000000${number}`;
const hello = (number: number, state: ReceiverState = 'waiting', image = ''): Uint8Array =>
  writeGreeting({ id: id(number), name: `PC-${number}`, image, state });
const { signal } = new AbortController();

describe('receivers', () => {
  it('are gathered until as many wait as are asked for', async () => {
    const clock = setClock({ 3: () => heard.hear(hello(2), '10.0.0.2') });
    const heard = new Receivers(clock, 'Windows 11');
    heard.hear(hello(1), '10.0.0.1');

    const chosen = await heard.gather({ receivers: 2, milliseconds: 60_000, signal });

    expect(chosen.map(({ name }) => name)).toEqual(['PC-1', 'PC-2']);
    expect(clock.now().getTime()).toBe(3000);
  });

  it('are gathered until the time is over, then those that still wait are taken', async () => {
    const clock = setClock({ 55: () => heard.hear(hello(2), '10.0.0.2') });
    const heard = new Receivers(clock, 'Windows 11');
    // It went away at once.
    heard.hear(hello(1), '10.0.0.1');

    const chosen = await heard.gather({ receivers: 5, milliseconds: 60_000, signal });

    expect(chosen.map(({ name }) => name)).toEqual(['PC-2']);
    expect(clock.now().getTime()).toBe(60_000);
  });

  it('are missed when none waits, or only for another image', async () => {
    const heard = new Receivers(setClock(), 'Windows 11');
    heard.hear(hello(1, 'waiting', 'Windows 10'), '10.0.0.1');
    heard.hear(Uint8Array.of(1, 2, 3), '10.0.0.9');

    const gathered = heard.gather({ receivers: 1, milliseconds: 1000, signal });

    await expect(gathered).rejects.toMatchObject({ id: 'ImgMulticastNoReceiver' });
  });

  it('tell how it ended; one that tells nothing more is believed as far as the tool knew', async () => {
    const clock = setClock({
      2: () => heard.hear(hello(1, 'checking'), 'a'),
      9: () => heard.hear(hello(1, 'verified'), 'a'),
      5: () => heard.hear(hello(2, 'refused'), 'b'),
    });
    const heard = new Receivers(clock, 'Windows 11');
    for (const number of [1, 2, 3, 4]) heard.hear(hello(number), `10.0.0.${number}`);
    const chosen = heard.waiting();

    const ends = await heard.ends(chosen, new Set([id(1), id(2), id(3)]), signal);

    expect(ends.map(({ state }) => state)).toEqual(['Verified', 'Refused', 'Received', 'Lost']);
    // The silent one is waited for no longer than ten seconds.
    expect(clock.now().getTime()).toBe(10_000);
  });
});
