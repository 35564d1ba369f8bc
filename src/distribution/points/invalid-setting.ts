import { Problem } from '../../errors.ts';

/** A setting of a distribution point that does not fit; `what` goes on after "The setting". */
export function invalidSetting(what: string): Problem {
  return new Problem('ImgPointInvalid', { detail: `The setting ${what}.` });
}
