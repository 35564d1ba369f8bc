/** The records of a bundle: files of gzip'd JSON lines, each read whole after its digest was compared. */
import { digestOf } from '../../formats/digest-of.ts';
import type { Ports } from '../../ports/index.ts';
import type { UpdateDocument, UpdateFile } from '../../updates/update.ts';
import { type BundleFile, bundlePath } from './manifest.ts';

/** Bytes of the longest part, as it lies there and expanded. */
const longest = 128 * 1024 * 1024;
const longestExpanded = 1024 * 1024 * 1024;

/** Why a part gives nothing. */
export class PartError extends Error {}

/** Throws `PartError`: it is missing, cut, changed, or not compressed as it should be. */
export function readPart(
  { files, newDigest, compression }: Pick<Ports, 'files' | 'newDigest' | 'compression'>,
  folder: string,
  part: BundleFile,
): Uint8Array {
  const path = bundlePath(folder, part.sha256);
  const facts = files.facts(path);
  if (facts?.kind !== 'file') throw new PartError('it is missing');
  if (facts.size !== part.size) throw new PartError(`it has ${facts.size} bytes instead of ${part.size}`);
  if (part.size > longest) throw new PartError(`it has ${part.size} bytes; at most ${longest} are read`);
  const source = files.source(path);
  let bytes: Uint8Array;
  try {
    bytes = source.read(0, part.size);
  } finally {
    source.close();
  }
  if (digestOf(newDigest, 'sha256', bytes) !== part.sha256) throw new PartError('its digest is another one');
  try {
    return compression.gunzip(bytes, { limit: longestExpanded });
  } catch {
    throw new PartError('it cannot be expanded');
  }
}

/**
 * An update as it crosses to another site. Addresses of local files mean nothing there, and another site must never be
 * led to read its own. A digest that only found a file here only finds it there; every other one is vouched for by the
 * signature.
 */
export function portable(update: UpdateDocument): UpdateDocument {
  return { ...update, files: update.files.map(portableFile) };
}

function portableFile({ url, urls, digestTrust, ...file }: UpdateFile): UpdateFile {
  const kept = [url, ...(urls ?? [])].filter((each) => each !== undefined && /^https?:/i.test(each)) as string[];
  const [first, ...further] = kept;
  const hasDigest = file.sha1 !== undefined || file.sha256 !== undefined;
  return {
    ...file,
    ...(first === undefined ? {} : { url: first }),
    ...(further.length === 0 ? {} : { urls: further }),
    ...(hasDigest ? { digestTrust: digestTrust ?? 'trusted' } : {}),
  };
}
