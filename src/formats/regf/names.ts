/** Text as hives store it: latin-1 or UTF-16LE without regard to well-formed surrogates, compared by upper-cased units. */

/** Text of UTF-16LE bytes, unit by unit, so that an unpaired surrogate survives. An odd last byte is left out. */
export function utf16Text(bytes: Uint8Array): string {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  return textOfUnits(Math.floor(bytes.length / 2), (index) => view.getUint16(index * 2, true));
}

/** Text of one byte per character (latin-1, which is not what `TextDecoder` calls latin1). */
export function latin1Text(bytes: Uint8Array): string {
  return textOfUnits(bytes.length, (index) => bytes[index] ?? 0);
}

export function utf16Bytes(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length * 2);
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    bytes[index * 2] = unit & 0xff;
    bytes[index * 2 + 1] = unit >> 8;
  }
  return bytes;
}

/** The bytes of a text whose characters are all below 256, or undefined when one is not. */
export function latin1Bytes(text: string): Uint8Array | undefined {
  const bytes = new Uint8Array(text.length);
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    if (unit > 0xff) return undefined;
    bytes[index] = unit;
  }
  return bytes;
}

/** The form in which names are compared and sorted. Never changes the number of units. */
export function upperName(name: string): string {
  let upper = '';
  for (let index = 0; index < name.length; index++) upper += upperUnit(name.charAt(index));
  return upper;
}

/** Order of an upper-cased name among its siblings: by UTF-16 unit. */
export function compareUpper(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}

/** The hint of an `lh` list for an upper-cased name. */
export function nameHash(upper: string): number {
  let hash = 0;
  for (let index = 0; index < upper.length; index++) {
    hash = (Math.imul(hash, 37) + upper.charCodeAt(index)) >>> 0;
  }
  return hash;
}

/** Upper case of one unit, where that is one unit and ASCII does not gain members (the Turkish dotless i stays). */
function upperUnit(unit: string): string {
  const upper = unit.toUpperCase();
  if (upper.length !== 1) return unit;
  return unit > '\u007f' && upper <= '\u007f' ? unit : upper;
}

const piece = 4096;

function textOfUnits(count: number, unit: (index: number) => number): string {
  let text = '';
  for (let start = 0; start < count; start += piece) {
    const units: number[] = [];
    for (let index = start; index < Math.min(start + piece, count); index++) units.push(unit(index));
    text += String.fromCharCode(...units);
  }
  return text;
}
