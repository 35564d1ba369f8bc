import type { SupersedenceEdge } from './candidate.ts';

/**
 * Answers which updates replace an update, over chains. A chain may run through updates that are not candidates
 * themselves. In a circle nobody replaces anybody: such data is wrong and decides nothing.
 */
export class Supersedence {
  readonly #newer = new Map<string, Set<string>>();

  constructor(edges: Iterable<SupersedenceEdge>) {
    for (const { newer, older } of edges) {
      if (newer === older) continue;
      const known = this.#newer.get(older);
      if (known === undefined) this.#newer.set(older, new Set([newer]));
      else known.add(newer);
    }
  }

  /** Those of `among` (uniqueIds) that replace `older`, directly or through others; sorted. */
  replacements(older: string, among: ReadonlySet<string>): string[] {
    if (!this.#newer.has(older)) return [];
    return [...this.successors(older)].filter((id) => among.has(id) && !this.successors(id).has(older)).sort();
  }

  /** Every update that is said to replace `start`, directly or through others; in a circle also `start` itself. */
  successors(start: string): Set<string> {
    const reached = new Set<string>();
    const open = [start];
    for (let id = open.pop(); id !== undefined; id = open.pop()) {
      for (const newer of this.#newer.get(id) ?? []) {
        if (reached.has(newer)) continue;
        reached.add(newer);
        open.push(newer);
      }
    }
    return reached;
  }
}
