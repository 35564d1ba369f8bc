import { copyMatch } from '../copy-match.ts';
import { FormatError } from '../format-error.ts';
import { buildPrefixCode, longCode, newPrefixCode } from '../huffman/prefix-code.ts';
import { wordAt } from '../huffman/word-reader.ts';

/**
 * The decoder of XPRESS that every other one is held against: a table of 512 four-bit codeword lengths followed by 16-bit
 * words of coded data with loose length bytes between them.
 */
const TABLE_BYTES = 256;
const SYMBOLS = 512;
const CODE_BITS = 15;
const TABLE_BITS = 11;

const code = newPrefixCode({ symbols: SYMBOLS, tableBits: TABLE_BITS, maxLength: CODE_BITS });
const lengths = new Uint8Array(SYMBOLS);

/**
 * Decodes `input` and fills `output`, whose length is the known size of the chunk.
 * Throws FormatError 'corrupt' when the chunk is damaged; `output` is then partly written.
 */
export function referenceXpress(input: Uint8Array, output: Uint8Array): void {
  readCode(input);
  const { table } = code;
  const end = input.length - 1;
  const size = output.length;
  let position = TABLE_BYTES;
  // The low `held` bits of `buffer` are read but not yet used. When words are loaded decides where the loose length
  // bytes lie, so the two load points below must stay exactly as they are.
  let buffer = 0;
  let held = 0;
  let at = 0;

  while (at < size) {
    if (held < 15) {
      buffer = (buffer << 16) | wordAt(input, position);
      position += 2;
      held += 16;
    }
    let entry = table[(buffer >>> (held - TABLE_BITS)) & 0x7ff] as number;
    if (entry === 0) entry = longCode(code, (buffer >>> (held - CODE_BITS)) & 0x7fff);
    held -= entry & 31;
    const symbol = entry >>> 5;
    if (symbol < 256) {
      output[at++] = symbol;
      continue;
    }

    if (held < 16) {
      buffer = (buffer << 16) | wordAt(input, position);
      position += 2;
      held += 16;
    }
    const log = (symbol >>> 4) & 15;
    held -= log;
    const offset = (1 << log) | ((buffer >>> held) & ((1 << log) - 1));
    let length = symbol & 15;
    if (length === 15) {
      if (position > end) throw exhausted();
      length += input[position++] as number;
      if (length === 15 + 255) {
        if (position >= end) throw exhausted();
        length = (input[position] as number) | ((input[position + 1] as number) << 8);
        position += 2;
        if (length < 15) throw new FormatError('corrupt', 'an XPRESS chunk codes a short length in the long form');
      }
    }
    length += 3;
    if (offset > at) throw new FormatError('corrupt', 'an XPRESS match begins before its chunk');
    const stop = at + length;
    if (stop > size) throw new FormatError('corrupt', 'an XPRESS match runs beyond the end of its chunk');
    copyMatch(output, { at, offset, end: stop });
    at = stop;
  }
}

function readCode(input: Uint8Array): void {
  if (input.length < TABLE_BYTES) {
    throw new FormatError('corrupt', `an XPRESS chunk of ${input.length} bytes has no room for its length table`);
  }
  for (let index = 0; index < TABLE_BYTES; index++) {
    const pair = input[index] as number;
    lengths[2 * index] = pair & 15;
    lengths[2 * index + 1] = pair >>> 4;
  }
  if (!buildPrefixCode(code, lengths, SYMBOLS)) {
    throw new FormatError('corrupt', 'an XPRESS chunk has an empty length table');
  }
}

function exhausted(): FormatError {
  return new FormatError('corrupt', 'the data of an XPRESS chunk ends too early');
}
