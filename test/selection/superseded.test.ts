import { describe, expect, it } from 'vitest';
import type { SupersedenceEdge } from '../../src/selection/candidate.ts';
import { latest } from '../../src/selection/latest.ts';
import type { Policy } from '../../src/selection/policy.ts';
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

  it('believes a flag alone, unless a newer update that is passed over explains it', () => {
    const flagged = { ...july, isSuperseded: true };
    const asked = { superseded: false, now: '2025-07-25T00:00:00Z' };
    expect(latest({ candidates: [flagged, preview], ...asked }).lines[0]?.chosen).toBe('5062553');
    expect(latest({ candidates: [june, flagged], ...asked }).lines[0]?.chosen).toBe('5060842');
    expect(latest({ candidates: [june, flagged], ...asked, asOf: '2025-07-25' }).lines[0]?.chosen).toBe('5062553');
  });
});
