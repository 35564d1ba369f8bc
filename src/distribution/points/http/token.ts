import type { PointHttpSettings } from '../../../contract/generated/types.ts';
import { Problem } from '../../../errors.ts';

/** The name of a token names exactly one place. Throws Problem ImgPointInvalid. */
export function checkToken(token: PointHttpSettings['token']): void {
  if (token === undefined) return;
  if ((token.environment === undefined) === (token.secret === undefined)) {
    throw invalid('token names either an environment variable or a secret');
  }
  if (token.vault !== undefined && token.secret === undefined) throw invalid('token names a vault and no secret');
}

function invalid(what: string): Problem {
  return new Problem('ImgPointInvalid', { detail: `The setting ${what}.` });
}
