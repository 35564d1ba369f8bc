/**
 * The head of a bundle, `bundle.json`: what lies in it, by digest and size, signed by the site that made it. Files lie
 * under their digests; a name that stands in a bundle never becomes a path.
 */
import { join } from 'node:path';
import { Problem } from '../../errors.ts';
import type { Files } from '../../ports/files.ts';
import type { Signing } from '../../ports/signing.ts';
import { fingerprintIn, noKeyText } from '../../site/site-key.ts';

export const manifestName = 'bundle.json';
const longest = 64 * 1024 * 1024;
/** What the signature is about, so that it can stand for nothing else. */
const purpose = 'ImgUpdate bundle 1\n';

/** A file of the bundle. */
export interface BundleFile {
  /** Lower-case hexadecimal. */
  sha256: string;
  size: number;
}

/** Records, one a line, compressed. `held`: the other side has it, so it may be missing. */
export interface BundlePart extends BundleFile {
  records: number;
  held: boolean;
}

/** A package file and the update that it belongs to. */
export interface BundleContent extends BundleFile {
  /** As it was called; for people. */
  name: string;
  uniqueId: string;
  standIn: boolean;
  held: boolean;
}

export interface BundleList {
  version: 1;
  /** RFC 3339, UTC. */
  made: string;
  updates: BundlePart[];
  releases: BundlePart[];
  contents: BundleContent[];
}

export interface Bundle {
  list: BundleList;
  fingerprint: string;
  publicKey: string;
}

/** Where a file lies in the folder of a bundle. */
export function bundlePath(folder: string, sha256: string): string {
  return join(folder, 'files', sha256.slice(0, 2), sha256);
}

export function writeManifest(
  { files, signing }: { files: Files; signing: Signing },
  folder: string,
  list: BundleList,
  key: { privateKey: string; publicKey: string },
): void {
  const signature = signing.sign(signedBytes(list), key.privateKey);
  const text = `${JSON.stringify({ list, publicKey: key.publicKey, signature }, null, 1)}\n`;
  files.replaceText(join(folder, manifestName), text);
}

/**
 * Reads the head and checks its signature, not whose it is. Throws Problem ImgFileNotFound (there is no bundle) and
 * ImgBundleInvalid.
 */
export function readManifest({ files, signing }: { files: Files; signing: Signing }, folder: string): Bundle {
  const path = join(folder, manifestName);
  if (files.facts(path)?.kind !== 'file') {
    throw new Problem('ImgFileNotFound', { detail: `${folder} holds no bundle: there is no ${manifestName} in it.` });
  }
  const { list, publicKey, signature } = parsed(files, path);
  if (typeof publicKey !== 'string' || typeof signature !== 'string' || typeof list !== 'object' || list === null) {
    throw invalid(path, 'it has not the form of one');
  }
  // What is checked is exactly what is used: the list as it was read, written again.
  if (!signing.verify(signedBytes(list), signature, publicKey)) {
    throw invalid(path, 'its signature does not belong to its content and key');
  }
  return { list: checkedList(list, path), fingerprint: signing.fingerprintOf(publicKey), publicKey };
}

/** Throws Problem ImgBundleInvalid, which names the fingerprint. `trusted`: fingerprints. */
export function assertTrusted({ fingerprint }: Bundle, trusted: readonly string[], folder: string): void {
  if (trusted.includes(fingerprint)) return;
  throw new Problem('ImgBundleInvalid', {
    detail: `The bundle in ${folder} was signed with the key ${fingerprint}, which this site does not trust.`,
    remedy: `Compare this fingerprint with what \`imgupdate site show\` prints at the site that made the bundle; if it is the same, pass --trust ${fingerprint}.`,
  });
}

/** The fingerprint that somebody wrote, or that of the public key. Throws Problem ImgBundleInvalid. */
export function fingerprintFrom(signing: Signing, written: string): string {
  const fingerprint = fingerprintIn(signing, written);
  if (fingerprint !== undefined) return fingerprint;
  throw new Problem('ImgBundleInvalid', {
    detail: noKeyText(written),
    remedy:
      'Copy it from `imgupdate site show` or from the result of `imgupdate bundle export` at the site that made the bundle.',
  });
}

function signedBytes(list: object): Uint8Array {
  return new TextEncoder().encode(purpose + JSON.stringify(list));
}

function parsed(files: Files, path: string): Record<'list' | 'publicKey' | 'signature', unknown> {
  let value: unknown;
  try {
    value = JSON.parse(files.text(path, longest));
  } catch (error) {
    if (error instanceof SyntaxError) throw invalid(path, 'it is not JSON; it may be cut off');
    if (error instanceof RangeError) throw invalid(path, 'it is too long');
    throw error;
  }
  if (typeof value !== 'object' || value === null) throw invalid(path, 'it is no object');
  return value as Record<'list' | 'publicKey' | 'signature', unknown>;
}

/** The list has a good signature; that it has our form is checked nevertheless: it may be a later version's. */
function checkedList(value: object, path: string): BundleList {
  const list = value as Partial<BundleList>;
  if (list.version !== 1)
    throw invalid(path, `it has version ${JSON.stringify(list.version)}, and this program reads 1`);
  const parts = [list.updates, list.releases].flatMap((each) => (Array.isArray(each) ? each : [null]));
  const contents = Array.isArray(list.contents) ? list.contents : [null];
  const good =
    typeof list.made === 'string' &&
    !Number.isNaN(Date.parse(list.made)) &&
    parts.every((part) => isFile(part) && isCount(part.records) && typeof part.held === 'boolean') &&
    contents.every(
      (content) =>
        isFile(content) &&
        typeof content.name === 'string' &&
        typeof content.uniqueId === 'string' &&
        typeof content.standIn === 'boolean' &&
        typeof content.held === 'boolean',
    );
  if (!good) throw invalid(path, 'its list has another form');
  return list as BundleList;
}

function isFile<T extends BundleFile>(value: T | null): value is T {
  return typeof value === 'object' && value !== null && /^[0-9a-f]{64}$/.test(value.sha256) && isCount(value.size);
}

function isCount(value: unknown): boolean {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
}

function invalid(path: string, why: string): Problem {
  return new Problem('ImgBundleInvalid', { detail: `${path} is no bundle that can be used: ${why}.` });
}
