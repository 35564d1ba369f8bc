import { Problem } from '../../errors.ts';
import type { NewDigest } from '../../formats/bytes.ts';
import type { Files, OpenSink } from '../../ports/files.ts';
import type { Ports } from '../../ports/index.ts';
import { absolutePath } from '../paths.ts';

export interface MadeFile {
  path: string;
  size: number;
  sha1: string;
  sha256: string;
}

/** Makes a new file: complete under its name, or not there at all. An existing file is never overwritten. */
export async function makeFile(
  ports: Ports,
  out: string,
  make: (to: { sink: OpenSink; newDigest: NewDigest }) => void,
): Promise<MadeFile> {
  const { files, newDigest } = ports;
  const path = absolutePath(out);
  refuseThere(files, path);
  const temporary = `${path}.${ports.ids.next()}.new`;
  const sink = files.sink(temporary);
  try {
    make({ sink, newDigest });
    sink.sync();
  } catch (error) {
    sink.close();
    files.remove(temporary);
    throw invalidSpec(error);
  }
  sink.close();
  files.rename(temporary, path);
  const digests = await files.digest(path, ['sha1', 'sha256'], {});
  return { path, size: files.facts(path)?.size ?? 0, ...digests };
}

/** Throws Problem ImgRequestInvalid. */
export function refuseThere(files: Files, path: string): void {
  if (files.facts(path) !== undefined) throw invalid(`${path} exists already.`, '/out');
}

/** What the makers throw, as the problem that it is for whoever wrote the spec. */
export function invalidSpec(error: unknown): unknown {
  return error instanceof RangeError || error instanceof TypeError ? invalid(error.message, '/spec') : error;
}

function invalid(detail: string, pointer: string): Problem {
  return new Problem('ImgRequestInvalid', { detail, errors: [{ pointer, message: detail }] });
}
