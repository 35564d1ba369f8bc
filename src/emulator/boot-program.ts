import { arraySource } from '../formats/array-source.ts';
import type { NewDigest } from '../formats/bytes.ts';
import { openPe } from '../formats/pe/open.ts';
import { signedPieces } from '../formats/pe/signatures.ts';
import { type NewPe, withSignatures, writePe } from '../formats/pe/write.ts';
import { bootSignature } from './boot-signature.ts';
import type { BootAuthority } from './rehearsal-authorities.ts';

/** A boot program of a rehearsal, signed; the same facts give the same bytes. */
export function bootProgram(facts: NewPe & { authority: BootAuthority }, newDigest: NewDigest): Uint8Array {
  const { authority, ...program } = facts;
  const bytes = writePe({ mark: new TextEncoder().encode('ImgUpdate rehearsal: starts no machine'), ...program });
  const source = arraySource(bytes);
  const digest = newDigest('sha256');
  for (const piece of signedPieces(source, openPe(source))) digest.update(piece);
  return withSignatures(bytes, [bootSignature(digest.hex(), authority, newDigest)]);
}
