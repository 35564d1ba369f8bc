import type { AuthorityProof } from '../packages/issuing-authority.ts';
import type { Generation } from './authorities.ts';

/** Which firmware a file is measured against; see `machinesOf`. */
export type Machine = '2011-only' | 'both' | 'revoked';

/** What a boot file is for, by its name. */
export type BootProgram = 'bootmgfw' | 'bootmgr' | 'winload' | 'cdboot' | 'wdsmgfw';

/** Where on the way of a start a file lies. */
export type BootPlace = 'media' | 'boot-image' | 'image' | 'recovery';

export type BootSignature = {
  issuer: string | null;
  generation: Generation | null;
  signer: string | null;
  proof: AuthorityProof;
  reason: string;
};

/** A boot program as it was found, and what it says of itself. */
export type BootFile = {
  /** On the media, or inside the image: begins with a backslash. */
  path: string;
  place: BootPlace;
  /** The file that holds it, on the media or beside it; '' where it lies there itself. */
  container: string;
  /** Index of the image that holds it; null on media. */
  index: number | null;
  program: BootProgram;
  architecture: string | null;
  size: number;
  sha256: string;
  version: string | null;
  svn: string | null;
  /** In the order in which firmware looks at them; empty where it is not signed. */
  signatures: BootSignature[];
  /** '' unless it could not be read. */
  problem: string;
};

/** A list of revoked files that a boot manager asks for. */
export type BootList = Pick<BootFile, 'path' | 'place' | 'container' | 'index' | 'size' | 'sha256'> & {
  issuer: string | null;
};
