import { Certificate } from 'pkijs';
import type { NewDigest } from '../formats/bytes.ts';
import { digestOf } from '../formats/digest-of.ts';
import type { PinnedRoot } from './microsoft-roots.ts';

export interface Chain {
  /** trusted: it ends at a pinned root; incomplete: an issuer is missing; untrusted: it ends at another root, or is broken. */
  result: 'trusted' | 'incomplete' | 'untrusted';
  /** Name of the pinned root. */
  root: string | null;
  /** Why it is not trusted. */
  reason: string;
}

const longestChain = 10;
const purposeExtension = '2.5.29.37';
const constraintsExtension = '2.5.29.19';

export const purpose = { codeSigning: '1.3.6.1.5.5.7.3.3', timeStamping: '1.3.6.1.5.5.7.3.8' } as const;

export interface ChainOptions {
  /** Certificates that came with the signature. */
  certificates: readonly Certificate[];
  roots: readonly PinnedRoot[];
  newDigest: NewDigest;
  /** What the leaf must be made for. */
  purpose: string;
  /** When every certificate below the root must have been valid. */
  at: Date;
}

/**
 * Follows a certificate to its root. Each step is checked: name and signature of the issuer, its right to issue, and
 * validity at the given time. A root is trusted for its thumbprint alone and has no end: what was signed under it stays.
 */
export async function followChain(leaf: Certificate, options: ChainOptions): Promise<Chain> {
  const untrusted = (reason: string): Chain => ({ result: 'untrusted', root: null, reason });
  const roots = trustedRoots(options);
  if (!purposesOf(leaf).includes(options.purpose)) return untrusted('its certificate is made for another purpose');
  let current = leaf;
  for (let depth = 0; depth < longestChain; depth++) {
    const { at } = options;
    if (at < current.notBefore.value || at > current.notAfter.value) {
      return untrusted(`the certificate ${nameOf(current)} was not valid on ${at.toISOString()}`);
    }
    const root = await issuerAmong(
      current,
      roots.map(({ certificate }) => certificate),
    );
    if (root !== undefined) {
      const name = roots.find(({ certificate }) => certificate === root)?.name ?? null;
      return { result: 'trusted', root: name, reason: '' };
    }
    if (current.subject.isEqual(current.issuer))
      return untrusted(`it ends at ${nameOf(current)}, which is not trusted`);
    const issuer = await issuerAmong(current, options.certificates.filter(mayIssue));
    if (issuer === undefined) {
      const reason = `the certificate that ${nameOf(current)} was issued under is not at hand`;
      return { result: 'incomplete', root: null, reason };
    }
    current = issuer;
  }
  return untrusted(`its chain has more than ${longestChain} certificates`);
}

export function commonNameOf(name: Certificate['subject']): string {
  return attribute(name, '2.5.4.3');
}

/** The certificate's common name, else its organisation. */
export function nameOf({ subject }: Certificate): string {
  return attribute(subject, '2.5.4.3') || attribute(subject, '2.5.4.10');
}

export function organisationOf({ subject }: Certificate): string {
  return attribute(subject, '2.5.4.10');
}

function attribute({ typesAndValues }: Certificate['subject'], type: string): string {
  const found = typesAndValues.find((each) => each.type === type);
  return found === undefined ? '' : String(found.value.valueBlock.value);
}

function trustedRoots({ roots, newDigest }: ChainOptions): { name: string; certificate: Certificate }[] {
  return roots.flatMap(({ name, sha256, certificate }) => {
    const bytes = Uint8Array.from(atob(certificate), (character) => character.charCodeAt(0));
    return digestOf(newDigest, 'sha256', bytes) === sha256 ? [{ name, certificate: Certificate.fromBER(bytes) }] : [];
  });
}

async function issuerAmong(issued: Certificate, candidates: readonly Certificate[]): Promise<Certificate | undefined> {
  for (const candidate of candidates) {
    if (!candidate.subject.isEqual(issued.issuer)) continue;
    if (await verified(issued, candidate)) return candidate;
  }
  return undefined;
}

async function verified(issued: Certificate, issuer: Certificate): Promise<boolean> {
  try {
    return await issued.verify(issuer);
  } catch {
    // An algorithm that is not known, or a key that does not fit.
    return false;
  }
}

function mayIssue(certificate: Certificate): boolean {
  const constraints = certificate.extensions?.find(({ extnID }) => extnID === constraintsExtension)?.parsedValue;
  return (constraints as { cA?: boolean } | undefined)?.cA === true;
}

function purposesOf(certificate: Certificate): string[] {
  const purposes = certificate.extensions?.find(({ extnID }) => extnID === purposeExtension)?.parsedValue;
  return (purposes as { keyPurposes?: string[] } | undefined)?.keyPurposes ?? [];
}
