import type { SettingsWish } from '../../sources/settings.ts';
import { absolutePath } from '../paths.ts';

/** A source is asked from other folders than the one in which it was made. Throws Problem ImgPathInvalid. */
export function absolute({ url, path, settings }: SettingsWish): SettingsWish {
  return { url, settings, path: path === undefined ? undefined : absolutePath(path) };
}
