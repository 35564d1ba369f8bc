import { type ErrorId, Problem } from '../../errors.ts';
import { FormatError, type FormatErrorCode } from '../../formats/format-error.ts';
import { openWim } from '../../formats/wim/open.ts';
import type { WimFile } from '../../formats/wim/types.ts';
import type { OpenSource } from '../../ports/files.ts';
import type { Ports } from '../../ports/index.ts';
import { fileProblem } from './file-problem.ts';

/** An image file that is open for reading. Whoever opened it closes it. */
export interface OpenImage {
  path: string;
  wim: WimFile;
  source: OpenSource;
  close(): void;
}

/**
 * Opens an image file; `path` is absolute. Header, XML and lookup table are read, nothing else. Throws Problem
 * ImgFileNotFound, ImgFileUnreadable, ImgPathInvalid, or what `imageProblem` makes of the bytes.
 */
export function openImageFile(ports: Pick<Ports, 'files' | 'newDigest'>, path: string): OpenImage {
  const source = openSource(ports, path);
  try {
    return { path, wim: openWim(source, ports.newDigest), source, close: () => source.close() };
  } catch (error) {
    source.close();
    throw imageProblem(error, path);
  }
}

/** The problem behind an error that came up while `path` was read. What is neither bytes nor file stays as it is. */
export function imageProblem(error: unknown, path: string): unknown {
  if (error instanceof FormatError) {
    return new Problem(idOf[error.code], { detail: `${path}: ${error.message}.`, cause: error });
  }
  return fileProblem(error, { path, doing: 'read' });
}

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

function openSource({ files }: Pick<Ports, 'files'>, path: string): OpenSource {
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
