import { join } from 'node:path';
import { Problem } from '../../errors.ts';
import type { ByteSource } from '../../formats/bytes.ts';
import { nameProblem, splitPath } from '../../formats/wim/names.ts';
import { imageProblem, openSource } from '../../images/library/open-image.ts';
import { volumeOf } from '../../images/library/open-iso.ts';
import type { Ports } from '../../ports/index.ts';

/** A folder or a disc with languages and features on demand, open for reading. */
export interface FeatureSource {
  path: string;
  isDisc: boolean;
  files: SourceFile[];
  /** The content of a file; whoever asks closes it. */
  open(file: SourceFile): ByteSource & { close(): void };
  close(): void;
}

export interface SourceFile {
  /** Below the source, its parts separated by '/'. */
  path: string;
  /** Bytes. */
  size: number;
}

/** Deeper, and more, than any of these discs goes. */
const deepest = 8;
const mostFiles = 100_000;

/**
 * Opens a folder, or an ISO image, which is read in place. Names that no file can have are left out. Throws Problem
 * ImgCapabilityNotFound, and what reading the image of a disc throws.
 */
export function openFeatureSource(ports: Ports, path: string): FeatureSource {
  const kind = ports.files.facts(path)?.kind;
  if (kind === 'folder') return folderSource(ports, path);
  if (kind === 'file') return discSource(ports, path);
  throw new Problem('ImgCapabilityNotFound', { detail: `There is no folder and no ISO image ${path}.` });
}

function folderSource({ files }: Ports, root: string): FeatureSource {
  const found: SourceFile[] = [];
  const visit = (under: string, depth: number): void => {
    for (const name of files.names(join(root, ...under.split('/'))).sort()) {
      const path = under === '' ? name : `${under}/${name}`;
      const facts = files.facts(join(root, ...path.split('/')));
      if (facts?.kind === 'folder' && depth < deepest) visit(path, depth + 1);
      if (facts?.kind === 'file') found.push({ path, size: facts.size });
      if (found.length > mostFiles) throw tooMany(root);
    }
  };
  visit('', 0);
  const open: FeatureSource['open'] = ({ path }) => files.source(join(root, ...path.split('/')));
  return { path: root, isDisc: false, files: found, open, close: () => undefined };
}

function discSource(ports: Ports, iso: string): FeatureSource {
  const disc = openSource(ports, iso);
  try {
    const volume = volumeOf(disc, iso);
    const files: SourceFile[] = [];
    for (const { path, entry } of volume.walk()) {
      const names = splitPath(path);
      if (entry.isFolder || names.some((name) => nameProblem(name) !== '')) continue;
      files.push({ path: names.join('/'), size: volume.open(entry).size });
      if (files.length > mostFiles) throw tooMany(iso);
    }
    const open: FeatureSource['open'] = ({ path }) => {
      const entry = volume.find(`\\${path.replaceAll('/', '\\')}`);
      if (entry === undefined) throw new Problem('ImgFileNotFound', { detail: `There is no ${path} in ${iso}.` });
      const content = volume.open(entry);
      return { size: content.size, read: content.read, close: () => undefined };
    };
    return { path: iso, isDisc: true, files, open, close: () => disc.close() };
  } catch (error) {
    disc.close();
    throw imageProblem(error, iso);
  }
}

function tooMany(path: string): Problem {
  return new Problem('ImgCapabilityNotFound', { detail: `${path} holds more than ${mostFiles} files.` });
}
