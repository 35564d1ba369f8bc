import type { ByteSource } from '../bytes.ts';
import { FormatError } from '../format-error.ts';
import { BLOCK_BYTES } from './block.ts';
import type { UdfPlace } from './types.ts';
import type { VolumeFacts } from './volume.ts';

/** The blocks of a volume: places in its partitions become bytes of the image. */
export class Disc {
  readonly source: ByteSource;
  readonly #partitions: VolumeFacts['partitions'];

  constructor(source: ByteSource, partitions: VolumeFacts['partitions']) {
    this.source = source;
    this.#partitions = partitions;
  }

  /** The offset of `length` bytes in the image. Throws FormatError 'corrupt' outside of the partition, 'truncated' of the image. */
  offsetOf({ partition, block }: UdfPlace, length: number): number {
    const bounds = this.#partitions[partition];
    if (bounds === undefined) throw new FormatError('corrupt', `the disc names a partition ${partition}, and has none`);
    if (block * BLOCK_BYTES + length > bounds.length * BLOCK_BYTES) {
      throw new FormatError('corrupt', `${length} bytes from block ${block} on lie beyond the end of their partition`);
    }
    const offset = (bounds.start + block) * BLOCK_BYTES;
    if (offset + length > this.source.size) {
      throw new FormatError(
        'truncated',
        `the image of the disc has ${this.source.size} bytes, and a part of it ends at ${offset + length}`,
      );
    }
    return offset;
  }

  /** One block. */
  read(place: UdfPlace): Uint8Array {
    return this.source.read(this.offsetOf(place, BLOCK_BYTES), BLOCK_BYTES);
  }
}
