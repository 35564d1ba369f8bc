import { copyMatch } from '../copy-match.ts';
import { FormatError } from '../format-error.ts';
import { newAdaptiveCode, startCode } from './adaptive-code.ts';
import { restoreTargets } from './call-targets.ts';
import { Decision } from './decision.ts';
import { copyDelta } from './delta.ts';
import { MatchSources } from './match-sources.ts';
import { ITEM_CONTEXTS, LENGTHS, LITERALS, MATCH_CONTEXTS } from './model.ts';
import { RangeDecoder } from './range-decoder.ts';
import { LENGTH_SLOTS, offsetSlotCount } from './slots.ts';
import { SymbolReader } from './symbol-reader.ts';

/**
 * The decoder of LZMS that every other one is held against. Two streams share the bytes of a chunk: binary decisions
 * from the beginning forwards (`range-decoder.ts`), symbols and plain bits from the end backwards (`symbol-reader.ts`).
 * An item is a literal byte, an LZ match or a delta match; everything that foretells the next one follows the data.
 * All tables live in this module and are started again for each chunk, so decoding allocates next to nothing.
 */
/** Bytes of the shortest chunk. */
export const LEAST_INPUT = 4;

const range = new RangeDecoder();
const symbols = new SymbolReader();
const isMatch = new Decision(ITEM_CONTEXTS);
const isDelta = new Decision(MATCH_CONTEXTS);
const literalCode = newAdaptiveCode({ ...LITERALS, tableBits: 10 });
const lengthCode = newAdaptiveCode({ ...LENGTHS, tableBits: 10 });
const lzSources = new MatchSources({ powers: false });
const deltaSources = new MatchSources({ powers: true });

/**
 * Decodes `input` and fills `output`, whose length is the known size of the chunk. Throws FormatError 'corrupt' when the
 * chunk is damaged; `output` is then partly written. Time is bounded by the sizes of both, also for hostile input.
 */
export function referenceLzms(input: Uint8Array, output: Uint8Array): void {
  if (input.length < LEAST_INPUT || input.length % 2 !== 0) {
    throw new FormatError('corrupt', `an LZMS chunk cannot have ${input.length} bytes`);
  }
  start(input, output.length);
  decodeItems(output);
  restoreTargets(output);
}

function start(input: Uint8Array, size: number): void {
  const slots = offsetSlotCount(size);
  range.start(input);
  symbols.start(input);
  isMatch.start();
  isDelta.start();
  startCode(literalCode, LITERALS.symbols);
  startCode(lengthCode, LENGTHS.symbols);
  lzSources.start(slots);
  deltaSources.start(slots);
}

function decodeItems(output: Uint8Array): void {
  const size = output.length;
  /** Of the item before, when it was a match. */
  let before: MatchSources | undefined;
  for (let at = 0; at < size; ) {
    if (isMatch.next(range) === 0) {
      output[at++] = symbols.symbol(literalCode);
      before = undefined;
      continue;
    }
    const sources = isDelta.next(range) === 0 ? lzSources : deltaSources;
    sources.next(range, symbols, before === sources);
    before = sources;
    const { power, offset } = sources;
    const end = at + symbols.slotted(lengthCode, LENGTH_SLOTS);
    if (end > size) throw new FormatError('corrupt', 'an LZMS match runs beyond the end of its chunk');
    if (sources === deltaSources) copyDelta(output, { at, end, power, offset });
    else {
      if (offset > at) throw new FormatError('corrupt', 'an LZMS match begins before its chunk');
      copyMatch(output, { at, end, offset });
    }
    at = end;
  }
}
