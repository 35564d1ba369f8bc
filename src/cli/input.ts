import { Problem } from '../errors.ts';
import type { Files } from '../ports/files.ts';

/** A request is small; more than this is a mistake (a catalog is a file that a request names). */
const requestLimit = 64 * 1024 * 1024;

/** Reads the request document of `--input FILE|-`. Throws Problem ImgFileNotFound, ImgJsonInvalid. */
export async function readRequest(
  source: string,
  { input, files }: { input: AsyncIterable<Uint8Array>; files: Files },
): Promise<unknown> {
  const text = source === '-' ? await readStream(input) : readDocument(files, source);
  return parseJson(text, source === '-' ? 'Standard input' : source);
}

/** JSON with or without a byte order mark. Throws Problem ImgJsonInvalid with the parser's own words. */
export function parseJson(text: string, what: string): unknown {
  try {
    return JSON.parse(text.replace(/^\ufeff/, ''));
  } catch (error) {
    throw new Problem('ImgJsonInvalid', { detail: `${what} is not JSON: ${(error as Error).message}`, cause: error });
  }
}

function readDocument(files: Files, path: string): string {
  try {
    return files.text(path, requestLimit);
  } catch (error) {
    throw new Problem('ImgFileNotFound', {
      detail: `${path} cannot be read: ${(error as Error).message}`,
      cause: error,
    });
  }
}

async function readStream(input: AsyncIterable<Uint8Array>): Promise<string> {
  const pieces: Uint8Array[] = [];
  let size = 0;
  for await (const piece of input) {
    size += piece.length;
    if (size > requestLimit) {
      throw new Problem('ImgJsonInvalid', {
        detail: `The request on standard input has more than ${requestLimit} bytes.`,
      });
    }
    pieces.push(piece);
  }
  return Buffer.concat(pieces).toString('utf8');
}
