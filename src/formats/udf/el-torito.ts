import type { ByteSource } from '../bytes.ts';
import { viewOf } from '../wim/fields.ts';
import { BLOCK_BYTES } from './block.ts';

/** What a disc offers to start from (El Torito). */
export interface BootEntry {
  platform: 'bios' | 'uefi' | 'other';
  bootable: boolean;
  /** 0: none, as Windows media have it. */
  emulation: number;
  /** Virtual sectors of 512 bytes that are loaded. */
  sectors: number;
  /** Where what is loaded lies in the image. */
  offset: number;
}

const RECORD_SECTOR = 17;
const ENTRY = 32;
const MOST_ENTRIES = 63;
const platforms: Record<number, BootEntry['platform']> = { 0: 'bios', 239: 'uefi' };

/** The entries of the boot catalog; empty where the disc has none, or where it is broken. */
export function bootEntries(source: ByteSource): BootEntry[] {
  const record = block(source, RECORD_SECTOR);
  if (record === undefined || text(record, 1, 5) !== 'CD001' || text(record, 7, 23) !== 'EL TORITO SPECIFICATION')
    return [];
  const catalog = block(source, viewOf(record).getUint32(71, true));
  if (catalog === undefined || !isValid(catalog)) return [];
  const view = viewOf(catalog);
  const found = [entryAt(view, ENTRY, view.getUint8(1))];
  let at = 2 * ENTRY;
  while (at + ENTRY <= BLOCK_BYTES && found.length < MOST_ENTRIES) {
    const header = view.getUint8(at);
    if (header !== 0x90 && header !== 0x91) break;
    const platform = view.getUint8(at + 1);
    const count = view.getUint16(at + 2, true);
    for (let number = 1; number <= count && at + (number + 1) * ENTRY <= BLOCK_BYTES; number++) {
      found.push(entryAt(view, at + number * ENTRY, platform));
    }
    if (header === 0x91) break;
    at += (count + 1) * ENTRY;
  }
  return found;
}

function entryAt(view: DataView, at: number, platform: number): BootEntry {
  return {
    platform: platforms[platform] ?? 'other',
    bootable: view.getUint8(at) === 0x88,
    emulation: view.getUint8(at + 1) & 0x0f,
    sectors: view.getUint16(at + 6, true),
    offset: view.getUint32(at + 8, true) * BLOCK_BYTES,
  };
}

/** The first entry validates the catalog: its words sum up to nothing. */
function isValid(catalog: Uint8Array): boolean {
  const view = viewOf(catalog);
  let sum = 0;
  for (let at = 0; at < ENTRY; at += 2) sum += view.getUint16(at, true);
  return view.getUint8(0) === 1 && view.getUint16(30, true) === 0xaa55 && (sum & 0xffff) === 0;
}

function block(source: ByteSource, sector: number): Uint8Array | undefined {
  const at = sector * BLOCK_BYTES;
  return at + BLOCK_BYTES <= source.size ? source.read(at, BLOCK_BYTES) : undefined;
}

function text(bytes: Uint8Array, at: number, length: number): string {
  return String.fromCharCode(...bytes.subarray(at, at + length));
}
