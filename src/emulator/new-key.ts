import { hiveValue, type NewKey, type NewValue } from '../formats/regf/write.ts';

/** The key at a path of names separated by backslashes, in any case; undefined where one is missing. */
export function findKey(root: NewKey, path: string): NewKey | undefined {
  let at: NewKey | undefined = root;
  for (const name of namesOf(path)) at = at?.subkeys.find((key) => same(key.name, name));
  return at;
}

/** The same, missing keys are made. */
export function ensureKey(root: NewKey, path: string): NewKey {
  let at = root;
  for (const name of namesOf(path)) {
    let next = at.subkeys.find((key) => same(key.name, name));
    if (next === undefined) {
      next = { name, values: [], subkeys: [] };
      at.subkeys.push(next);
    }
    at = next;
  }
  return at;
}

/** Removes a direct subkey with all below. */
export function removeKey(parent: NewKey, name: string): void {
  parent.subkeys = parent.subkeys.filter((key) => !same(key.name, name));
}

/** Sets a value, replacing one of the same name. */
export function setValue(key: NewKey, value: NewValue): void {
  key.values = [...key.values.filter((old) => !same(old.name, value.name)), value];
}

/** A string, '' when there is none. */
export function textOf(key: NewKey | undefined, name: string): string {
  const data = key?.values.find((value) => same(value.name, name))?.data;
  if (data === undefined) return '';
  return new TextDecoder('utf-16le').decode(data.subarray(0, data.length & ~1)).split('\0')[0] ?? '';
}

/** A DWORD, undefined when there is none. */
export function numberOf(key: NewKey | undefined, name: string): number | undefined {
  const data = key?.values.find((value) => same(value.name, name))?.data;
  return data?.length === 4 ? new DataView(data.buffer, data.byteOffset, 4).getUint32(0, true) : undefined;
}

/** Makes a key from a plain table: numbers become DWORDs, texts strings. */
export function keyOf(name: string, values: Record<string, string | number>, subkeys: NewKey[] = []): NewKey {
  const made = Object.entries(values).map(([valueName, value]) =>
    typeof value === 'number' ? hiveValue.dword(valueName, value) : hiveValue.string(valueName, value),
  );
  return { name, values: made, subkeys };
}

/** Adds values from a plain table to the key at a path. */
export function fill(root: NewKey, path: string, values: Record<string, string | number>): void {
  const key = ensureKey(root, path);
  for (const value of keyOf('', values).values) setValue(key, value);
}

function namesOf(path: string): string[] {
  return path.split('\\').filter((name) => name !== '');
}

function same(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}
