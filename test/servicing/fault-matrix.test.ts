/** A part of `npm run fault-matrix`: one code of every reaction, and a mount that was lost in the middle of a step. */
import { expect, it } from 'vitest';
import { faultCells, nameOf, tryFault } from './matrix/fault-cells.ts';
import { coverageOf, sampleOf } from './matrix/sample.ts';

const chosen = [
  '0x80070020 mount',
  '0x80070005 export',
  '0x800f0838 add-update',
  '0x800f081e add-update',
  '0x8007007e add-update boot',
  '0x800f081e add-update boot',
  '0x800f081e add-stack re',
  '0x800f0922 add-update re',
  '0x800f081e add-language',
  '0x800f0982 clean-up boot',
  '0xc1420117 unmount re',
  '0x800f081f enable-feature',
  '0xc1510114 clean-up',
  '0xc1420117 unmount',
  '0xc1420118 unmount',
];

it.each(chosen)('%s: the reaction is the one of the code table', async (name) => {
  const cell = faultCells.find((each) => nameOf(each) === name);

  expect(cell).toBeDefined();
  if (cell !== undefined) expect(await tryFault(cell)).toEqual([]);
});

it('a seed always chooses the same part, another one another', () => {
  const part = (seed: number) => sampleOf(faultCells, coverageOf([`--seed=${seed}`], 10)).map(nameOf);

  expect(part(7)).toHaveLength(10);
  expect(part(7)).toEqual(part(7));
  expect(part(7)).not.toEqual(part(8));
  expect(sampleOf(faultCells, coverageOf(['--all'], 10))).toHaveLength(faultCells.length);
});
