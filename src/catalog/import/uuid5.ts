import type { NewDigest } from '../../formats/bytes.ts';

/** Namespace of ids that are derived from facts of an update. A constant of this product; it must never change. */
export const updateNamespace = '7d0b6f0e-6a59-5c0a-9c1d-2f6f6b1f4c11';

/** Name-based UUID of version 5 (RFC 9562): the same name in the same namespace gives the same id everywhere. */
export function uuid5(name: string, namespace: string, newDigest: NewDigest): string {
  const digest = newDigest('sha1');
  digest.update(Uint8Array.from(namespace.replaceAll('-', '').match(/../g) ?? [], (pair) => Number.parseInt(pair, 16)));
  digest.update(new TextEncoder().encode(name));
  const hex = digest.hex();
  const variant = ((Number.parseInt(hex.slice(16, 18), 16) & 0x3f) | 0x80).toString(16);
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `5${hex.slice(13, 16)}`,
    variant + hex.slice(18, 20),
    hex.slice(20, 32),
  ].join('-');
}
