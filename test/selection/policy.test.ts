import { describe, expect, it } from 'vitest';
import { latest } from '../../src/selection/latest.ts';
import type { Exception, Policy } from '../../src/selection/policy.ts';
import type { Candidate } from '../../src/updates/candidate.ts';
import { candidate, revised } from './candidates.ts';

const now = '2025-07-20T12:00:00Z';
const june = revised('5060842', 4349, { month: '2025-06', datePosted: '2025-06-10T17:00:00Z' });
const july = revised('5062553', 4652, { month: '2025-07', datePosted: '2025-07-08T17:00:00Z' });
const preview = revised('5062660', 4770, {
  month: '2025-07',
  datePosted: '2025-07-18T17:00:00Z',
  channel: 'preview',
});
const line = [june, july, preview];

function choose(policy: Partial<Policy>, candidates: Candidate[] = line, more: { asOf?: string } = {}) {
  return latest({ candidates, policy, now, ...more });
}

function exception(articleId: string, until: string | null = null): Exception {
  return { articleId, reason: 'breaks printing', until };
}

describe('holds', () => {
  it('leave out a KB and say why', () => {
    const { lines, candidates } = choose({ holds: [exception('5062553')] });
    expect(lines[0]?.chosen).toBe('5060842');
    expect(candidates.find(({ uniqueId }) => uniqueId === '5062553')).toMatchObject({
      reasonCode: 'Held',
      facts: { hold: { reason: 'breaks printing' } },
    });
  });

  it.each([
    ['2025-07-19', '5062553'],
    ['2025-07-20', '5060842'],
    ['2025-07-20T11:59:59Z', '5062553'],
  ])('that last until %s give %s', (until, chosen) => {
    expect(choose({ holds: [exception('5062553', until)] }).lines[0]?.chosen).toBe(chosen);
  });

  it('do not let a held update replace another one', () => {
    const edges = [{ newer: '5062553', older: '5060842' }];
    const answer = latest({ candidates: line, edges, policy: { holds: [exception('5062553')] }, now });
    expect(answer.lines[0]?.chosen).toBe('5060842');
  });
});

describe('pins', () => {
  it('choose an older update and reject the newer ones', () => {
    const { lines, candidates } = choose({ pins: [exception('5060842')] });
    expect(lines[0]).toMatchObject({ chosen: '5060842', reason: 'it is pinned: breaks printing' });
    expect(candidates.map(({ reasonCode }) => reasonCode)).toEqual(['NotPinned', 'NotPinned', 'Pinned']);
  });

  it('outrank channel, deferral and previous', () => {
    const policy = { pins: [exception('5062660')], deferralDays: 30, previous: 1 };
    expect(choose(policy).lines[0]?.chosen).toBe('5062660');
  });

  it('do not bring back what its publisher has withdrawn, and do not choose another one in its place', () => {
    const withdrawn = { ...june, isExpired: true };
    expect(choose({ pins: [exception('5060842')] }, [withdrawn, july]).lines[0]).toMatchObject({
      chosen: null,
      decided: false,
    });
  });

  it('do nothing after their end, in other lines, and before the update existed', () => {
    expect(choose({ pins: [exception('5060842', '2025-07-01')] }).lines[0]?.chosen).toBe('5062553');
    expect(choose({ pins: [exception('5999999')] }).lines[0]?.chosen).toBe('5062553');
    expect(choose({ pins: [exception('5062553')] }, line, { asOf: '2025-06-30' }).lines[0]?.chosen).toBe('5060842');
  });
});

describe('deferral', () => {
  it.each([
    [7, '5062553'],
    [11, '5062553'],
    [12, '5060842'],
  ])('of %i days gives %s', (deferralDays, chosen) => {
    expect(choose({ deferralDays }).lines[0]?.chosen).toBe(chosen);
  });

  it('is measured from the time that is asked for', () => {
    expect(choose({ deferralDays: 7 }, line, { asOf: '2025-07-10' }).lines[0]?.chosen).toBe('5060842');
  });

  it('does not decide about an update without a date', () => {
    const undated = revised('1', 9999, { month: '2025-07' });
    expect(choose({ deferralDays: 7 }, [...line, undated]).lines[0]).toMatchObject({
      decided: false,
      reasonCode: 'DateUnknown',
    });
    const oldMonth = candidate({ uniqueId: '2', month: '2025-05' });
    expect(choose({ deferralDays: 7 }, [oldMonth]).lines[0]?.chosen).toBe('2');
  });
});

describe('warnings', () => {
  it('tell that the chosen update is old', () => {
    expect(choose({ maximumAgeDays: 11 }).lines[0]?.warnings).toMatchObject([{ code: 'TooOld' }]);
    expect(choose({ maximumAgeDays: 12 }).lines[0]?.warnings).toEqual([]);
  });

  it('tell that a release is out of support for some editions or for all', () => {
    const codes = (asOf: string) => choose({}, line, { asOf }).lines[0]?.warnings.map(({ code }) => code);
    expect(codes('2026-10-13')).toEqual([]);
    expect(codes('2026-10-14')).toEqual(['OutOfSupportForSome']);
    expect(codes('2027-10-13')).toEqual(['OutOfSupport']);
  });
});
