import { Assembled, type AssembledDecoder } from '../assembled.ts';
import { module } from './module.ts';
import { LEAST_INPUT } from './reference.ts';
import { LENGTH_SLOTS, OFFSET_SLOTS, offsetSlotCount, type SlotTable } from './slots.ts';

/** What `../assembly/lzms.ts` exports. */
interface Lzms extends AssembledDecoder {
  /** Where the slot tables go: room for the bases of so many slots, then their extra bits. */
  offsetSlots(): number;
  lengthSlots(): number;
  start(inputSize: number, outputSize: number, slots: number): number;
  decode(size: number): number;
  restoreTargets(): void;
}

const MOST_OFFSET_SLOTS = 800;
const MOST_LENGTH_SLOTS = 64;
/** Content that is decoded by one call: the platform changes to faster code, once it has it, between two calls. */
const STEP_BYTES = 65_536;

const shared = newDecoder();

/** Like `referenceLzms`, but returns false, with `output` as it was, for what it cannot decode. */
export function assembledLzms(input: Uint8Array, output: Uint8Array): boolean {
  return (
    hasPossibleSize(input) && shared.decode(input, output, (decoder) => decodeAll(decoder, input.length, output.length))
  );
}

/** Decodes large chunks one after the other, without the copy of the content that `assembledLzms` makes. */
export class LzmsInPlace {
  readonly #decoder = newDecoder(Number.POSITIVE_INFINITY);

  /** The content, which the next call writes over; undefined for what cannot be decoded. */
  decode(input: Uint8Array, size: number): Uint8Array | undefined {
    if (!hasPossibleSize(input)) return undefined;
    return this.#decoder.decodeInPlace(input, size, (decoder) => decodeAll(decoder, input.length, size));
  }
}

function newDecoder(keptBytes?: number): Assembled<Lzms> {
  const prepare = (decoder: Lzms): void => {
    putSlots(decoder, OFFSET_SLOTS, decoder.offsetSlots(), MOST_OFFSET_SLOTS);
    putSlots(decoder, LENGTH_SLOTS, decoder.lengthSlots(), MOST_LENGTH_SLOTS);
  };
  return new Assembled<Lzms>(module, keptBytes === undefined ? { prepare } : { prepare, keptBytes });
}

function hasPossibleSize(input: Uint8Array): boolean {
  return input.length >= LEAST_INPUT && input.length % 2 === 0;
}

function decodeAll(decoder: Lzms, inputSize: number, outputSize: number): boolean {
  if (decoder.start(inputSize, outputSize, offsetSlotCount(outputSize)) === 0) return false;
  for (let done = 0; done < outputSize; done += STEP_BYTES) {
    if (decoder.decode(done + STEP_BYTES) === 0) return false;
  }
  decoder.restoreTargets();
  return true;
}

function putSlots({ memory }: Lzms, { base, extraBits }: SlotTable, place: number, room: number): void {
  const view = new DataView(memory.buffer);
  for (const [slot, first] of base.entries()) view.setUint32(place + 4 * slot, first, true);
  new Uint8Array(memory.buffer).set(extraBits, place + 4 * room);
}
