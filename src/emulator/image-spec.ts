import type { Architecture } from './windows-facts.ts';

/** One index of a rehearsal image. */
export interface RehearsalIndexSpec {
  name: string;
  /** EditionID, for example Enterprise or ServerStandard. */
  edition: string;
  /** Client, Server or Server Core. */
  installationType: string;
  /** Version of Windows before the build; default 10.0. */
  version?: '10.0' | '6.3' | undefined;
  /** 24H2 */
  release: string;
  build: number;
  revision: number;
  architecture: Architecture;
  language: string;
  /** How many packages besides the cumulative update. */
  packages?: number | undefined;
  /** How many files besides the ones that Windows is recognised by, and how many bytes they have together. */
  files?: number | undefined;
  bytes?: number | undefined;
  /** Version of the .NET update that is installed, for example 10.0.9321.3. */
  dotNet?: string | undefined;
  /** What a Windows PE is for, in its packages: recovery environments take no cumulative update. */
  pe?: 'plain' | 'setup' | 'recovery' | undefined;
  /** Also holds a recovery image of its own. */
  winre?: boolean | undefined;
  /** Also holds boot managers, its recovery image too. */
  boot?: RehearsalBootSpec | undefined;
}

/** The boot managers of an index. */
export interface RehearsalBootSpec {
  /** Secure version number, default 9.0. */
  svn?: string | undefined;
  /** That of the recovery image; default the same. */
  recoverySvn?: string | undefined;
  /** False: without those of 2023, as an image from before April 2024. */
  updated?: boolean | undefined;
}

export interface RehearsalImageSpec {
  indexes: RehearsalIndexSpec[];
  compression?: 'none' | 'XPRESS' | undefined;
}

/** Times in everything that is made are fixed, so that one spec always gives the same bytes. */
export const madeAt = new Date('2024-04-01T07:29:00Z');
