type Random = (below: number) => number;

/** Numbers at which readers go wrong: limits of types, sizes of chunks and structures. */
const NUMBERS = [
  ...[0, 1, 2, 3, 4, 7, 8, 16, 32, 50, 102, 127, 128, 208, 255, 256, 512, 4096, 0x7fff, 0x8000, 0xfffd, 0xffff],
  ...[0x1_0000, 0x2_0000, 0x20_0000, 0x400_0000, 0x800_0000, 0x7fff_ffff, 0x8000_0000, 0xffff_fff0, 0xffff_ffff],
];
/** Pieces of text that mean something to a parser of XML. */
const TOKENS = [
  ...['<', '>', '</', '/>', '<a>', '</a>', '<!--', '-->', '<![CDATA[', ']]>', '<?xml version="1.0"?>', '"', "'", '='],
  ...['&', '&amp;', '&#0;', '&#x110000;', '&#55296;', '&x;', '<!DOCTYPE a [<!ENTITY x "y">]>', 'xmlns:a="b"', 'a:b'],
  ...['\0', '\ufffd', '\ufffe', '\ud800', '..\\', '99999999999999999999', '-1', '1e9', '<assembly>', '<package>'],
];
export const LONGEST_INPUT = 1 << 20;

/** A changed copy of `input`: one to eight small changes, some of them with parts of `other`. */
export function mutated(random: Random, input: Uint8Array, options: { other: Uint8Array; text: boolean }): Uint8Array {
  let bytes: Uint8Array = Uint8Array.from(input);
  // Most changes are better made alone: two errors hide each other.
  for (let count = random(2) === 0 ? 1 : 1 + random(8); count > 0; count--) {
    bytes = changedOnce(random, bytes, options);
    if (bytes.length > LONGEST_INPUT) bytes = bytes.slice(0, LONGEST_INPUT);
  }
  return bytes;
}

function changedOnce(random: Random, bytes: Uint8Array, options: { other: Uint8Array; text: boolean }): Uint8Array {
  if (bytes.length === 0) return Uint8Array.of(random(256));
  const at = placeIn(random, bytes.length);
  const view = new DataView(bytes.buffer);
  switch (random(options.text ? 12 : 10)) {
    case 0:
      bytes[at] = (bytes[at] ?? 0) ^ (1 << random(8));
      return bytes;
    case 1:
      bytes[at] = random(256);
      return bytes;
    case 2:
      bytes[at] = (bytes[at] ?? 0) + random(9) - 4;
      return bytes;
    case 3:
    case 4:
      return withNumber(random, view, at);
    case 5:
      bytes.copyWithin(at, placeIn(random, bytes.length), placeIn(random, bytes.length));
      return bytes;
    case 6:
      return joined(bytes.subarray(0, at), bytes.subarray(Math.min(bytes.length, at + 1 + random(64))));
    case 7:
      return joined(bytes.subarray(0, at), bytes.subarray(at, at + 1 + random(64)), bytes.subarray(at));
    case 8:
      return random(4) === 0 ? bytes.slice(0, at) : bytes.fill(random(256), at, at + 1 + random(32));
    case 9: {
      const from = random(options.other.length + 1);
      const piece = options.other.subarray(from, from + 1 + random(256));
      if (random(2) === 0) return joined(bytes.subarray(0, at), piece, bytes.subarray(at));
      bytes.set(piece.subarray(0, bytes.length - at), at);
      return bytes;
    }
    default: {
      const token = new TextEncoder().encode((TOKENS[random(TOKENS.length)] ?? '').repeat(1 + random(random(40) + 1)));
      return joined(bytes.subarray(0, at), token, bytes.subarray(at));
    }
  }
}

/** Heads and tables lie at the ends of files: half of all changes go there. */
function placeIn(random: Random, length: number): number {
  const near = Math.min(length, 512);
  const choice = random(4);
  if (choice === 0) return random(near);
  return choice === 1 ? length - 1 - random(near) : random(length);
}

function withNumber(random: Random, view: DataView, at: number): Uint8Array {
  const number = (NUMBERS[random(NUMBERS.length)] ?? 0) + (random(3) === 0 ? random(3) - 1 : 0);
  const width = [1, 2, 4, 8][random(4)] ?? 1;
  const aligned = random(2) === 0 ? at - (at % width) : at;
  const place = Math.max(0, Math.min(aligned, view.byteLength - width));
  for (let byte = 0; byte < width && place + byte < view.byteLength; byte++) {
    view.setUint8(place + byte, byte < 4 ? number >>> (8 * byte) : 0);
  }
  return new Uint8Array(view.buffer);
}

function joined(...parts: Uint8Array[]): Uint8Array {
  return Uint8Array.from(Buffer.concat(parts));
}
