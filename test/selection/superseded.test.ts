import { describe, expect, it } from 'vitest';
import { latest } from '../../src/selection/latest.ts';
import type { Policy } from '../../src/selection/policy.ts';
import type { SupersedenceEdge } from '../../src/updates/candidate.ts';
import { pseudoRandom, shuffled } from '../helpers/updates.ts';
import { revised } from './candidates.ts';

const june = revised('5060842', 4349, { datePosted: '2025-06-10T17:00:00Z' });
const july = revised('5062553', 4652, { datePosted: '2025-07-08T17:00:00Z' });
const preview = revised('5062660', 4770, { datePosted: '2025-07-22T17:00:00Z', channel: 'preview' });
const edge = (newer: string, older: string): SupersedenceEdge => ({ newer, older });
const chain = [edge('5062553', '5060842'), edge('5062660', '5062553')];
const hold = { holds: [{ articleId: '5062553', reason: 'printing', until: null }] };

function choose(superseded: boolean, policy: Partial<Policy> = {}, edges: SupersedenceEdge[] = chain) {
  return latest({ candidates: [june, july, preview], edges, policy, superseded, now: '2025-07-25T00:00:00Z' });
}

describe('a question about supersedence', () => {
  it.each<[boolean, Partial<Policy>, string | null]>([
    [false, {}, '5062553'],
    [false, { preview: 'include' }, '5062660'],
    [false, hold, '5060842'],
    [false, { previous: 1 }, null],
    [true, {}, '5060842'],
    [true, { preview: 'include' }, '5062553'],
    [true, { pins: [{ articleId: '5062553', reason: '', until: null }] }, '5062553'],
  ])('superseded %j with %j chooses %s', (superseded, policy, chosen) => {
    expect(choose(superseded, policy).lines[0]?.chosen).toBe(chosen);
  });

  it.each([
    [false, '5060842', 'SupersededExcluded'],
    [true, '5062553', 'NotSuperseded'],
  ])('superseded %j rejects %s as %s', (superseded, uniqueId, reasonCode) => {
    const { candidates } = choose(superseded);
    expect(candidates.find((each) => each.uniqueId === uniqueId)).toMatchObject({ reasonCode, decision: 'rejected' });
  });

  it('takes for replaced what an update replaces that the catalog does not have', () => {
    expect(choose(false, {}, [...chain, edge('unknown', '5062660')]).lines[0]).toMatchObject({
      decided: false,
      reasonCode: 'NothingAllowed',
    });
  });

  it('knows no replacement in a circle', () => {
    const circle = [edge('5062553', '5060842'), edge('5060842', '5062553')];
    expect(choose(false, {}, circle).lines[0]?.chosen).toBe('5062553');
    expect(choose(true, {}, circle).lines[0]?.chosen).toBeNull();
  });

  it.each([true, false])(
    'superseded %j: neither order nor repetition of the input changes the answer',
    (superseded) => {
      for (let seed = 1; seed <= 200; seed += 1) {
        const { candidates, edges, random } = line(seed);
        const answer = latest({ candidates, edges, superseded });
        const mixed = [...shuffled(candidates, random), ...candidates];
        expect(latest({ candidates: mixed, edges: shuffled(edges, random), superseded }), `seed ${seed}`).toEqual(
          answer,
        );
      }
    },
  );

  it('a preview that replaces everything takes nothing away while previews are off', () => {
    for (let seed = 1; seed <= 200; seed += 1) {
      const { edges, ...rest } = line(seed);
      const candidates = rest.candidates.map((one) => ({ ...one, isSuperseded: false }));
      const more = [...edges, ...candidates.map(({ uniqueId }) => edge('p', uniqueId))];
      const above = revised('p', 999, { channel: 'preview' });

      const before = latest({ candidates, edges, superseded: false }).lines;
      expect(latest({ candidates: [...candidates, above], edges: more, superseded: false }).lines).toEqual(before);
    }
  });

  it('believes a flag alone, unless a newer update that is passed over explains it', () => {
    const flagged = { ...july, isSuperseded: true };
    const asked = { superseded: false, now: '2025-07-25T00:00:00Z' };
    expect(latest({ candidates: [flagged, preview], ...asked }).lines[0]?.chosen).toBe('5062553');
    expect(latest({ candidates: [june, flagged], ...asked }).lines[0]?.chosen).toBe('5060842');
    expect(latest({ candidates: [june, flagged], ...asked, asOf: '2025-07-25' }).lines[0]?.chosen).toBe('5062553');
  });
});

/** A line of revisions with previews, flags and edges, some of them to updates that are not there. */
function line(seed: number) {
  const random = pseudoRandom(seed);
  const next = (below: number): number => Math.floor(random.next().value * below);
  const candidates = Array.from({ length: 1 + next(12) }, (_, at) =>
    revised(`u${at}`, 100 + at, { channel: next(4) === 0 ? 'preview' : 'regular', isSuperseded: next(4) === 0 }),
  );
  const edges = Array.from({ length: next(12) }, () => edge(`u${next(14)}`, `u${next(12)}`));
  return { candidates, edges, random };
}
