import { FormatError } from '../format-error.ts';

const UNITS_8 = 8;
const UNITS_16 = 16;

/** A name in OSTA compressed Unicode: its first byte says whether units have 8 or 16 bits. Throws FormatError 'corrupt'. */
export function decodeName(bytes: Uint8Array): string {
  const [width, ...units] = bytes;
  if (width === undefined) return '';
  if (width === UNITS_8) return String.fromCharCode(...units);
  if (width !== UNITS_16 || units.length % 2 !== 0) {
    throw new FormatError('corrupt', 'a name on the disc is in a form that does not exist');
  }
  let name = '';
  for (let at = 0; at < units.length; at += 2) {
    name += String.fromCharCode(((units[at] as number) << 8) | (units[at + 1] as number));
  }
  return name;
}

/** A name in a field of fixed length, whose last byte says how much of it is used. */
export function decodeField(bytes: Uint8Array): string {
  const used = bytes.at(-1) ?? 0;
  return decodeName(bytes.subarray(0, Math.min(used, bytes.length - 1)));
}
