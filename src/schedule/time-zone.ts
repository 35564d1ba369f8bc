import { Temporal } from 'temporal-polyfill';
import { Problem } from '../errors.ts';
import { windowsZones } from './windows-zones.ts';

/**
 * The IANA zone of a name: an IANA name, or one that Windows uses, in any case. A fixed distance from UTC (+01:00) is no
 * zone: it would forget daylight saving. Throws Problem ImgScheduleInvalid.
 */
export function timeZoneOf(name: string): string {
  const known = windowsZones.get(name.trim().toLowerCase()) ?? name.trim();
  if (/^[A-Za-z][\w+/-]*$/.test(known)) {
    try {
      return Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(known).timeZoneId;
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
    }
  }
  throw new Problem('ImgScheduleInvalid', {
    detail: `There is no time zone ${JSON.stringify(name)}.`,
    remedy: 'Pass an IANA name such as Europe/Berlin, or a name of Windows such as W. Europe Standard Time.',
  });
}
