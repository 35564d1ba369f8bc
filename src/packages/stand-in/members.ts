import type { NewDigest } from '../../formats/bytes.ts';
import type { InflateRaw } from '../../formats/cab/types.ts';
import { FormatError } from '../../formats/format-error.ts';

/** What a stand-in is made of, in every form. */
export const member = { manifest: 'update.mum', facts: 'rehearsal.json', payload: 'payload.bin' } as const;

/** What the readers of the forms need from outside. */
export interface StandInTools {
  newDigest: NewDigest;
  inflateRaw: InflateRaw;
}

/** Gives a member of a package. Throws FormatError: 'unsupported' when there is none of this name, 'limit'. */
export type MemberReader = (name: string, limit: number) => Uint8Array;

/** That a package is another one than those that `rehearsal package` makes. */
export function notOurs(): FormatError {
  return new FormatError('unsupported', 'the package was not made by "rehearsal package"');
}
