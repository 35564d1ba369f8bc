import type { PointManifest, PointManifestFile } from '../../../contract/generated/types.ts';
import { pointManifest } from '../../../contract/generated/validators/point-manifest.js';
import { pointManifestFile } from '../../../contract/generated/validators/point-manifest-file.js';
import type { KeyPair, Signing } from '../../../ports/signing.ts';

/** Larger manifests are of no distribution point: some thousand images with all their versions fit. */
export const longestManifest = 32 * 1024 * 1024;

/** The text of `manifest.json`: one file, so that text and signature are never of two states. */
export function signManifest(signing: Signing, key: KeyPair, manifest: PointManifest): string {
  const text = JSON.stringify(manifest);
  const file: PointManifestFile = {
    formatVersion: '1.0',
    manifest: text,
    publicKey: key.publicKey,
    signature: signing.sign(new TextEncoder().encode(text), key.privateKey),
  };
  return `${JSON.stringify(file)}\n`;
}

export type ReadManifest = { manifest: PointManifest; fingerprint: string } | { wrong: string };

/** What a `manifest.json` says, when the signature is that of the key in it. Whose key that is, the caller decides. */
export function readManifest(signing: Signing, text: string): ReadManifest {
  const file = parsed(text);
  if (!pointManifestFile(file)) return { wrong: 'it is no manifest of a distribution point' };
  const { manifest: inner, publicKey, signature } = file as PointManifestFile;
  if (!signing.verify(new TextEncoder().encode(inner), signature, publicKey)) {
    return { wrong: 'its signature does not fit: it was changed, or not made by a site' };
  }
  const manifest = parsed(inner);
  if (!pointManifest(manifest)) return { wrong: 'it is signed, and of a shape that is not known' };
  return { manifest: manifest as PointManifest, fingerprint: signing.fingerprintOf(publicKey) };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
