import type { ByteSource } from '../../formats/bytes.ts';
import type { CabFile } from '../../formats/cab/types.ts';
import { signaturePlace, signedBytes } from '../../packages/cab-signature.ts';
import type { Ports } from '../../ports/index.ts';
import type { DigestTrust } from '../source.ts';

/**
 * What the digests in a cabinet are worth: they decide only where its own signature holds and is Microsoft's. `why`: the
 * reason where they do not. `pause` is called now and then. Throws FormatError.
 */
export async function trustOf(
  { newDigest, clock }: Pick<Ports, 'newDigest' | 'clock'>,
  { source, cab, pause }: { source: ByteSource; cab: Pick<CabFile, 'reserve' | 'size'>; pause(): Promise<void> },
): Promise<{ trust: DigestTrust; why?: string }> {
  const place = signaturePlace(cab, source.size);
  if (place === undefined) return { trust: 'find', why: 'it is not signed' };
  const { checkSignature } = await import('../../packages/authenticode.ts');
  const { verified, reason } = await checkSignature(source.read(place.offset, place.length), {
    newDigest,
    now: clock.now(),
    digestOf: async (algorithm) => {
      const digest = newDigest(algorithm);
      for (const bytes of signedBytes(source, place)) {
        digest.update(bytes);
        await pause();
      }
      return digest.hex();
    },
  });
  return verified === true ? { trust: 'trusted' } : { trust: 'find', why: reason || 'its signature is not proved' };
}
