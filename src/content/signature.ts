import type { ByteSource, DigestAlgorithm } from '../formats/bytes.ts';
import { openCab } from '../formats/cab/open.ts';
import { pacer } from '../images/library/pacer.ts';
import { signaturePlace, signedBytes } from '../packages/cab-signature.ts';
import type { PinnedRoot } from '../packages/microsoft-roots.ts';
import { noSignature, type PackageSignature } from '../packages/signature.ts';
import type { Transfer } from '../ports/files.ts';
import type { Ports } from '../ports/index.ts';

export interface AskedSignature {
  source: ByteSource;
  format: 'msu-cab' | 'msu-wim' | 'cab';
  /** False: whether there is one is all that is looked at. */
  wanted: boolean;
  /** Default: those of Microsoft. */
  roots?: readonly PinnedRoot[] | undefined;
}

/**
 * The signature of a package file, checked where it is wanted. Only cabinets carry one; of an .msu in WIM form the
 * digest that the catalog has is the proof. Throws FormatError; the caller's reason when it cancels.
 */
export async function packageSignature(
  ports: Pick<Ports, 'clock' | 'compression' | 'newDigest'>,
  { source, format, wanted, roots }: AskedSignature,
  transfer: Transfer,
): Promise<PackageSignature> {
  if (format === 'msu-wim') {
    return noSignature('An .msu in WIM form carries no signature: compare its digest with that of the catalog.');
  }
  const place = signaturePlace(openCab(source, ports.compression), source.size);
  if (place === undefined) return noSignature('The file is not signed.');
  if (!wanted) return { ...noSignature('The signature was not checked.'), present: true };
  const digestOf = async (algorithm: DigestAlgorithm): Promise<string> => {
    const digest = ports.newDigest(algorithm);
    const pace = pacer(ports, transfer);
    let done = 0;
    for (const bytes of signedBytes(source, place)) {
      digest.update(bytes);
      done += bytes.length;
      await pace(done, place.offset);
    }
    return digest.hex();
  };
  // A file of its own in the bundle, loaded when there is a signature: most commands need no certificates.
  const { checkSignature } = await import('../packages/authenticode.ts');
  const { newDigest, clock } = ports;
  const bytes = source.read(place.offset, place.length);
  return checkSignature(bytes, { newDigest, now: clock.now(), digestOf, ...(roots === undefined ? {} : { roots }) });
}
