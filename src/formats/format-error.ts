/**
 * What is wrong with the bytes of a file, in one word that a caller can decide on:
 * - not-recognised: not a file of this format at all;
 * - truncated: a part that the file says it has lies beyond its end;
 * - corrupt: the file contradicts itself, or a digest does not match;
 * - unsupported: a real variant of the format that this reader does not read (the message names it);
 * - solid, split, encrypted, delta, pipable: WIM variants with a name of their own;
 * - limit: a size or count beyond what the reader accepts, refused before memory is taken;
 * - not-found: an index, path or resource that the file does not have.
 */
export type FormatErrorCode =
  | 'not-recognised'
  | 'truncated'
  | 'corrupt'
  | 'unsupported'
  | 'solid'
  | 'split'
  | 'encrypted'
  | 'delta'
  | 'pipable'
  | 'limit'
  | 'not-found';

/** Thrown by every reader in `formats/`. `message` is a sentence that names the part of the file. */
export class FormatError extends Error {
  readonly code: FormatErrorCode;

  constructor(code: FormatErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'FormatError';
    this.code = code;
  }
}
