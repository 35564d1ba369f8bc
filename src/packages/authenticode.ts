/**
 * Checks the signature of a cabinet (Authenticode): that the bytes are those that were signed, that the signature is
 * genuine, that the signer's certificate comes from a pinned root of Microsoft, and that it was valid when an authority
 * confirmed the time. The library for the signature's own format is loaded only when there is one.
 * Not checked: whether a certificate was revoked since, which takes a network.
 */
import { type AsnType, ObjectIdentifier, OctetString, Sequence } from 'asn1js';
import { type Certificate, ContentInfo, SignedData, type SignerInfo } from 'pkijs';
import type { DigestAlgorithm, NewDigest } from '../formats/bytes.ts';
import { type Chain, followChain, nameOf, organisationOf, purpose } from './certificate-chain.ts';
import { microsoftRoots, type PinnedRoot } from './microsoft-roots.ts';
import { changedAfterSigning, nothingKnown, type PackageSignature } from './signature.ts';
import { isOf, timeStampOf } from './time-stamp.ts';

export interface SignatureTools {
  newDigest: NewDigest;
  /** Default: those of Microsoft. */
  roots?: readonly PinnedRoot[];
  now: Date;
  /** The digest of the signed bytes of the file, lower-case hexadecimal. */
  digestOf(algorithm: DigestAlgorithm): Promise<string>;
}

const indirectData = '1.3.6.1.4.1.311.2.1.4';
const algorithms: Record<string, DigestAlgorithm> = {
  '1.3.14.3.2.26': 'sha1',
  '2.16.840.1.101.3.4.2.1': 'sha256',
};
const microsoft = 'Microsoft Corporation';

/** `bytes` is the signature as it stands in the file (PKCS #7). Never throws for what stands in it. */
export async function checkSignature(bytes: Uint8Array, tools: SignatureTools): Promise<PackageSignature> {
  const read = parse(bytes);
  const broken = (reason: string): PackageSignature => ({ ...nothingKnown, present: true, verified: false, reason });
  if (read === undefined) return broken('the signature is not built as one');
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

interface Read {
  signed: SignedData;
  signer: SignerInfo;
  certificate: Certificate;
  content: { algorithm: DigestAlgorithm | undefined; digest: string };
}

function parse(bytes: Uint8Array): Read | undefined {
  try {
    const signed = new SignedData({ schema: ContentInfo.fromBER(bytes as Uint8Array<ArrayBuffer>).content });
    const [signer, ...others] = signed.signerInfos;
    if (signer === undefined || others.length > 0) return undefined;
    const certificate = certificatesOf(signed).find((each) => isOf(signer, each));
    const content = contentOf(signed);
    return certificate === undefined || content === undefined ? undefined : { signed, signer, certificate, content };
  } catch {
    return undefined;
  }
}

/** What was signed: the kind of the file, and a digest with its algorithm. */
function contentOf({ encapContentInfo }: SignedData): Read['content'] | undefined {
  if (encapContentInfo.eContentType !== indirectData) return undefined;
  const digestInfo = partsOf(encapContentInfo.eContent)[1];
  const [algorithm, digest] = partsOf(digestInfo);
  const [identifier] = partsOf(algorithm);
  if (!(identifier instanceof ObjectIdentifier) || !(digest instanceof OctetString)) return undefined;
  const hex = Array.from(digest.valueBlock.valueHexView, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return { algorithm: algorithms[identifier.valueBlock.toString()], digest: hex };
}

function partsOf(value: unknown): AsnType[] {
  return value instanceof Sequence ? value.valueBlock.value : [];
}

function certificatesOf({ certificates }: SignedData): Certificate[] {
  return (certificates ?? []).filter((each): each is Certificate => 'tbsView' in each);
}

async function isGenuine(signed: SignedData): Promise<boolean> {
  try {
    return await signed.verify({ signer: 0, checkChain: false });
  } catch {
    return false;
  }
}
