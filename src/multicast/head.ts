/**
 * What travels with an image that is sent to many: what the file is, signed by the site that sends it. Receivers believe
 * this alone; the name in it must be a plain one before it becomes a path.
 */
import { Problem } from '../errors.ts';
import { pathFault } from '../ports/paths.ts';
import type { KeyPair, Signing } from '../ports/signing.ts';

export const headName = 'imgupdate-multicast.json';
export const longestHead = 20_000;
/** What the signature is about, so that it can stand for nothing else. */
const purpose = 'ImgUpdate multicast 1\n';

export interface Head {
  image: string;
  sourceVersion: number;
  fileName: string;
  /** Bytes. */
  size: number;
  /** Lower-case hexadecimal. */
  sha256: string;
}

export function writeHead(signing: Signing, head: Head, key: KeyPair): string {
  const signature = signing.sign(signedBytes(head), key.privateKey);
  return `${JSON.stringify({ head, publicKey: key.publicKey, signature })}\n`;
}

/** The head, and whose it is. Throws Problem ImgMulticastInvalid; whether the key is trusted, the caller decides. */
export function readHead(signing: Signing, text: string): { head: Head; fingerprint: string } {
  const { head, publicKey, signature } = parsed(text);
  if (typeof publicKey !== 'string' || typeof signature !== 'string' || !isHead(head))
    throw invalid('has not its form');
  const { image, sourceVersion, fileName, size, sha256 } = head;
  const plain = { image, sourceVersion, fileName, size, sha256 };
  if (!signing.verify(signedBytes(plain), signature, publicKey)) throw invalid('is not signed by the key in it');
  return { head: plain, fingerprint: signing.fingerprintOf(publicKey) };
}

function signedBytes({ image, sourceVersion, fileName, size, sha256 }: Head): Uint8Array {
  return new TextEncoder().encode(purpose + JSON.stringify([image, sourceVersion, fileName, size, sha256]));
}

function parsed(text: string): Record<string, unknown> {
  try {
    return Object(JSON.parse(text)) as Record<string, unknown>;
  } catch {
    throw invalid('is no JSON');
  }
}

function isHead(value: unknown): value is Head {
  const { image, sourceVersion, fileName, size, sha256 } = Object(value) as Partial<Record<keyof Head, unknown>>;
  const isCount = (count: unknown, least: number): boolean => Number.isSafeInteger(count) && (count as number) >= least;
  return (
    typeof image === 'string' &&
    isCount(sourceVersion, 1) &&
    isCount(size, 1) &&
    typeof sha256 === 'string' &&
    /^[0-9a-f]{64}$/.test(sha256) &&
    typeof fileName === 'string' &&
    isPlainName(fileName)
  );
}

/** On every system, wherever it is received. */
function isPlainName(name: string): boolean {
  return !/[\\/]/.test(name) && !/^\.+$/.test(name) && pathFault(name, 'win32') === undefined && name !== headName;
}

function invalid(why: string): Problem {
  return new Problem('ImgMulticastInvalid', { detail: `What was sent with the image ${why}.` });
}
