import { FormatError } from '../format-error.ts';
import { buildPrefixCode, newPrefixCode } from '../huffman/prefix-code.ts';
import type { WordReader } from '../huffman/word-reader.ts';

const SYMBOLS = 20;
const pretree = newPrefixCode({ symbols: SYMBOLS, tableBits: 7, maxLength: 15 });
const pretreeLengths = new Uint8Array(SYMBOLS);

/**
 * Reads one run of codeword lengths, `lengths[first]` up to but not including `lengths[last]`. They are coded as the
 * difference to what the array holds from the block before, by a small code (the pretree) that comes first.
 */
export function readCodeLengths(reader: WordReader, lengths: Uint8Array, run: { first: number; last: number }): void {
  for (let symbol = 0; symbol < SYMBOLS; symbol++) pretreeLengths[symbol] = reader.bits(4);
  if (!buildPrefixCode(pretree, pretreeLengths, SYMBOLS)) throw malformed('an LZX block has an empty pretree');
  let at = run.first;
  while (at < run.last) {
    const symbol = reader.symbol(pretree);
    if (symbol <= 16) {
      lengths[at] = changed(lengths[at] as number, symbol);
      at += 1;
      continue;
    }
    let count: number;
    let value = 0;
    if (symbol === 17) count = reader.bits(4) + 4;
    else if (symbol === 18) count = reader.bits(5) + 20;
    else {
      count = reader.bits(1) + 4;
      const difference = reader.symbol(pretree);
      if (difference > 16) throw malformed('an LZX block repeats something that is not a length');
      value = changed(lengths[at] as number, difference);
    }
    if (at + count > run.last) throw malformed('the codeword lengths of an LZX block run beyond their code');
    lengths.fill(value, at, at + count);
    at += count;
  }
}

function changed(previous: number, difference: number): number {
  return (previous - difference + 17) % 17;
}

function malformed(message: string): FormatError {
  return new FormatError('corrupt', message);
}
