import { FormatError } from '../formats/format-error.ts';
import type { WimEntry, WimFile, WimTree } from '../formats/wim/types.ts';
import { linkText } from './link-text.ts';
import { wholeTree } from './whole-tree.ts';

/** A file or folder inside an image, as `image.files` shows it. */
export type ImageFile = {
  /** Begins with a backslash. */
  path: string;
  size: number;
  /** Lower-case hexadecimal, '' when empty. */
  sha1: string;
  /** FILE_ATTRIBUTE_* bits; 0x10 is a folder. */
  attributes: number;
  linkCount: number;
  streams: ImageStream[];
};

export type ImageStream = { name: string; size: number; sha1: string };

/**
 * Everything below a folder of an image, or the one file that `under` names, in the order of the paths (by UTF-16
 * unit). Throws `FormatError` 'not-found' when the index or `under` is not there, 'delta' when contents are not.
 */
export function listFiles(wim: WimFile, index: number, under = '\\'): ImageFile[] {
  const tree = wholeTree(wim, index);
  const start = found(tree, under);
  if (!start.directory) return [imageFile(storedPath(tree, under), start)];
  return Array.from(tree.walk(storedPath(tree, under)), ({ path, entry }) => imageFile(path, entry)).sort(
    (left, right) => (left.path < right.path ? -1 : left.path > right.path ? 1 : 0),
  );
}

/**
 * The content of a file of an image in pieces; `\folder\file:stream` is an alternate stream. What was yielded may only
 * be trusted after the generator has ended, because the SHA-1 is checked then. Throws `FormatError`: 'not-found' for
 * what is not there or is a folder, else what `WimFile.read` throws.
 */
export function* readFile(wim: WimFile, index: number, file: string): Generator<Uint8Array> {
  const sha1 = contentOf(wim, index, file);
  if (sha1 !== '') yield* wim.read(sha1);
}

function contentOf(wim: WimFile, index: number, file: string): string {
  const tree = wim.tree(index);
  const entry = tree.find(file);
  if (entry?.reparsePoint === true) throw new FormatError('not-found', `${file} is ${linkText(wim, entry)}, no file`);
  if (entry !== undefined && !entry.directory) return readable(entry, file).sha1;
  const colon = file.lastIndexOf(':');
  if (entry === undefined && colon > file.lastIndexOf('\\')) {
    const owner = tree.find(file.slice(0, colon));
    const stream = owner && streamOf(owner, file.slice(colon + 1));
    if (owner !== undefined && stream !== undefined) {
      readable(owner, file);
      return stream.sha1;
    }
  }
  throw new FormatError('not-found', entry === undefined ? `${file} is not in the image` : `${file} is a folder`);
}

/** Names of streams ignore case, as those of files do; an exact match wins. */
function streamOf({ streams }: WimEntry, name: string): WimEntry['streams'][number] | undefined {
  const folded = name.toLowerCase();
  return streams.find((one) => one.name === name) ?? streams.find((one) => one.name.toLowerCase() === folded);
}

const encryptedAttribute = 0x4000;

function readable(entry: WimEntry, file: string): WimEntry {
  if ((entry.attributes & encryptedAttribute) === 0) return entry;
  throw new FormatError('encrypted', `${file} is encrypted (EFS); only its owner's key opens it`);
}

function found(tree: WimTree, path: string): WimEntry {
  const entry = tree.find(path);
  if (entry === undefined) throw new FormatError('not-found', `${path} is not in the image`);
  return entry;
}

/** The path of what `path` finds, in the spelling of the image. */
function storedPath(tree: WimTree, path: string): string {
  const names = path.split(/[\\/]/).filter((name) => name !== '');
  const stored = names.map((name, at) => tree.find(`\\${names.slice(0, at + 1).join('\\')}`)?.name ?? name);
  return `\\${stored.join('\\')}`;
}

function imageFile(path: string, { size, sha1, attributes, linkCount, streams }: WimEntry): ImageFile {
  return { path, size, sha1, attributes, linkCount, streams };
}
