import { expect, it } from 'vitest';
import { timeZoneOf } from '../../src/schedule/time-zone.ts';
import { windowsZones } from '../../src/schedule/windows-zones.ts';

it.each([
  ['Europe/Berlin', 'Europe/Berlin'],
  ['europe/berlin', 'Europe/Berlin'],
  ['W. Europe Standard Time', 'Europe/Berlin'],
  ['w. europe standard time', 'Europe/Berlin'],
  ['Pacific Standard Time (Mexico)', 'America/Tijuana'],
  ['Russia Time Zone 11', 'Asia/Kamchatka'],
  ['UTC+13', 'Etc/GMT-13'],
])('%s is the zone %s', (name, zone) => {
  expect(timeZoneOf(name)).toBe(zone);
});

it.each(['', ' ', 'Berlin Standard Time', 'Europe/', '+01:00', '-05', 'UTC+99', '../etc', 'CEST;x'])(
  '%j is refused',
  (name) => {
    expect(() => timeZoneOf(name)).toThrow(expect.objectContaining({ id: 'ImgScheduleInvalid' }));
  },
);

it('knows every zone that Windows names, and each is one that the calendar knows', () => {
  expect(windowsZones.size).toBe(139);
  for (const zone of windowsZones.values()) expect(() => timeZoneOf(zone)).not.toThrow();
});
