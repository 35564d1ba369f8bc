import type { Architecture, UpdateKind } from '../kinds.ts';

/** One system that a title names. */
export interface Target {
  family: string;
  /** Null when the title does not say and it cannot be concluded. */
  release: string | null;
  /** False when the release was concluded from the absence of a version word. */
  explicit: boolean;
}

/** What a title says, and what of it was not understood. A title that is not understood whole has the kind 'Unknown'. */
export interface ParsedTitle {
  title: string;
  /** YYYY-MM. */
  month: string | null;
  kind: UpdateKind;
  /** Opening words that named the kind, lower case; null when the title does not begin with any that are known. */
  wording: string | null;
  family: string | null;
  release: string | null;
  releases: string[];
  targets: Target[];
  architecture: Architecture | null;
  /** False when the architecture was concluded from the absence of a word for it. */
  architectureNamed: boolean;
  /** Digits, without "KB". */
  articleId: string | null;
  /** "build.revision". */
  revision: string | null;
  preview: boolean;
  /** The title says so; most out-of-band releases do not. */
  outOfBand: boolean;
  /** A short title of the update client, which names no system: the kind that it is of, once a system is known. */
  short: UpdateKind | null;
  dynamic: boolean;
  dotNetVersions: string[];
  /** Hints such as "RSAT" or "business editions". */
  editions: string[];
  languages: string[];
  notUnderstood: string[];
}
