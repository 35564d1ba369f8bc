import type { ByteSource } from '../bytes.ts';
import { FormatError } from '../format-error.ts';
import { viewOf } from '../wim/fields.ts';
import { BLOCK_BYTES, readSector } from './block.ts';
import { decodeField } from './names.ts';
import { checkTag, TAG, tagOf } from './tag.ts';
import type { UdfPlace } from './types.ts';

/** What the descriptors of a volume say: where its partitions lie, and where its set of files begins. */
export interface VolumeFacts {
  label: string;
  /** In the order of the map, which places count in. Sectors. */
  partitions: { start: number; length: number }[];
  fileSet: UdfPlace;
}

const ANCHOR_SECTOR = 256;
/** Sequences have some six descriptors, and 16 sectors. */
const MOST_SECTORS = 256;

/**
 * Reads the descriptors of the volume: the main sequence, and where that is damaged the reserve. Throws FormatError
 * 'truncated', 'corrupt', or 'unsupported' for what UDF 1.02 does not know.
 */
export function readVolume(source: ByteSource): VolumeFacts {
  const anchor = viewOf(readAnchor(source));
  const sequence = (at: number) => ({ bytes: anchor.getUint32(at, true), sector: anchor.getUint32(at + 4, true) });
  try {
    return readSequence(source, sequence(16));
  } catch (error) {
    if (!(error instanceof FormatError) || error.code === 'unsupported') throw error;
    try {
      return readSequence(source, sequence(24));
    } catch {
      // What is wrong with the first one is what there is to say.
      throw error;
    }
  }
}

function readAnchor(source: ByteSource): Uint8Array {
  const sectors = Math.floor(source.size / BLOCK_BYTES);
  if (sectors <= ANCHOR_SECTOR) throw new FormatError('truncated', 'the image of the disc ends before its anchor');
  for (const sector of [ANCHOR_SECTOR, sectors - 1 - ANCHOR_SECTOR, sectors - 1]) {
    if (sector < ANCHOR_SECTOR) continue;
    const bytes = readSector(source, sector, 'an anchor');
    if (tagOf(bytes) === TAG.anchor && viewOf(bytes).getUint32(12, true) === sector) return bytes;
  }
  throw new FormatError('corrupt', 'none of the anchors of the disc holds');
}

/** Descriptors in force by what they describe: of two the one with the higher number in the sequence. */
interface InForce {
  volume?: Uint8Array;
  partitions: Map<number, Uint8Array>;
}

function readSequence(source: ByteSource, first: { bytes: number; sector: number }): VolumeFacts {
  const found: InForce = { partitions: new Map() };
  let { sector } = first;
  let end = sector + Math.floor(first.bytes / BLOCK_BYTES);
  for (let read = 0; sector < end && read < MOST_SECTORS; read++) {
    const bytes = readSector(source, sector, 'the end of the description of its volume');
    // What lies behind the descriptors may be anything.
    if (viewOf(bytes).getUint16(0, true) === 0) break;
    const id = checkTag(bytes, { ids: sequenceTags, location: sector, what: 'a description of the volume' });
    if (id === TAG.terminator) break;
    sector += 1;
    if (id === TAG.pointer) {
      const view = viewOf(bytes);
      sector = view.getUint32(24, true);
      end = sector + Math.floor(view.getUint32(20, true) / BLOCK_BYTES);
    } else if (id === TAG.logicalVolume) {
      found.volume = newer(found.volume, bytes);
    } else if (id === TAG.partition) {
      const number = viewOf(bytes).getUint16(22, true);
      found.partitions.set(number, newer(found.partitions.get(number), bytes));
    }
  }
  return factsOf(found);
}

/** 4 and 7 (use of the implementation, free space) may stand in it too, and say nothing to a reader. */
const sequenceTags = [TAG.primary, TAG.pointer, 4, TAG.partition, TAG.logicalVolume, 7, TAG.terminator];

function newer(known: Uint8Array | undefined, found: Uint8Array): Uint8Array {
  const number = (bytes: Uint8Array) => viewOf(bytes).getUint32(16, true);
  return known !== undefined && number(known) > number(found) ? known : found;
}

function factsOf({ volume, partitions }: InForce): VolumeFacts {
  if (volume === undefined) throw new FormatError('corrupt', 'the disc describes no volume');
  const view = viewOf(volume);
  const blockSize = view.getUint32(212, true);
  if (blockSize !== BLOCK_BYTES) {
    throw new FormatError('unsupported', `volumes with blocks of ${blockSize} bytes are not read`);
  }
  return {
    label: decodeField(volume.subarray(84, 212)),
    partitions: mapOf(volume).map((number) => {
      const partition = partitions.get(number);
      if (partition === undefined) throw new FormatError('corrupt', `the disc does not describe partition ${number}`);
      const described = viewOf(partition);
      return { start: described.getUint32(188, true), length: described.getUint32(192, true) };
    }),
    fileSet: { block: view.getUint32(252, true), partition: view.getUint16(256, true) },
  };
}

const MAPS_AT = 440;

/** The partitions that the volume names, by their numbers. */
function mapOf(volume: Uint8Array): number[] {
  const view = viewOf(volume);
  const end = MAPS_AT + view.getUint32(264, true);
  const count = view.getUint32(268, true);
  const numbers: number[] = [];
  for (let at = MAPS_AT; numbers.length < count; ) {
    const length = at + 6 <= Math.min(end, volume.length) ? (volume[at + 1] as number) : 0;
    if (length < 6) throw new FormatError('corrupt', 'the map of the partitions of the disc is damaged');
    if (volume[at] !== 1) throw otherPartition(volume.subarray(at + 5, at + 28));
    numbers.push(view.getUint16(at + 4, true));
    at += length;
  }
  return numbers;
}

function otherPartition(identifier: Uint8Array): FormatError {
  const name = String.fromCharCode(...identifier.filter((byte) => byte >= 0x20 && byte < 0x7f));
  return new FormatError('unsupported', `discs with a partition of the type '${name}' are not read, UDF 1.02 has none`);
}
