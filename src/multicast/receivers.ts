import type { MulticastReceiver } from '../contract/generated/types.ts';
import { Problem } from '../errors.ts';
import type { Ports } from '../ports/index.ts';
import { type Greeting, readGreeting } from './greeting.ts';

/** More than a session can have; what somebody makes up beyond it is not remembered. */
const mostReceivers = 1000;
/** Milliseconds after which a receiver that says nothing waits no longer. */
export const silence = 10_000;

interface Heard extends Greeting {
  address: string;
  /** Milliseconds since 1970. */
  at: number;
}

/** What the receivers of one image tell. */
export class Receivers {
  readonly #clock: Ports['clock'];
  readonly #imageKey: string;
  readonly #heard = new Map<string, Heard>();

  constructor(clock: Ports['clock'], image: string) {
    this.#clock = clock;
    this.#imageKey = image.toLowerCase();
  }

  /** Takes a datagram of the group; what is no greeting, or one for another image, is left alone. */
  hear(bytes: Uint8Array, address: string): void {
    const greeting = readGreeting(bytes);
    if (greeting === undefined) return;
    const { id, image } = greeting;
    if (image !== '' && image.toLowerCase() !== this.#imageKey) return;
    if (!this.#heard.has(id) && this.#heard.size >= mostReceivers) return;
    this.#heard.set(id, { ...greeting, address, at: this.#clock.now().getTime() });
  }

  /** Those that wait now, by id. */
  waiting(): Heard[] {
    const now = this.#clock.now().getTime();
    const fresh = [...this.#heard.values()].filter(({ state, at }) => state === 'waiting' && now - at < silence);
    return fresh.toSorted((a, b) => a.id.localeCompare(b.id));
  }

  /** Waits until so many wait, or until the time is over. Throws Problem ImgMulticastNoReceiver. */
  async gather(wish: { receivers: number; milliseconds: number; signal: AbortSignal }): Promise<Heard[]> {
    const end = this.#clock.now().getTime() + wish.milliseconds;
    for (;;) {
      const waiting = this.waiting();
      if (waiting.length >= wish.receivers) return waiting;
      const left = end - this.#clock.now().getTime();
      if (left <= 0 && waiting.length > 0) return waiting;
      if (left <= 0) throw new Problem('ImgMulticastNoReceiver', { detail: 'No receiver waited in the time given.' });
      await this.#clock.pause(Math.min(250, left), wish.signal);
    }
  }

  /** How it ended for each: waits for those that have the file to tell what they think of it, while they tell anything. */
  async ends(of: readonly Heard[], received: ReadonlySet<string>, signal: AbortSignal): Promise<MulticastReceiver[]> {
    const begin = this.#clock.now().getTime();
    const isOpen = ({ id }: Heard): boolean => {
      const heard = this.#heard.get(id);
      if (!received.has(id) || heard === undefined || /^(verified|refused)$/.test(heard.state)) return false;
      return this.#clock.now().getTime() - Math.max(heard.at, begin) < silence;
    };
    while (of.some(isOpen)) await this.#clock.pause(250, signal);
    return of.map(({ id, name, address }) => {
      const told = this.#heard.get(id)?.state;
      const arrived = told === 'verified' ? 'Verified' : told === 'refused' ? 'Refused' : 'Received';
      return { id, name, address, state: received.has(id) ? arrived : 'Lost' };
    });
  }
}
