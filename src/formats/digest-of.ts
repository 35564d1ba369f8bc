import type { DigestAlgorithm, NewDigest } from './bytes.ts';

/** The digest of bytes that are in memory, in lower-case hexadecimal. */
export function digestOf(newDigest: NewDigest, algorithm: DigestAlgorithm, bytes: Uint8Array): string {
  const digest = newDigest(algorithm);
  digest.update(bytes);
  return digest.hex();
}
