import type { DigestAlgorithm } from '../formats/bytes.ts';
import type { Chain } from './certificate-chain.ts';

/** What is shown of a package's signature. */
export type PackageSignature = {
  present: boolean;
  /** Null: it could not be told, `reason` says why. */
  verified: boolean | null;
  /** '' when it is verified. */
  reason: string;
  /** Organisation in the signer's certificate. */
  publisher: string | null;
  /** Common name in the signer's certificate. */
  signer: string | null;
  digestAlgorithm: DigestAlgorithm | null;
  /** As an authority confirmed. */
  signedAt: string | null;
  chain: Chain['result'] | null;
  /** Name of the pinned root. */
  root: string | null;
};

/** The reason where the bytes of a file are not those that were signed. */
export const changedAfterSigning = 'the file was changed after signing';

/** A package without a signature of its own. */
export function noSignature(reason: string): PackageSignature {
  return { ...nothingKnown, reason };
}

/** Says nothing yet. */
export const nothingKnown: PackageSignature = {
  present: false,
  verified: null,
  reason: '',
  publisher: null,
  signer: null,
  digestAlgorithm: null,
  signedAt: null,
  chain: null,
  root: null,
};
