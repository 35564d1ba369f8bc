import { type AsnType, ObjectIdentifier, OctetString, Sequence } from 'asn1js';
import { type Certificate, ContentInfo, SignedData, type SignerInfo } from 'pkijs';
import type { DigestAlgorithm } from '../formats/bytes.ts';
import { isOf } from './time-stamp.ts';

const indirectData = '1.3.6.1.4.1.311.2.1.4';
const algorithms: Record<string, DigestAlgorithm> = {
  '1.3.14.3.2.26': 'sha1',
  '2.16.840.1.101.3.4.2.1': 'sha256',
};

/** A signature (PKCS #7) with one signer, whose certificate is in it. */
export interface ReadSignedData {
  signed: SignedData;
  signer: SignerInfo;
  certificate: Certificate;
  /** What was signed; undefined where it is no digest of a file. */
  content: { algorithm: DigestAlgorithm | undefined; digest: string } | undefined;
}

/** Undefined for bytes that are no such signature. */
export function readSignedData(bytes: Uint8Array): ReadSignedData | undefined {
  try {
    const signed = new SignedData({ schema: ContentInfo.fromBER(bytes as Uint8Array<ArrayBuffer>).content });
    const [signer, ...others] = signed.signerInfos;
    if (signer === undefined || others.length > 0) return undefined;
    const certificate = certificatesOf(signed).find((each) => isOf(signer, each));
    return certificate === undefined ? undefined : { signed, signer, certificate, content: contentOf(signed) };
  } catch {
    return undefined;
  }
}

/** What was signed: the kind of the file, and a digest with its algorithm. */
function contentOf({ encapContentInfo }: SignedData): ReadSignedData['content'] {
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

export function certificatesOf({ certificates }: SignedData): Certificate[] {
  return (certificates ?? []).filter((each): each is Certificate => 'tbsView' in each);
}

/** Whether the signature belongs to its certificate and its content. */
export async function isGenuine(signed: SignedData): Promise<boolean> {
  try {
    return await signed.verify({ signer: 0, checkChain: false });
  } catch {
    return false;
  }
}
