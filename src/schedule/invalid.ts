import { Problem } from '../errors.ts';

/** A recurrence that cannot be: `detail` is a sentence about what contradicts what. */
export function invalid(detail: string): Problem {
  return new Problem('ImgScheduleInvalid', {
    detail,
    remedy: 'Correct the recurrence; `imgupdate schema show recurrence` prints its members.',
  });
}
