import { FormatError } from '../format-error.ts';
import type { HiveKey, NewKey } from './types.ts';

/** What a copy in memory may hold; a hive beyond this is no small hive any more. */
const maximumKeys = 1_000_000;
const maximumDataBytes = 512 * 2 ** 20;

/**
 * A deep copy of a key that can be changed and written. The name is kept; class names, security and times are not
 * copied. Throws `FormatError` 'limit' for a million keys or 512 MiB of values, and for a damaged hive.
 */
export function newKeyFromHive(key: HiveKey): NewKey {
  return copyOf(key, { keys: 0, bytes: 0 });
}

function copyOf(key: HiveKey, taken: { keys: number; bytes: number }): NewKey {
  const copy: NewKey = { name: key.name, values: [], subkeys: [] };
  taken.keys += 1;
  for (const value of key.values()) {
    const data = value.data.slice();
    taken.bytes += data.length;
    if (taken.keys > maximumKeys || taken.bytes > maximumDataBytes) {
      throw new FormatError('limit', 'the hive is too large to be copied in memory');
    }
    copy.values.push({ name: value.name, type: value.type, data });
  }
  if (taken.keys > maximumKeys) throw new FormatError('limit', 'the hive has too many keys to be copied in memory');
  for (const child of key.subkeys()) copy.subkeys.push(copyOf(child, taken));
  return copy;
}
