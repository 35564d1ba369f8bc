import { expect, it } from 'vitest';
import { LENGTH_SLOTS, OFFSET_SLOTS, offsetSlotCount, type SlotTable } from '../../../src/formats/lzms/slots.ts';

const end = ({ base, extraBits }: SlotTable) => (base.at(-1) ?? 0) + 2 ** (extraBits.at(-1) ?? 0);

it('has the offset slots of the format', () => {
  const { base } = OFFSET_SLOTS;

  expect(base).toHaveLength(799);
  expect([8, 9, 17, 100, 798].map((slot) => base[slot])).toEqual([9, 13, 45, 0x20a5, 0x65be4a5]);
  expect(end(OFFSET_SLOTS)).toBe(0x465be4a5);
});

it('has the length slots of the format', () => {
  const { base } = LENGTH_SLOTS;

  expect(base).toHaveLength(54);
  expect([0, 26, 53].map((slot) => base[slot])).toEqual([1, 27, 0x108ab]);
  expect(end(LENGTH_SLOTS)).toBe(0x400108ab);
});

it.each([
  [0, 0],
  [1, 0],
  [2, 1],
  [3, 2],
  [9, 8],
  [10, 9],
  [13, 9],
  [14, 10],
  [0x65be4a6, 799],
])('codes offsets in a chunk of %i bytes with %i slots', (size, count) => {
  expect(offsetSlotCount(size)).toBe(count);
});
