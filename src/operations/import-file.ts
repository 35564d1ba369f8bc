import { Problem } from '../errors.ts';
import type { Context } from './operation.ts';
import { absolutePath } from './paths.ts';

/** The bytes of a file to import (expanded when it is gzip), or of standard input for `-`. Throws Problem. */
export function piecesOf(
  { ports, input }: Context,
  path: string,
): { pieces: AsyncIterable<Uint8Array>; source: string } {
  if (path === '-') {
    if (input !== undefined) return { pieces: input, source: 'standard input' };
    throw new Problem('ImgPathInvalid', { detail: 'Standard input can be imported on the command line only.' });
  }
  const file = absolutePath(path);
  const facts = ports.files.facts(file);
  if (facts?.kind !== 'file') throw new Problem('ImgFileNotFound', { detail: `There is no file ${file}.` });
  return { pieces: ports.files.pieces(file), source: file };
}
