import { Problem } from '../../errors.ts';
import { readDateTime } from '../date-time.ts';

/**
 * A date or a time (RFC 3339; without an offset UTC) as UTC. A date alone is the beginning of its day, except in `asOf`,
 * where the whole day counts. Throws Problem ImgRequestInvalid.
 */
export function moment(text: string | undefined, pointer: string): string | undefined {
  if (text === undefined) return undefined;
  const time = readDateTime(text, { wholeDay: pointer === '/asOf' });
  if (time !== undefined) return time;
  throw new Problem('ImgRequestInvalid', {
    detail: `${JSON.stringify(text.slice(0, 100))} is not a date or time (RFC 3339).`,
    errors: [{ pointer, message: 'must be a date or a date and time' }],
  });
}
