import type { PointHttpSettings } from '../../../contract/generated/types.ts';
import { invalidSetting } from '../invalid-setting.ts';

/** The name of a token names exactly one place. Throws Problem ImgPointInvalid. */
export function checkToken(token: PointHttpSettings['token']): void {
  if (token === undefined) return;
  if ((token.environment === undefined) === (token.secret === undefined)) {
    throw invalidSetting('token names either an environment variable or a secret');
  }
  if (token.vault !== undefined && token.secret === undefined)
    throw invalidSetting('token names a vault and no secret');
}
