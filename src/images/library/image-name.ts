import { Problem } from '../../errors.ts';

/** What two names have in common when they are the same name to a person. */
export function nameKey(name: string): string {
  return name.trim().normalize('NFC').toLowerCase();
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
