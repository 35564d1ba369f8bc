import type { ByteSource } from '../bytes.ts';
import { BLOCK_BYTES } from './block.ts';

/** What an image of a disc is recorded with: UDF (perhaps beside ISO 9660), ISO 9660 alone, neither. */
export type DiscForm = 'udf' | 'iso9660' | 'none';

/** Real sequences have some five descriptors; what is longer is none. */
const MOST_DESCRIPTORS = 64;
const FIRST_SECTOR = 16;
const known = new Set(['CD001', 'BEA01', 'NSR02', 'NSR03', 'TEA01', 'BOOT2', 'CDW02']);

/** Reads the descriptors from sector 16 on, up to the first that is none. */
export function discForm(source: ByteSource): DiscForm {
  let form: DiscForm = 'none';
  for (let sector = FIRST_SECTOR; sector < FIRST_SECTOR + MOST_DESCRIPTORS; sector++) {
    const at = sector * BLOCK_BYTES + 1;
    if (at + 5 > source.size) break;
    const id = String.fromCharCode(...source.read(at, 5));
    if (!known.has(id)) break;
    if (id === 'NSR02' || id === 'NSR03') return 'udf';
    if (id === 'CD001') form = 'iso9660';
  }
  return form;
}
