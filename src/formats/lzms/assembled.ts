import { Assembled, type AssembledDecoder } from '../assembled.ts';
import { module } from './module.ts';
import { LEAST_INPUT } from './reference.ts';
import { LENGTH_SLOTS, OFFSET_SLOTS, offsetSlotCount, type SlotTable } from './slots.ts';

/** What `assembly/lzms.ts` exports. */
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

const lzms = new Assembled<Lzms>(module, (decoder) => {
  putSlots(decoder, OFFSET_SLOTS, decoder.offsetSlots(), MOST_OFFSET_SLOTS);
  putSlots(decoder, LENGTH_SLOTS, decoder.lengthSlots(), MOST_LENGTH_SLOTS);
});

/** Like `referenceLzms`, but returns false, with `output` as it was, for what it cannot decode. */
export function assembledLzms(input: Uint8Array, output: Uint8Array): boolean {
  if (input.length < LEAST_INPUT || input.length % 2 !== 0) return false;
  return lzms.decode(input, output, (decoder) => {
    if (decoder.start(input.length, output.length, offsetSlotCount(output.length)) === 0) return false;
    for (let done = 0; done < output.length; done += STEP_BYTES) {
      if (decoder.decode(done + STEP_BYTES) === 0) return false;
    }
    decoder.restoreTargets();
    return true;
  });
}

function putSlots({ memory }: Lzms, { base, extraBits }: SlotTable, place: number, room: number): void {
  const view = new DataView(memory.buffer);
  for (const [slot, first] of base.entries()) view.setUint32(place + 4 * slot, first, true);
  new Uint8Array(memory.buffer).set(extraBits, place + 4 * room);
}
