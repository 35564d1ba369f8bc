import type { PackageIdentity } from '../formats/mum/identity.ts';
import type { UpdateKind } from '../updates/kinds.ts';

/** What an update package is made of; the members are those of the document `package.inspect`. */
export type PackageInspection = {
  /** Bytes of the file. */
  size: number;
  format: 'msu-cab' | 'msu-wim' | 'cab';
  /** Unknown where nothing inside tells. */
  kind: UpdateKind;
  /** Without "KB". */
  articleId: string | null;
  /** name~publicKeyToken~architecture~language~version */
  identity: string | null;
  version: string | null;
  /** "build.revision" that the package brings. */
  revision: string | null;
  /** x86, x64, arm64. */
  architecture: string | null;
  /** '' for neutral. */
  language: string | null;
  releaseType: string | null;
  /** When it was made: RFC 3339 in UTC, or the day alone. */
  created: string | null;
  /** Systems that it names, in its own words: "Windows 7.0 Client SP1". */
  appliesTo: string[];
  supportUrl: string | null;
  /** Packages one of which must be in the image; the servicing stack alone decides whether they are. */
  parents: PackageParentIdentity[];
  /** Lowest servicing stack: a revision where the package brings or names it, else the version in the manifest. */
  requiresSsu: string | null;
  /** Checkpoint that the package builds on: "26100.1742". */
  baseline: string | null;
  payload: 'full' | 'express' | 'unknown';
  isOfflineServiceable: boolean;
  /** Why it is not, or what to heed; '' when there is nothing to say. */
  reason: string;
  /** Made by `rehearsal package`: it stands for the update and is not it. */
  standIn: boolean;
  /** Which Windows it says that it is for; null where it does not say. */
  target: PackageTarget | null;
  members: PackageMember[];
  /** `members` holds the first ones only when this is more. */
  memberCount: number;
  /** What was read for it, outermost first: 'a.cab > update.mum'. */
  evidence: string[];
  warnings: string[];
};

export type PackageTarget = {
  release: string;
  /** Client, Server or Server Core. */
  installationType: string;
  build: number;
  /** Version of the .NET Framework, for example 4.8.1. */
  dotNet: string | null;
};

export type PackageParentIdentity = {
  identity: string;
  /** EQ, GE, ...; '' where the manifest leaves it open. */
  buildCompare: string;
  serviceCompare: string;
};

export type PackageMember = { name: string; size: number };

/** What one source inside a package says; what it does not say is undefined. */
export interface PackageFacts {
  /** Where it stands inside the file. */
  from: string;
  kind?: UpdateKind | undefined;
  articleId?: string | undefined;
  identity?: PackageIdentity | undefined;
  revision?: string | undefined;
  architecture?: string | undefined;
  language?: string | undefined;
  releaseType?: string | undefined;
  created?: string | undefined;
  appliesTo?: string[] | undefined;
  supportUrl?: string | undefined;
  parents?: PackageParentIdentity[] | undefined;
  requiresSsu?: string | undefined;
  baseline?: string | undefined;
  /** Name of the payload file that must lie beside. */
  psfName?: string | undefined;
  /** Its format leaves the content of its files to a payload beside it. */
  isPsfx?: boolean | undefined;
  standIn?: boolean | undefined;
  target?: PackageTarget | undefined;
}
