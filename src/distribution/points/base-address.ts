import { invalidSetting } from './invalid-setting.ts';

/** With a slash at its end, so that paths are put behind it. `name` is that of the setting, for the message. */
export function baseAddress(text: string, name = 'url'): string {
  const address = URL.parse(text);
  if (address === null || !/^https?:$/.test(address.protocol)) throw invalidSetting(`${name} is no address of the web`);
  if (address.username !== '' || address.password !== '' || address.search !== '' || address.hash !== '') {
    throw invalidSetting(`${name} holds a user, a password, a query or a fragment`);
  }
  if (!address.pathname.endsWith('/')) address.pathname += '/';
  return address.href;
}
