import { basename, extname } from 'node:path';
import { Problem } from '../../errors.ts';

/** What two names have in common when they are the same name to a person. */
export function nameKey(name: string): string {
  return name.trim().normalize('NFC').toLowerCase();
}

/** Of a name in characters. */
const MOST_CHARACTERS = 50;

/** The name of an image that is given none: that of its file, cut in front of its suffix where it is too long. */
export function defaultName(path: string): string {
  const suffix = extname(path).slice(0, 10);
  const stem = [...basename(path, suffix)].map((character) => (character < ' ' ? '_' : character));
  while (stem.join('').length + suffix.length > MOST_CHARACTERS) stem.pop();
  return `${stem.join('')}${suffix}`;
}

/** The name as it is stored. Throws Problem ImgRequestInvalid for a name of blanks. */
export function checkedName(name: string): string {
  const trimmed = name.trim();
  if (trimmed !== '') return trimmed;
  throw new Problem('ImgRequestInvalid', {
    detail: 'The name of the image is empty.',
    errors: [{ pointer: '/name', message: 'must have a character that is not blank' }],
  });
}
