import type { SupersedenceEdge } from '../updates/candidate.ts';

/**
 * Answers which updates replace an update, over chains. A chain may run through updates that are not candidates
 * themselves. In a circle nobody replaces anybody: such data is wrong and decides nothing.
 */
export class Supersedence {
  readonly #newer = new Map<string, Set<string>>();
  #circles: Map<string, number> | null = null;

  constructor(edges: Iterable<SupersedenceEdge>) {
    for (const { newer, older } of edges) {
      if (newer === older) continue;
      const known = this.#newer.get(older);
      if (known === undefined) this.#newer.set(older, new Set([newer]));
      else known.add(newer);
    }
  }

  /** The nearest of `among` (uniqueIds) that replace `older`, directly or through others that are not among them; sorted. */
  replacements(older: string, among: ReadonlySet<string>): string[] {
    return [...this.#climb(older, (id) => among.has(id) && !this.#inOneCircle(id, older))].sort();
  }

  /** Every update that is said to replace `start`, directly or through others; in a circle also `start` itself. */
  successors(start: string): Set<string> {
    const reached = new Set<string>();
    this.#climb(start, (id) => {
      reached.add(id);
      return false;
    });
    return reached;
  }

  /** Visits what replaces `start`, nearest first; where `stop` says so the way ends, and these ends are returned. */
  #climb(start: string, stop: (id: string) => boolean): Set<string> {
    const seen = new Set<string>();
    const ends = new Set<string>();
    const open = [start];
    for (let id = open.pop(); id !== undefined; id = open.pop()) {
      for (const newer of this.#newer.get(id) ?? []) {
        if (seen.has(newer)) continue;
        seen.add(newer);
        if (stop(newer)) ends.add(newer);
        else open.push(newer);
      }
    }
    return ends;
  }

  #inOneCircle(a: string, b: string): boolean {
    this.#circles ??= stronglyConnected(this.#newer);
    return this.#circles.get(a) === this.#circles.get(b);
  }
}

/** Tarjan's algorithm without recursion: two ids have the same number exactly when each leads to the other. */
function stronglyConnected(graph: ReadonlyMap<string, ReadonlySet<string>>): Map<string, number> {
  const component = new Map<string, number>();
  const order = new Map<string, number>();
  const low = new Map<string, number>();
  const path: string[] = [];
  for (const root of graph.keys()) {
    if (order.has(root)) continue;
    const work = [enter(root)];
    for (let frame = work.at(-1); frame !== undefined; frame = work.at(-1)) {
      const next = frame.rest.next();
      if (next.done !== true) {
        if (!order.has(next.value)) work.push(enter(next.value));
        else if (!component.has(next.value)) lower(frame.id, order.get(next.value));
        continue;
      }
      work.pop();
      const parent = work.at(-1);
      if (parent !== undefined) lower(parent.id, low.get(frame.id));
      if (low.get(frame.id) === order.get(frame.id)) close(frame.id);
    }
  }
  return component;

  function enter(id: string): { id: string; rest: Iterator<string> } {
    order.set(id, order.size);
    low.set(id, order.size - 1);
    path.push(id);
    return { id, rest: (graph.get(id) ?? new Set<string>()).values() };
  }

  function lower(id: string, value: number | undefined): void {
    low.set(id, Math.min(low.get(id) ?? 0, value ?? 0));
  }

  function close(id: string): void {
    const number = component.size;
    for (let member = path.pop(); member !== undefined; member = path.pop()) {
      component.set(member, number);
      if (member === id) break;
    }
  }
}
