/** A part of `npm run crash-matrix`: what the other tests of kills have not, the end of a step and a second kill there. */
import { expect, it } from 'vitest';
import { type CrashCell, crashCells, tryCrash } from './matrix/crash-cells.ts';

it.each<CrashCell>([
  { shape: 'OS image', step: '04-add-update-1', moment: 'middle', kill: 'twice' },
  { shape: 'OS image', step: '05-unmount-1', moment: 'end', kill: 'worker' },
  { shape: 'OS image', step: '07-publish', moment: 'end', kill: 'everything' },
  { shape: 'upgrade package', step: '08-unmount-re1', moment: 'end', kill: 'everything' },
  { shape: 'upgrade package', step: '19-unmount-boot1', moment: 'end', kill: 'twice' },
  { shape: 'upgrade package', step: '09-export-re1', moment: 'start', kill: 'everything' },
  { shape: 'upgrade package', step: '23-unmount-boot2', moment: 'middle', kill: 'worker' },
  { shape: 'upgrade package', step: '26-take-setup', moment: 'end', kill: 'twice' },
  { shape: 'upgrade package', step: '27-take-boot-managers', moment: 'end', kill: 'worker' },
  { shape: 'upgrade package', step: '28-update-boot-manager', moment: 'end', kill: 'twice' },
  { shape: 'upgrade package', step: '30-publish', moment: 'middle', kill: 'everything' },
  { shape: 'additions', step: '03-take-features', moment: 'middle', kill: 'worker' },
  { shape: 'additions', step: '06-add-capability-1', moment: 'end', kill: 'twice' },
  { shape: 'additions', step: '11-add-drivers-1', moment: 'middle', kill: 'everything' },
  { shape: 'additions', step: '16-distribute', moment: 'start', kill: 'everything' },
  { shape: 'ISO in', step: 'image', moment: 'end', kill: 'worker' },
  { shape: 'ISO in', step: 'image', moment: 'end', kill: 'everything' },
  { shape: 'ISO in', step: 'media', moment: 'middle', kill: 'twice' },
  { shape: 'ISO in', step: 'media', moment: 'end', kill: 'worker' },
  { shape: 'ISO in', step: 'media', moment: 'end', kill: 'twice' },
  { shape: 'multi-index', step: '08-add-update-2', moment: 'end', kill: 'everything' },
  { shape: 'multi-index', step: '11-export', moment: 'middle', kill: 'worker' },
])('$shape, $step, $moment, $kill', async (cell) => {
  expect(crashCells).toContainEqual(cell);
  expect(await tryCrash(cell)).toEqual([]);
});
