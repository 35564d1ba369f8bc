import type { NewDigest } from '../bytes.ts';
import { FormatError } from '../format-error.ts';
import type { ContentDecoder } from './decompress-chunk.ts';
import { storageOrder } from './storage-order.ts';
import type { WimBlob, WimResourceCheck } from './types.ts';

/** Decodes each of `blobs` in the order of `storageOrder` and compares its SHA-1. A bad one becomes a result. */
export function* verifyResources(
  blobs: Iterable<WimBlob>,
  options: { decoderOf: (blob: WimBlob) => ContentDecoder; newDigest: NewDigest },
): Generator<WimResourceCheck> {
  const { decoderOf, newDigest } = options;
  let buffer = new Uint8Array(1 << 20);
  let run: number | undefined;
  let end = 0;
  for (const blob of [...new Set(blobs)].sort(storageOrder)) {
    // Every run of solid resources counts its offsets from 0.
    if (blob.solidRun !== run) end = 0;
    run = blob.solidRun;
    let reason = blob.offset < end ? 'it shares bytes of the file with another resource' : '';
    end = Math.max(end, blob.offset + (blob.solid ? blob.size : blob.storedSize));
    try {
      const decoder = decoderOf(blob);
      const digest = newDigest('sha1');
      for (let length = decoder.nextLength; length > 0; length = decoder.nextLength) {
        if (length > buffer.length) buffer = new Uint8Array(length);
        const piece = buffer.subarray(0, length);
        decoder.decodeNext(piece);
        digest.update(piece);
      }
      const sha1 = digest.hex();
      if (sha1 !== blob.sha1) reason = `its content has the SHA-1 ${sha1}`;
    } catch (error) {
      if (!(error instanceof FormatError)) throw error;
      reason = error.message;
    }
    yield { sha1: blob.sha1, size: blob.size, ok: reason === '', reason };
  }
}
