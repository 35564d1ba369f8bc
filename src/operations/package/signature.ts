import type { ByteSource, DigestAlgorithm } from '../../formats/bytes.ts';
import { openCab } from '../../formats/cab/open.ts';
import { pacer } from '../../images/library/pacer.ts';
import { signaturePlace, signedBytes } from '../../packages/cab-signature.ts';
import type { PackageInspection } from '../../packages/inspect.ts';
import type { PackageSignature } from '../../packages/signature.ts';
import { noSignature } from '../../packages/signature.ts';
import { transferOf } from '../image/library-of.ts';
import type { Context } from '../operation.ts';

interface Asked {
  path: string;
  source: ByteSource;
  inspection: PackageInspection;
  wanted: boolean;
}

/**
 * The signature of a package file, checked where it is wanted. Only cabinets carry one; of an .msu in WIM form the
 * digest that the catalog has is the proof. Throws FormatError; the caller's reason when it cancels.
 */
export async function signatureOf(
  context: Context,
  { path, source, inspection, wanted }: Asked,
): Promise<PackageSignature> {
  if (inspection.format === 'msu-wim') {
    return noSignature('An .msu in WIM form carries no signature: compare its digest with that of the catalog.');
  }
  const place = signaturePlace(openCab(source, context.ports.compression), source.size);
  if (place === undefined) return noSignature('The file is not signed.');
  if (!wanted) return { ...noSignature('The signature was not checked.'), present: true };
  const digestOf = async (algorithm: DigestAlgorithm): Promise<string> => {
    const digest = context.ports.newDigest(algorithm);
    const pace = pacer(context.ports, transferOf(context, `Checking the signature of ${path}`));
    let done = 0;
    for (const bytes of signedBytes(source, place)) {
      digest.update(bytes);
      done += bytes.length;
      await pace(done, place.offset);
    }
    return digest.hex();
  };
  // A file of its own in the bundle, loaded when there is a signature: most commands need no certificates.
  const { checkSignature } = await import('../../packages/authenticode.ts');
  const { newDigest, clock } = context.ports;
  const bytes = source.read(place.offset, place.length);
  return checkSignature(bytes, { newDigest, now: clock.now(), digestOf });
}
