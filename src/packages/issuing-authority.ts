import type { Certificate } from 'pkijs';
import type { DigestAlgorithm, NewDigest } from '../formats/bytes.ts';
import { digestOf } from '../formats/digest-of.ts';
import { commonNameOf, nameOf } from './certificate-chain.ts';
import { changedAfterSigning } from './signature.ts';
import { certificatesOf, isGenuine, readSignedData } from './signed-data.ts';

/** An authority by its name and the SHA-1 of its certificate, lower-case hexadecimal. */
export interface KnownAuthority {
  name: string;
  sha1: string;
}

/**
 * - verified: the bytes are those that were signed, and the certificate of a known authority issued the signer's;
 * - name-only: it names its issuer, and nothing proves that it is the one of that name;
 * - broken: changed after signing, or not built as a signature.
 */
export type AuthorityProof = 'verified' | 'name-only' | 'broken';

export interface IssuingAuthority {
  /** Common name of the authority that issued the signer's certificate. */
  issuer: string | null;
  /** Common name in the signer's certificate. */
  signer: string | null;
  proof: AuthorityProof;
  /** '' when it is verified. */
  reason: string;
}

export interface AuthorityTools {
  newDigest: NewDigest;
  known: readonly KnownAuthority[];
  /** The digest of the signed bytes, lower-case hexadecimal; undefined where only the names matter. */
  digestOf?: (algorithm: DigestAlgorithm) => string;
}

/**
 * Who issued the certificate that a file is signed with: what firmware compares with what it trusts. Times are not
 * looked at, as firmware does not. Never throws for what stands in `bytes` (PKCS #7).
 */
export async function checkAuthority(bytes: Uint8Array, tools: AuthorityTools): Promise<IssuingAuthority> {
  const read = readSignedData(bytes);
  if (read === undefined) {
    return { issuer: null, signer: null, proof: 'broken', reason: 'the signature is not built as one' };
  }
  const { signed, certificate, content } = read;
  const names = { issuer: commonNameOf(certificate.issuer) || null, signer: nameOf(certificate) || null };
  const found = (proof: AuthorityProof, reason: string): IssuingAuthority => ({ ...names, proof, reason });
  if (tools.digestOf === undefined || content?.algorithm === undefined) {
    return found('name-only', 'it holds no digest of a file that could be compared');
  }
  if (tools.digestOf(content.algorithm) !== content.digest) return found('broken', changedAfterSigning);
  if (!(await isGenuine(signed))) return found('broken', 'the signature does not belong to its certificate');
  const known = tools.known.find(({ name }) => name === names.issuer);
  if (known === undefined) return found('name-only', 'its issuer is no authority of Windows boot files');
  const issuers = await issuersOf(certificate, certificatesOf(signed));
  if (issuers.length === 0) return found('name-only', 'the certificate of its issuer is not in the file');
  if (issuers.some((each) => thumbprint(each, tools.newDigest) === known.sha1)) return found('verified', '');
  return found('name-only', `its issuer only bears the name ${known.name}: the certificate is not Microsoft’s`);
}

/** The certificates that issued this one, proved by its signature. */
async function issuersOf(issued: Certificate, candidates: readonly Certificate[]): Promise<Certificate[]> {
  const found: Certificate[] = [];
  for (const candidate of candidates) {
    if (!candidate.subject.isEqual(issued.issuer)) continue;
    try {
      if (await issued.verify(candidate)) found.push(candidate);
    } catch {
      // An algorithm that is not known, or a key that does not fit: it proves nothing.
    }
  }
  return found;
}

function thumbprint(certificate: Certificate, newDigest: NewDigest): string {
  return digestOf(newDigest, 'sha1', new Uint8Array(certificate.toSchema().toBER(false)));
}
