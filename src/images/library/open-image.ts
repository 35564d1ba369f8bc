import { type ErrorId, Problem } from '../../errors.ts';
import { FormatError, type FormatErrorCode } from '../../formats/format-error.ts';
import { joinedSource } from '../../formats/wim/joined-source.ts';
import { openWim } from '../../formats/wim/open.ts';
import { openSplitWim } from '../../formats/wim/open-split.ts';
import type { WimFile } from '../../formats/wim/types.ts';
import type { OpenSource } from '../../ports/files.ts';
import type { Ports } from '../../ports/index.ts';
import { fileProblem } from './file-problem.ts';
import { partHeader, partsOfSet } from './split-set.ts';

/** An image file that is open for reading. Whoever opened it closes it. */
export interface OpenImage {
  path: string;
  wim: WimFile;
  source: OpenSource;
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
      return { path, wim: openWim(source, ports.newDigest), source, close: () => source.close() };
    }
    const set = openSplitSet(ports, partsOfSet(ports.files, path, header));
    source.close();
    return { path, ...set };
  } catch (error) {
    const other =
      error instanceof FormatError && error.code === 'not-recognised' ? otherImage(source, path) : undefined;
    source.close();
    throw other ?? imageProblem(error, path);
  }
}

/** What else people give as an image, by its first bytes or its name, with the way out. */
function otherImage(source: OpenSource, path: string): Problem | undefined {
  const starts = (at: number, text: string): boolean =>
    source.size >= at + text.length && new TextDecoder('latin1').decode(source.read(at, text.length)) === text;
  const found = others.find(({ at, text, suffix }) => starts(at, text) || suffix.test(path));
  if (found === undefined) return undefined;
  return new Problem('ImgNotAWim', { detail: `${path} is ${found.what}, not a WIM.`, remedy: found.remedy });
}

const others: readonly { at: number; text: string; suffix: RegExp; what: string; remedy: string }[] = [
  {
    ...{ at: 32_769, text: 'CD001', suffix: /\.iso$/i, what: 'an ISO image of a disc' },
    remedy: 'Mount or unpack it, and use the sources\\install.wim inside.',
  },
  {
    ...{ at: 0, text: 'vhdxfile', suffix: /\.(vhdx?|avhdx)$/i, what: 'a virtual hard disk' },
    remedy: 'Mount it and capture its Windows into a WIM (dism /Capture-Image).',
  },
  {
    ...{ at: 4, text: 'SignedImage ', suffix: /\.ffu$/i, what: 'a full flash image (FFU)' },
    remedy: 'Apply it to a disk and capture its Windows into a WIM (dism /Capture-Image).',
  },
];

type OpeningPorts = Pick<Ports, 'files' | 'newDigest'>;

function openSplitSet(ports: OpeningPorts, paths: readonly string[]): Omit<OpenImage, 'path'> {
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

function openSource({ files }: OpeningPorts, path: string): OpenSource {
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
