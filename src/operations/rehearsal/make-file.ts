import { Problem } from '../../errors.ts';
import type { NewDigest } from '../../formats/bytes.ts';
import type { OpenSink } from '../../ports/files.ts';
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
  if (files.facts(path) !== undefined) throw invalid(`${path} exists already.`, '/out');
  const temporary = `${path}.${ports.ids.next()}.new`;
  const sink = files.sink(temporary);
  try {
    make({ sink, newDigest });
    sink.sync();
  } catch (error) {
    sink.close();
    files.remove(temporary);
    if (error instanceof RangeError || error instanceof TypeError) throw invalid(error.message, '/spec');
    throw error;
  }
  sink.close();
  files.rename(temporary, path);
  const digests = await files.digest(path, ['sha1', 'sha256'], {});
  return { path, size: files.facts(path)?.size ?? 0, ...digests };
}

function invalid(detail: string, pointer: string): Problem {
  return new Problem('ImgRequestInvalid', { detail, errors: [{ pointer, message: detail }] });
}
