import { Problem } from '../../errors.ts';

const pattern = /^\d{4}-\d\d-\d\d([Tt ]\d\d:\d\d(:\d\d(\.\d+)?)?([Zz]|[+-]\d\d:\d\d)?)?$/;

/**
 * A date or a time (RFC 3339; without an offset UTC) as UTC. A date alone is the beginning of its day, except in `asOf`,
 * where the whole day counts. Throws Problem ImgRequestInvalid.
 */
export function moment(text: string | undefined, pointer: string): string | undefined {
  if (text === undefined) return undefined;
  const isDate = !/[Tt ]/.test(text);
  const zoned = /([Zz]|[+-]\d\d:\d\d)$/.test(text) && !isDate ? text : isDate ? text : `${text}Z`;
  const time = new Date(isDate && pointer === '/asOf' ? `${text}T23:59:59.999Z` : zoned.replace(' ', 'T'));
  if (pattern.test(text) && !Number.isNaN(time.getTime())) return time.toISOString();
  throw new Problem('ImgRequestInvalid', {
    detail: `${JSON.stringify(text.slice(0, 100))} is not a date or time (RFC 3339).`,
    errors: [{ pointer, message: 'must be a date or a date and time' }],
  });
}
