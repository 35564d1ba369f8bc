import { FormatError } from '../format-error.ts';
import { utf16Bytes } from './names.ts';
import { type NewValue, registryType } from './types.ts';

/** Makes the values of a new hive. An empty name is the key's default value. */
export const hiveValue = {
  string: (name: string, text: string): NewValue => textValue(registryType.string, name, `${text}\0`),
  expandString: (name: string, text: string): NewValue => textValue(registryType.expandString, name, `${text}\0`),
  /** An empty entry is refused: it would be read as the end of the list. */
  multiString(name: string, entries: string[]): NewValue {
    if (entries.includes('')) throw new FormatError('corrupt', `the list "${name}" cannot hold an empty text`);
    return textValue(registryType.multiString, name, `${entries.map((entry) => `${entry}\0`).join('')}\0`);
  },
  binary: (name: string, data: Uint8Array): NewValue => ({ name, type: registryType.binary, data }),
  /** `number` from 0 to 2^32 - 1. */
  dword(name: string, number: number): NewValue {
    if (!Number.isInteger(number) || number < 0 || number > 0xffffffff) {
      throw new FormatError('limit', `${number} is no DWORD for the value "${name}"`);
    }
    const data = new Uint8Array(4);
    new DataView(data.buffer).setUint32(0, number, true);
    return { name, type: registryType.dword, data };
  },
  qword(name: string, number: number | bigint): NewValue {
    const data = new Uint8Array(8);
    new DataView(data.buffer).setBigUint64(0, BigInt(number), true);
    return { name, type: registryType.qword, data };
  },
};

function textValue(type: number, name: string, text: string): NewValue {
  return { name, type, data: utf16Bytes(text) };
}
