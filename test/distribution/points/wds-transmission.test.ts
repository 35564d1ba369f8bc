/** Which transmission the settings mean, and what a description tells of one. */
import { describe, expect, it } from 'vitest';
import { settledPointSettings } from '../../../src/distribution/points/settings.ts';
import {
  describe as describing,
  isMark,
  type Multicast,
  markIn,
  markOf,
  plannedTransmission,
  startOf,
} from '../../../src/distribution/points/wds/transmission.ts';
import { realPorts } from '../../../src/ports/index.ts';

const now = new Date(2026, 11, 1, 22, 0);
const planned = (multicast: Multicast, { isOnly = true, at = now } = {}) =>
  plannedTransmission(multicast, { imageName: 'Clients', isOnly, now: at });

describe('the setting multicast', () => {
  const settled = (multicast: unknown) =>
    settledPointSettings(realPorts({}), 'wds', { path: '/srv', settings: { imageGroup: 'a', multicast } });

  it.each([
    [{}],
    [{ start: 'manual', name: 'Lab' }],
    [{ start: 'scheduled', clients: 1 }],
    [{ start: 'scheduled', at: '07:05' }],
  ])('may be %j', (multicast) => {
    expect(settled(multicast)['multicast']).toMatchObject(multicast);
  });

  it.each([
    [{ start: 'scheduled' }, 'neither clients nor at'],
    [{ clients: 3 }, 'not with first-client'],
    [{ start: 'manual', at: '22:00' }, 'not with manual'],
    [{ start: 'scheduled', at: '24:00' }, 'multicast/at'],
    [{ start: 'scheduled', clients: 0 }, 'multicast/clients'],
    [{ start: 'now' }, 'multicast/start'],
    [{ Start: 'manual' }, 'multicast'],
  ])('is refused: %j', (multicast, what) => {
    expect(() => settled(multicast)).toThrow(
      expect.objectContaining({
        id: 'ImgPointInvalid',
        facts: expect.objectContaining({ detail: expect.stringContaining(what) }),
      }),
    );
  });

  it('is taken away with null, like any other', () => {
    const before = settled({});
    const settings = { multicast: null };
    expect(settledPointSettings(realPorts({}), 'wds', { settings }, before)).not.toHaveProperty('multicast');
  });
});

describe('a planned transmission', () => {
  it.each<[Multicast, string]>([
    [{}, 'first client'],
    [{ start: 'manual' }, 'by hand'],
    [{ start: 'scheduled', clients: 1 }, '1 client'],
    [{ start: 'scheduled', clients: 30, at: '22:01' }, '30 clients or 2026-12-01 22:01'],
  ])('of %j starts with: %s', (multicast, start) => {
    expect(planned(multicast)).toMatchObject({ name: 'Clients', start });
  });

  it.each([
    ['22:01', new Date(2026, 11, 1, 22, 1)],
    ['22:00', new Date(2026, 11, 2, 22, 0)],
    ['06:30', new Date(2026, 11, 2, 6, 30)],
  ])('waits for the next %s after the send', (at, moment) => {
    expect(planned({ start: 'scheduled', at }).at).toEqual(moment);
  });

  it('has the name of the settings, with that of the install image where there are several', () => {
    expect(planned({ name: 'Lab' }).name).toBe('Lab');
    expect(planned({ name: 'Lab' }, { isOnly: false }).name).toBe('Lab (Clients)');
    expect(planned({}, { isOnly: false }).name).toBe('Clients');
  });
});

describe('a description', () => {
  const bare = `a, multicast "b": c, version 3, SHA-256 ${'0'.repeat(64)}`;
  const transmission = planned({ start: 'scheduled', clients: 2, at: '23:00', name: 'say "x": y' });

  it('tells of one transmission, whatever the names', () => {
    const told = describing(bare, transmission);
    expect(told).toBe(`${bare}, ${markOf(transmission)}`);
    expect(describing(told, planned({}))).toBe(`${bare}, multicast "Clients": first client`);
    expect(describing(told, undefined)).toBe(bare);
    expect(startOf(markIn(told) ?? '')).toBe('2 clients or 2026-12-01 23:00');
  });

  it.each([bare, 'what somebody wrote', ''])('tells of none of ours: %j', (text) => {
    expect(markIn(text)).toBeUndefined();
  });

  it('tells of the same one on another day, and of another one for other settings', () => {
    const mark = markOf(transmission);
    const later = { at: new Date(2027, 0, 1) };
    expect(isMark(mark, planned({ start: 'scheduled', clients: 2, at: '23:00', name: 'say "x": y' }, later))).toBe(
      true,
    );
    expect(isMark(mark, planned({ start: 'scheduled', clients: 2, at: '23:01', name: 'say "x": y' }))).toBe(false);
    expect(isMark(mark, planned({ start: 'scheduled', clients: 3, at: '23:00', name: 'say "x": y' }))).toBe(false);
    expect(isMark(mark, planned({ start: 'scheduled', clients: 2, at: '23:00' }))).toBe(false);
  });
});
