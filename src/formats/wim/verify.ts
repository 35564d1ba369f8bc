import type { ByteSource, NewDigest } from '../bytes.ts';
import { FormatError } from '../format-error.ts';
import { ResourceDecoder, type ResourceFormat } from './resource.ts';
import type { WimBlob, WimResourceCheck } from './types.ts';

/** Decodes each of `blobs` in the order of the file and compares its SHA-1. A bad one becomes a result. */
export function* verifyResources(
  source: ByteSource,
  options: { blobs: readonly WimBlob[]; format: ResourceFormat; newDigest: NewDigest },
): Generator<WimResourceCheck> {
  const { format, newDigest } = options;
  const blobs = [...new Set(options.blobs)].sort((first, second) => first.offset - second.offset);
  let buffer = new Uint8Array(1 << 20);
  let end = 0;
  for (const blob of blobs) {
    let reason = blob.offset < end ? 'it shares bytes of the file with another resource' : '';
    end = Math.max(end, blob.offset + blob.storedSize);
    try {
      const decoder = new ResourceDecoder(source, blob, format);
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
