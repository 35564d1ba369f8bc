/**
 * Slots of LZMS: an offset or a length is coded as the number of a slot, then extra bits: `base[slot] + extra bits`.
 * The tables are given as runs of slots with the same number of extra bits.
 */
export interface SlotTable {
  base: Uint32Array;
  extraBits: Uint8Array;
}

/** [extra bits, how many slots in a row have them] */
const OFFSET_RUNS: readonly (readonly [number, number])[] = [
  [0, 8],
  [2, 9],
  [3, 7],
  [4, 10],
  [5, 15],
  [6, 15],
  [7, 20],
  [8, 20],
  [9, 30],
  [10, 33],
  [11, 40],
  [12, 42],
  [13, 45],
  [14, 60],
  [15, 73],
  [16, 80],
  [17, 85],
  [18, 95],
  [19, 105],
  [20, 6],
  [30, 1],
];
const LENGTH_RUNS: readonly (readonly [number, number])[] = [
  [0, 26],
  [1, 4],
  [2, 6],
  [3, 4],
  [4, 5],
  [5, 2],
  [6, 1],
  [7, 1],
  [8, 1],
  [9, 1],
  [10, 1],
  [16, 1],
  [30, 1],
];

export const OFFSET_SLOTS: SlotTable = slotTable(OFFSET_RUNS);
export const LENGTH_SLOTS: SlotTable = slotTable(LENGTH_RUNS);

/** How many offset slots the codes of a chunk of `size` bytes have: up to the one that holds its largest offset. */
export function offsetSlotCount(size: number): number {
  return size < 2 ? 0 : slotOf(OFFSET_SLOTS, size - 1) + 1;
}

/** The slot that a number from 1 on is coded in. */
export function slotOf({ base }: SlotTable, value: number): number {
  let low = 0;
  let high = base.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((base[middle] as number) <= value) low = middle;
    else high = middle - 1;
  }
  return low;
}

function slotTable(runs: readonly (readonly [number, number])[]): SlotTable {
  const extraBits = runs.flatMap(([bits, count]) => new Array<number>(count).fill(bits));
  const base = new Uint32Array(extraBits.length);
  let next = 1;
  extraBits.forEach((bits, slot) => {
    base[slot] = next;
    next += 2 ** bits;
  });
  return { base, extraBits: Uint8Array.from(extraBits) };
}
