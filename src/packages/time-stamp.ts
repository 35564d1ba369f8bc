import { OctetString, UTCTime } from 'asn1js';
import { type Certificate, ContentInfo, getCrypto, SignedData, SignerInfo, TSTInfo } from 'pkijs';
import { type Chain, type ChainOptions, followChain, purpose } from './certificate-chain.ts';

/** Unsigned attributes of a signature that say when it was made. */
const counterSignature = '1.2.840.113549.1.9.6';
const timeStampToken = '1.3.6.1.4.1.311.3.3.1';
const messageDigest = '1.2.840.113549.1.9.4';
const signingTime = '1.2.840.113549.1.9.5';

const hashes: Record<string, string> = {
  '1.3.14.3.2.26': 'SHA-1',
  '2.16.840.1.101.3.4.2.1': 'SHA-256',
  '2.16.840.1.101.3.4.2.2': 'SHA-384',
  '2.16.840.1.101.3.4.2.3': 'SHA-512',
};

export type TimeStamp = { time: Date; chain: Chain };

type Trust = Pick<ChainOptions, 'certificates' | 'roots' | 'newDigest'>;

/**
 * When a signature was made, as an authority confirms; undefined where nobody does, or where what it says is not about
 * this signature.
 */
export async function timeStampOf(signer: SignerInfo, trust: Trust): Promise<TimeStamp | undefined> {
  for (const { type, values } of signer.unsignedAttrs?.attributes ?? []) {
    // The library leaves out the values of an attribute that is not built as it should be.
    const value = Array.isArray(values) ? values[0] : undefined;
    if (value === undefined) continue;
    try {
      if (type === counterSignature) return await countersigned(signer, new SignerInfo({ schema: value }), trust);
      if (type === timeStampToken) return await tokened(signer, new ContentInfo({ schema: value }), trust);
    } catch {
      // What is not built as it should be confirms nothing.
      return undefined;
    }
  }
  return undefined;
}

/** The older form: a signature over the signature. */
async function countersigned(signer: SignerInfo, counter: SignerInfo, trust: Trust): Promise<TimeStamp | undefined> {
  const crypto = getCrypto(true);
  const hash = hashes[counter.digestAlgorithm.algorithmId];
  const attributes = counter.signedAttrs?.attributes ?? [];
  const digest = attributes.find(({ type }) => type === messageDigest)?.values[0];
  const time = attributes.find(({ type }) => type === signingTime)?.values[0];
  const authority = trust.certificates.find((each) => isOf(counter, each));
  if (hash === undefined || authority === undefined || counter.signedAttrs === undefined) return undefined;
  if (!(digest instanceof OctetString) || !(time instanceof UTCTime)) return undefined;
  const confirmed = await crypto.subtle.digest(
    hash,
    signer.signature.valueBlock.valueHexView as Uint8Array<ArrayBuffer>,
  );
  if (!same(digest, confirmed)) return undefined;
  const genuine = await crypto.verifyWithPublicKey(
    counter.signedAttrs.encodedValue,
    counter.signature,
    authority.subjectPublicKeyInfo,
    counter.signatureAlgorithm,
    hash,
  );
  return genuine ? chained(time.toDate(), authority, trust) : undefined;
}

/** The newer form: a signed document with a digest of the signature (RFC 3161). */
async function tokened(signer: SignerInfo, content: ContentInfo, trust: Trust): Promise<TimeStamp | undefined> {
  const token = new SignedData({ schema: content.content });
  const document = token.encapContentInfo.eContent;
  if (document === undefined) return undefined;
  const info = TSTInfo.fromBER(document.getValue());
  const hash = hashes[info.messageImprint.hashAlgorithm.algorithmId];
  if (hash === undefined) return undefined;
  const confirmed = await getCrypto(true).subtle.digest(
    hash,
    signer.signature.valueBlock.valueHexView as Uint8Array<ArrayBuffer>,
  );
  if (!same(info.messageImprint.hashedMessage, confirmed)) return undefined;
  const own = (token.certificates ?? []).filter((each): each is Certificate => 'tbsView' in each);
  const authority = own.find((each) => token.signerInfos[0] !== undefined && isOf(token.signerInfos[0], each));
  // The library wants what was stamped once more, and refuses a token without it.
  const { buffer: data } = Uint8Array.from(signer.signature.valueBlock.valueHexView);
  if (authority === undefined || !(await token.verify({ signer: 0, data, checkChain: false }))) return undefined;
  return chained(info.genTime, authority, { ...trust, certificates: [...own, ...trust.certificates] });
}

async function chained(time: Date, authority: Certificate, trust: Trust): Promise<TimeStamp> {
  return { time, chain: await followChain(authority, { ...trust, purpose: purpose.timeStamping, at: time }) };
}

/** Whether a signer names this certificate. */
export function isOf({ sid }: SignerInfo, certificate: Certificate): boolean {
  const named = sid as { issuer?: Certificate['issuer']; serialNumber?: Certificate['serialNumber'] };
  if (named.issuer === undefined || named.serialNumber === undefined) return false;
  return certificate.issuer.isEqual(named.issuer) && certificate.serialNumber.isEqual(named.serialNumber);
}

function same(stored: OctetString, computed: ArrayBuffer): boolean {
  const [left, right] = [stored.valueBlock.valueHexView, new Uint8Array(computed)];
  return left.length === right.length && left.every((byte, at) => byte === right[at]);
}
