/**
 * Checks the signature of a cabinet (Authenticode): that the bytes are those that were signed, that the signature is
 * genuine, that the signer's certificate comes from a pinned root of Microsoft, and that it was valid when an authority
 * confirmed the time. The library for the signature's own format is loaded only when there is one.
 * Not checked: whether a certificate was revoked since, which takes a network.
 */
import type { DigestAlgorithm, NewDigest } from '../formats/bytes.ts';
import { type Chain, followChain, nameOf, organisationOf, purpose } from './certificate-chain.ts';
import { microsoftRoots, type PinnedRoot } from './microsoft-roots.ts';
import { changedAfterSigning, nothingKnown, type PackageSignature } from './signature.ts';
import { certificatesOf, isGenuine, readSignedData } from './signed-data.ts';
import { timeStampOf } from './time-stamp.ts';

// Loaded with this file, which is one of its own in the bundle.
export { checkAuthority } from './issuing-authority.ts';

export interface SignatureTools {
  newDigest: NewDigest;
  /** Default: those of Microsoft. */
  roots?: readonly PinnedRoot[];
  now: Date;
  /** The digest of the signed bytes of the file, lower-case hexadecimal. */
  digestOf(algorithm: DigestAlgorithm): Promise<string>;
}

const microsoft = 'Microsoft Corporation';

/** `bytes` is the signature as it stands in the file (PKCS #7). Never throws for what stands in it. */
export async function checkSignature(bytes: Uint8Array, tools: SignatureTools): Promise<PackageSignature> {
  const read = readSignedData(bytes);
  const broken = (reason: string): PackageSignature => ({ ...nothingKnown, present: true, verified: false, reason });
  if (read?.content === undefined) return broken('the signature is not built as one');
  const { signed, signer, certificate, content } = read;
  const about = {
    publisher: organisationOf(certificate) || null,
    signer: nameOf(certificate) || null,
    digestAlgorithm: content.algorithm ?? null,
  };
  const failed = (reason: string): PackageSignature => ({ ...broken(reason), ...about });
  if (content.algorithm === undefined) {
    return { ...failed('the digest in it is of a kind that is not read'), verified: null };
  }
  if ((await tools.digestOf(content.algorithm)) !== content.digest) return failed(changedAfterSigning);
  if (!(await isGenuine(signed))) return failed('the signature does not belong to its certificate');
  const certificates = certificatesOf(signed);
  const trust = { certificates, roots: tools.roots ?? microsoftRoots, newDigest: tools.newDigest };
  const stamp = await timeStampOf(signer, trust);
  // Where the chain of the authority cannot be followed to its end, the signer's is followed as of its time, but what
  // comes of it is no more certain than that time.
  const at = stamp === undefined || stamp.chain.result === 'untrusted' ? tools.now : stamp.time;
  const own = await followChain(certificate, { ...trust, purpose: purpose.codeSigning, at });
  const chain = own.result === 'trusted' && stamp?.chain.result === 'incomplete' ? stamp.chain : own;
  const stamped = stamp?.chain.result === 'trusted' ? stamp.time : undefined;
  const shown = { ...about, signedAt: stamped?.toISOString() ?? null, chain: chain.result, root: chain.root };
  const reason = whyNot({ chain, publisher: about.publisher });
  const verified = chain.result === 'incomplete' ? null : reason === '';
  return { present: true, verified, reason, ...shown };
}

function whyNot({ chain, publisher }: { chain: Chain; publisher: string | null }): string {
  if (chain.result !== 'trusted') return chain.reason;
  return publisher === microsoft ? '' : `it was signed by ${publisher ?? 'nobody that it names'}, not by ${microsoft}`;
}
