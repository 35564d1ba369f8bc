import { describe, expect, it } from 'vitest';
import { latest } from '../../src/selection/latest.ts';
import type { Candidate, SupersedenceEdge } from '../../src/updates/candidate.ts';
import { pseudoRandom, shuffled } from '../helpers/updates.ts';
import { candidate } from './candidates.ts';

const cases = 300;

interface Catalog {
  candidates: Candidate[];
  edges: SupersedenceEdge[];
}

/** A line as real ones are: most with revision, some without, some without date, some flags, some edges, some wrong. */
function catalog(seed: number): Catalog {
  const random = pseudoRandom(seed);
  const next = (): number => random.next().value;
  const size = 1 + Math.floor(next() * 25);
  const candidates = Array.from({ length: size }, (_, index) => {
    const month = `2023-${String(1 + Math.floor(next() * 12)).padStart(2, '0')}`;
    const hasRevision = next() < 0.7;
    return candidate({
      uniqueId: `u${index}`,
      articleId: String(5_000_000 + Math.floor(next() * size)),
      month: next() < 0.8 ? month : null,
      datePosted: next() < 0.9 ? `${month}-${String(1 + Math.floor(next() * 28)).padStart(2, '0')}T17:00:00Z` : null,
      build: hasRevision ? 26100 : null,
      revision: hasRevision ? Math.floor(next() * 20) : null,
      channel: next() < 0.2 ? 'preview' : next() < 0.3 ? 'out-of-band' : 'regular',
      isExpired: next() < 0.05,
      isSuperseded: next() < 0.2,
    });
  });
  const edges = Array.from({ length: Math.floor(next() * size) }, () => ({
    newer: `u${Math.floor(next() * size)}`,
    older: `u${Math.floor(next() * size)}`,
  }));
  return { candidates, edges };
}

const seeds = Array.from({ length: cases }, (_, index) => index + 1);

describe('latest, for any catalog,', () => {
  it('does not depend on the order of the input', () => {
    for (const seed of seeds) {
      const { candidates, edges } = catalog(seed);
      const random = pseudoRandom(seed + 1000);
      const answer = latest({ candidates, edges });

      expect(latest({ candidates: shuffled(candidates, random), edges: shuffled(edges, random) })).toEqual(answer);
    }
  });

  it('does not change when records stand twice', () => {
    for (const seed of seeds) {
      const { candidates, edges } = catalog(seed);
      const twice = [...candidates, ...candidates.map((one) => ({ ...one }))];
      expect(latest({ candidates: twice, edges: [...edges, ...edges] })).toEqual(latest({ candidates, edges }));
    }
  });

  it('does not change when other lines come or go', () => {
    for (const seed of seeds) {
      const { candidates, edges } = catalog(seed);
      const foreign = catalog(seed + 5000).candidates.map((one) => ({
        ...one,
        uniqueId: `foreign ${one.uniqueId}`,
        line: { ...one.line, architecture: 'arm64' as const },
      }));
      const { lines } = latest({ candidates: [...foreign, ...candidates], edges });

      expect(lines.filter(({ architecture }) => architecture === 'x64')).toEqual(latest({ candidates, edges }).lines);
    }
  });

  it('does not change when a preview is added and previews are off', () => {
    for (const seed of seeds) {
      const { candidates, edges } = catalog(seed);
      const preview = candidate({ uniqueId: 'p', build: 26100, revision: 99, channel: 'preview', month: '2024-01' });
      const more = [...edges, ...candidates.map((one) => ({ newer: 'p', older: one.uniqueId }))];

      expect(latest({ candidates: [...candidates, preview], edges: more }).lines).toEqual(
        latest({ candidates, edges }).lines,
      );
    }
  });

  it('does not change when the chosen update is pinned, and never chooses one that is held', () => {
    for (const seed of seeds) {
      const { candidates, edges } = catalog(seed);
      const [line] = latest({ candidates, edges }).lines;
      const articleId = candidates.find(({ uniqueId }) => uniqueId === line?.chosen)?.articleId;
      if (line?.chosen == null || articleId == null) continue;
      const exception = [{ articleId, reason: '', until: null }];
      const held = latest({ candidates, edges, policy: { holds: exception } }).lines[0];
      const heldArticle = candidates.find(({ uniqueId }) => uniqueId === held?.chosen)?.articleId;

      expect(latest({ candidates, edges, policy: { pins: exception } }).lines[0]?.decided, `seed ${seed}`).toBe(true);
      expect(heldArticle).not.toBe(articleId);
    }
  });

  it('does not change with wrong dates as long as revisions tell', () => {
    for (const seed of seeds) {
      const { candidates, edges } = catalog(seed);
      const random = pseudoRandom(seed + 9000);
      const revised = candidates.map((one, at) => ({ ...one, build: 26100, revision: at * 7 + 1 }));
      const day = (): string => `20${10 + Math.floor(random.next().value * 20)}-01-01T00:00:00Z`;
      const redated = revised.map((one) => ({ ...one, datePosted: random.next().value < 0.3 ? null : day() }));
      const chosen = (of: Candidate[]) => latest({ candidates: of, edges }).lines.map((line) => line.chosen);

      expect(chosen(redated), `seed ${seed}`).toEqual(chosen(revised));
    }
  });

  it('chooses nothing that is not allowed and nothing that another allowed one replaces', () => {
    for (const seed of seeds) {
      const { candidates, edges } = catalog(seed);
      const allowed = candidates.filter((one) => !one.isExpired && one.channel !== 'preview');
      for (const { chosen, decided } of latest({ candidates, edges }).lines) {
        expect(decided).toBe(chosen !== null);
        if (chosen === null) continue;
        expect(allowed.map((one) => one.uniqueId)).toContain(chosen);
        const direct = edges.filter((edge) => edge.older === chosen && edge.newer !== chosen);
        const replacing = direct.filter(({ newer }) => allowed.some((one) => one.uniqueId === newer));
        for (const { newer } of replacing) expect(leadsTo(edges, chosen, newer), `circle ${seed}`).toBe(true);
      }
    }
  });
});

/** Whether `newer` is itself replaced by `older`: then the two stand in a circle. */
function leadsTo(edges: readonly SupersedenceEdge[], newer: string, older: string): boolean {
  const reached = new Set([older]);
  for (const id of reached) for (const edge of edges) if (edge.older === id) reached.add(edge.newer);
  return reached.has(newer);
}
