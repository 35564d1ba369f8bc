import { createHash } from 'node:crypto';
import type { NewDigest } from '../formats/bytes.ts';

/** Digests by the platform's own implementation. */
export const newDigest: NewDigest = (algorithm) => {
  const hash = createHash(algorithm);
  return {
    update: (bytes) => {
      hash.update(bytes);
    },
    hex: () => hash.digest('hex'),
  };
};
