import type { UpdateDocument } from '../../src/updates/update.ts';

/** An update document with what a test does not care about filled in. */
export function update(members: Partial<UpdateDocument> & { title: string }): UpdateDocument {
  return {
    uniqueId: `id of ${members.title}`,
    articleId: null,
    classification: 'Security Updates',
    products: [],
    datePosted: null,
    files: [],
    ...members,
  };
}

/** A stream of one chunk, or of chunks of `size` bytes: where the pieces end must not matter. */
export async function* bytesOf(text: string, size = Number.POSITIVE_INFINITY): AsyncGenerator<Uint8Array> {
  const bytes = new TextEncoder().encode(text);
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

export async function collect<T>(items: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const item of items) all.push(item);
  return all;
}

/** Numbers that look random and are the same every time. */
export function* pseudoRandom(seed: number): Generator<number, never> {
  let state = seed;
  for (;;) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    yield state / 2 ** 32;
  }
}

export function shuffled<T>(items: readonly T[], random: Generator<number, never>): T[] {
  return items
    .map((item) => ({ item, at: random.next().value }))
    .sort((a, b) => a.at - b.at)
    .map(({ item }) => item);
}
