import { type AdaptiveCode, newAdaptiveCode, rebuildCode, startCode } from '../../../src/formats/lzms/adaptive-code.ts';
import { LENGTH_SLOTS, OFFSET_SLOTS, offsetSlotCount, type SlotTable } from '../../../src/formats/lzms/slots.ts';

/**
 * Writes LZMS chunks item by item. The model of the decisions and the queues of recent sources are kept in the plainest
 * way here (histories as lists of bits, sources with the item at which they become available), unlike in the decoder.
 */
export class LzmsWriter {
  readonly #forward = new RangeWriter();
  readonly #symbols = new BitWriter();
  readonly #literals = started(256, 1024);
  readonly #lengths = started(LENGTH_SLOTS.base.length, 512);
  readonly #powers = started(8, 512);
  readonly #lzOffsets: AdaptiveCode;
  readonly #deltaOffsets: AdaptiveCode;
  readonly #recentLz = new RecentSources(['1', '2', '3', '4']);
  readonly #recentDelta = new RecentSources(['0 1', '0 2', '0 3', '0 4']);
  readonly #item = new Decision(16);
  readonly #match = new Decision(32);
  readonly #lz = [new Decision(64), new Decision(64), new Decision(64)];
  readonly #delta = [new Decision(64), new Decision(64), new Decision(64)];

  /** `size`: bytes of content of the whole chunk. */
  constructor(size: number) {
    this.#lzOffsets = started(offsetSlotCount(size), 1024);
    this.#deltaOffsets = started(offsetSlotCount(size), 1024);
  }

  literal(byte: number): void {
    this.#decide(this.#item, 0);
    this.#symbol(this.#literals, byte);
    this.#recentLz.pass();
    this.#recentDelta.pass();
  }

  lz(offset: number, length: number): void {
    this.#decide(this.#item, 1);
    this.#decide(this.#match, 0);
    if (!this.#recent(this.#lz, this.#recentLz, String(offset))) {
      this.#slotted(this.#lzOffsets, OFFSET_SLOTS, offset);
    }
    this.#slotted(this.#lengths, LENGTH_SLOTS, length);
    this.#recentLz.use(String(offset));
    this.#recentDelta.pass();
  }

  delta(power: number, offset: number, length: number): void {
    this.#decide(this.#item, 1);
    this.#decide(this.#match, 1);
    if (!this.#recent(this.#delta, this.#recentDelta, `${power} ${offset}`)) {
      this.#symbol(this.#powers, power);
      this.#slotted(this.#deltaOffsets, OFFSET_SLOTS, offset);
    }
    this.#slotted(this.#lengths, LENGTH_SLOTS, length);
    this.#recentDelta.use(`${power} ${offset}`);
    this.#recentLz.pass();
  }

  /** Offsets that a match now could name as recent ones. */
  get recentOffsets(): number[] {
    return this.#recentLz.available.map(Number);
  }

  finish(): Uint8Array {
    const words = [...this.#forward.finish(), ...this.#symbols.finish().reverse()];
    return Uint8Array.from(words.flatMap((word) => [word & 255, word >> 8]));
  }

  #recent(decisions: readonly Decision[], sources: RecentSources, source: string): boolean {
    const index = sources.available.indexOf(source);
    const bits =
      index < 0
        ? [0]
        : [
            [1, 0],
            [1, 1, 0],
            [1, 1, 1],
          ][index];
    bits?.forEach((bit, place) => {
      const decision = decisions[place];
      if (decision !== undefined) this.#decide(decision, bit);
    });
    return index >= 0;
  }

  #decide(decision: Decision, bit: number): void {
    this.#forward.bit(bit, decision.zerosThen(bit));
  }

  #slotted(code: AdaptiveCode, { base, extraBits }: SlotTable, value: number): void {
    let slot = base.length - 1;
    while ((base[slot] ?? 0) > value) slot--;
    this.#symbol(code, slot);
    this.#symbols.bits(value - (base[slot] ?? 0), extraBits[slot] ?? 0);
  }

  #symbol(code: AdaptiveCode, symbol: number): void {
    if (code.symbols === 1) this.#symbols.bits(0, 1);
    else this.#symbols.bits(codewordOf(code, symbol), code.lengths[symbol] ?? 0);
    code.frequencies[symbol] = (code.frequencies[symbol] ?? 0) + 1;
    code.left -= 1;
    if (code.left === 0) rebuildCode(code);
  }
}

/** A chunk with this content. Content full of x86 calls may come out changed by the decoder's last step. */
export function packLzms(content: Uint8Array): Uint8Array {
  const writer = new LzmsWriter(content.length);
  const places = new Map<string, number>();
  for (let at = 0; at < content.length; ) {
    const key = content.subarray(at, at + 4).join();
    const before = places.get(key);
    places.set(key, at);
    let length = 0;
    if (before !== undefined)
      while (at + length < content.length && content[at + length] === content[before + length]) length++;
    if (before === undefined || length < 4) writer.literal(content[at++] ?? 0);
    else {
      writer.lz(at - before, length);
      at += length;
    }
  }
  return writer.finish();
}

function started(symbols: number, interval: number): AdaptiveCode {
  const code = newAdaptiveCode({ symbols, interval, tableBits: 10 });
  startCode(code, symbols);
  return code;
}

function codewordOf({ lengths, symbols }: AdaptiveCode, wanted: number): number {
  let codeword = 0;
  for (let length = 1; length <= 15; length++) {
    for (let symbol = 0; symbol < symbols; symbol++) {
      if (lengths[symbol] !== length) continue;
      if (symbol === wanted) return codeword;
      codeword++;
    }
    codeword <<= 1;
  }
  throw new Error(`symbol ${wanted} has no codeword`);
}

/** The sources used last, newest first; a new one counts from the item after the next. */
class RecentSources {
  #list: string[];
  #waiting: string | undefined;

  constructor(initial: string[]) {
    this.#list = initial;
  }

  get available(): string[] {
    return this.#list.slice(0, 3);
  }

  use(source: string): void {
    const index = this.available.indexOf(source);
    if (index >= 0) this.#list.splice(index, 1);
    this.pass();
    this.#waiting = source;
  }

  pass(): void {
    if (this.#waiting !== undefined) this.#list = [this.#waiting, ...this.#list].slice(0, 4);
    this.#waiting = undefined;
  }
}

class Decision {
  readonly #last: number;
  readonly #histories = new Map<number, number[]>();
  #state = 0;

  constructor(contexts: number) {
    this.#last = contexts - 1;
  }

  /** How many of 64 say 0, before `bit` is added. */
  zerosThen(bit: number): number {
    // Newest first: 1 0 1 0 ..., then 32 zeros.
    const history =
      this.#histories.get(this.#state) ?? Array.from({ length: 64 }, (_, index) => (index < 32 ? 1 - (index % 2) : 0));
    const zeros = history.filter((each) => each === 0).length;
    this.#histories.set(this.#state, [bit, ...history.slice(0, 63)]);
    this.#state = (2 * this.#state + bit) & this.#last;
    return Math.min(63, Math.max(1, zeros));
  }
}

class RangeWriter {
  readonly #words: number[] = [];
  #low = 0;
  #range = 0xffff_ffff;

  bit(bit: number, zeros: number): void {
    // As late as the decoder does, so that both see the same ranges.
    if (this.#range < 0x1_0000) {
      this.#words.push(Math.floor(this.#low / 0x1_0000));
      this.#low = (this.#low % 0x1_0000) * 0x1_0000;
      this.#range *= 0x1_0000;
    }
    const bound = Math.floor(this.#range / 64) * zeros;
    if (bit === 0) this.#range = bound;
    else {
      this.#range -= bound;
      this.#low += bound;
      if (this.#low < 2 ** 32) return;
      this.#low -= 2 ** 32;
      let place = this.#words.length - 1;
      for (; this.#words[place] === 0xffff; place--) this.#words[place] = 0;
      this.#words[place] = (this.#words[place] ?? 0) + 1;
    }
  }

  finish(): number[] {
    return [...this.#words, Math.floor(this.#low / 0x1_0000), this.#low % 0x1_0000];
  }
}

class BitWriter {
  readonly #words: number[] = [];
  #word = 0;
  #free = 16;

  bits(value: number, count: number): void {
    for (let bit = count - 1; bit >= 0; bit--) {
      this.#word = this.#word * 2 + (Math.floor(value / 2 ** bit) % 2);
      if (--this.#free > 0) continue;
      this.#words.push(this.#word);
      this.#word = 0;
      this.#free = 16;
    }
  }

  finish(): number[] {
    return this.#free === 16 ? this.#words : [...this.#words, this.#word * 2 ** this.#free];
  }
}
