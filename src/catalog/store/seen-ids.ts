/** Slots that are made at first; always a power of two. */
const firstSlots = 1 << 14;
/** The table grows when more than this part of it is taken. */
const mostTaken = 0.6;

/**
 * Ids that an import has met, in 8 bytes each. "No" is certain; "yes" may be wrong, about once in 2^53 pairs, so whoever
 * asks looks again where it counts.
 */
export class SeenIds {
  #slots = new Float64Array(firstSlots);
  #size = 0;

  get size(): number {
    return this.#size;
  }

  /** Remembers these ids and tells whether one of them may have been met before. */
  add(ids: readonly string[]): boolean {
    let met = false;
    for (const id of ids) {
      if (this.#take(hashOf(id))) this.#size += 1;
      else met = true;
    }
    if (this.#size > this.#slots.length * mostTaken) this.#grow();
    return met;
  }

  #grow(): void {
    const old = this.#slots;
    this.#slots = new Float64Array(old.length * 2);
    for (const hash of old) if (hash !== 0) this.#take(hash);
  }

  /** Takes a slot for the hash; false when it has one. */
  #take(hash: number): boolean {
    const mask = this.#slots.length - 1;
    let slot = hash & mask;
    for (;;) {
      const taken = this.#slots[slot];
      if (taken === hash) return false;
      if (taken === 0) break;
      slot = (slot + 1) & mask;
    }
    this.#slots[slot] = hash;
    return true;
  }
}

/** 53 bits that are never 0: two multiplicative hashes of 32 and 21 bits (FNV-1a with different primes). */
function hashOf(id: string): number {
  let low = 0x811c9dc5;
  let high = 0x9747b28c;
  for (let at = 0; at < id.length; at += 1) {
    const code = id.charCodeAt(at);
    low = Math.imul(low ^ code, 0x01000193);
    high = Math.imul(high ^ code, 0x85ebca6b);
    high ^= high >>> 15;
  }
  return (high >>> 11) * 2 ** 32 + (low >>> 0) + 1;
}
