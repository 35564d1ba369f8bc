import { type ErrorId, Problem } from '../../errors.ts';
import { FormatError, type FormatErrorCode } from '../../formats/format-error.ts';
import { discForm } from '../../formats/udf/recognise.ts';
import { joinedSource } from '../../formats/wim/joined-source.ts';
import { openWim } from '../../formats/wim/open.ts';
import { openSplitWim } from '../../formats/wim/open-split.ts';
import type { WimFile } from '../../formats/wim/types.ts';
import type { OpenSource } from '../../ports/files.ts';
import type { Ports } from '../../ports/index.ts';
import type { IsoFacts } from '../types.ts';
import { fileProblem } from './file-problem.ts';
import { type ImageFolder, partHeader, partsOfSet } from './split-set.ts';

/** An image file that is open for reading. Whoever opened it closes it. */
export interface OpenImage {
  path: string;
  /** Bytes of the file at `path`; of a split set those of all parts. */
  size: number;
  wim: WimFile;
  /** The bytes of the image itself: not of the disc that it lies on. */
  source: OpenSource;
  /** Only where the file is an ISO image. */
  iso?: IsoFacts;
  close(): void;
}

/**
 * Opens an image file; `path` is absolute. Header, XML and lookup table are read, nothing else. A part of a split set opens
 * the whole set: `source` then holds the parts one behind the other. Throws Problem ImgFileNotFound, ImgFileUnreadable,
 * ImgPathInvalid, ImgImageSplit where parts are missing, or what `imageProblem` makes of the bytes.
 */
export function openImageFile(ports: OpeningPorts, path: string): OpenImage {
  const source = openSource(ports, path);
  try {
    const header = partHeader(source);
    if (header.totalParts === 1) {
      const wim = openWim(source, ports.newDigest);
      return { path, size: source.size, wim, source, close: () => source.close() };
    }
    const set = openSplitSet(ports, partsOfSet(ports.files, path, header));
    source.close();
    return { path, size: set.source.size, ...set };
  } catch (error) {
    const other =
      error instanceof FormatError && error.code === 'not-recognised' ? otherImage(source, path) : undefined;
    source.close();
    throw other ?? imageProblem(error, path);
  }
}

/** What else people give as an image, by its first bytes or its name, with the way out. */
function otherImage(source: OpenSource, path: string): Problem | undefined {
  if (discForm(source) !== 'none') {
    return new Problem('ImgNotAWim', {
      detail: `${path} is an ISO image of a disc, not a WIM.`,
      remedy:
        'Register it with `imgupdate image add` (New-ImgImage), which takes the image out to a file of its own; `imgupdate upgrade-package add` (New-ImgUpgradePackage) takes out the whole media, with its boot.wim.',
    });
  }
  const starts = (at: number, text: string): boolean =>
    source.size >= at + text.length && new TextDecoder('latin1').decode(source.read(at, text.length)) === text;
  const found = others.find(({ at, text, suffix }) => (text !== undefined && starts(at, text)) || suffix.test(path));
  if (found === undefined) return undefined;
  return new Problem('ImgNotAWim', { detail: `${path} is ${found.what}.`, remedy: found.remedy });
}

const others: readonly { at: number; text: string | undefined; suffix: RegExp; what: string; remedy: string }[] = [
  {
    ...{ at: 0, text: undefined, suffix: /\.iso$/i, what: 'no ISO image, although its name says so' },
    remedy: 'Copy the file again from its source and compare its digest.',
  },
  {
    ...{ at: 0, text: 'vhdxfile', suffix: /\.(vhdx?|avhdx)$/i, what: 'a virtual hard disk, not a WIM' },
    remedy: 'Mount it and capture its Windows into a WIM (dism /Capture-Image).',
  },
  {
    ...{ at: 4, text: 'SignedImage ', suffix: /\.ffu$/i, what: 'a full flash image (FFU), not a WIM' },
    remedy: 'Apply it to a disk and capture its Windows into a WIM (dism /Capture-Image).',
  },
];

/** What opening needs. */
export type OpeningPorts = Pick<Ports, 'newDigest'> & { files: ImageFolder };

/** Opens the parts of a split set, given in any order, as one. Throws FormatError, and Problem where one cannot be read. */
export function openSplitSet(ports: OpeningPorts, paths: readonly string[]): Omit<OpenImage, 'path' | 'size'> {
  const sources: OpenSource[] = [];
  const close = (): void => {
    for (const source of sources) source.close();
  };
  try {
    for (const path of paths) sources.push(openSource(ports, path));
    return { wim: openSplitWim(sources, ports.newDigest), source: { ...joinedSource(sources), close }, close };
  } catch (error) {
    close();
    throw error;
  }
}

/** The problem behind an error that came up while `path` was read. What is neither bytes nor file stays as it is. */
export function imageProblem(error: unknown, path: string): unknown {
  if (error instanceof FormatError) {
    const remedy = remedyOf[error.code];
    return new Problem(idOf[error.code], {
      detail: `${path}: ${error.message}.`,
      cause: error,
      ...(remedy === undefined ? {} : { remedy }),
    });
  }
  return fileProblem(error, { path, doing: 'read' });
}

/** Where the remedy of the id does not fit. */
const remedyOf: Partial<Record<FormatErrorCode, string>> = {
  delta: 'Get a whole copy of it; if it builds on another file, join them with the tool that made it.',
};

const idOf = {
  'not-recognised': 'ImgNotAWim',
  truncated: 'ImgImageTruncated',
  corrupt: 'ImgImageCorrupt',
  solid: 'ImgImageSolid',
  split: 'ImgImageSplit',
  encrypted: 'ImgImageEncrypted',
  delta: 'ImgImageUnsupported',
  pipable: 'ImgImageUnsupported',
  unsupported: 'ImgImageUnsupported',
  limit: 'ImgImageUnsupported',
  'not-found': 'ImgIndexNotFound',
} as const satisfies Record<FormatErrorCode, ErrorId>;

/** Opens a file, never a folder or a device. Throws Problem. */
export function openSource({ files }: Pick<OpeningPorts, 'files'>, path: string): OpenSource {
  try {
    const facts = files.facts(path);
    if (facts === undefined) throw new Problem('ImgFileNotFound', { detail: `There is no file ${path}.` });
    // Opening a pipe or a device could wait for ever.
    if (facts.kind !== 'file') {
      throw new Problem('ImgNotAWim', { detail: `${path} is a ${facts.kind === 'folder' ? 'folder' : 'device'}.` });
    }
    return files.source(path);
  } catch (error) {
    throw fileProblem(error, { path, doing: 'read' });
  }
}
