/** What is known of an update and of an index of an image where one is measured against the other. */
import type { DerivedUpdate } from '../updates/derive.ts';
import type { UpdateKind } from '../updates/kinds.ts';
import type { Generation } from './order.ts';

/** A package of an image, as far as it counts here. */
export interface InstalledPackage {
  articleId: string | null;
  state: string;
  name?: string;
  version?: string;
}

/** What is known of one index of an image. */
export interface ImageFacts {
  family: string | null;
  release: string | null;
  architecture: string | null;
  build: number | null;
  /** The number after the build. */
  ubr: number | null;
  packages: readonly InstalledPackage[];
  /** Version of .NET Framework 4, the one that its build came with where the image does not say; null: unknown. */
  dotNet?: string | null;
  /** EditionID, for example IoTEnterpriseS: the dates of support differ. */
  edition?: string | null;
  /** Client, Server, Server Core, WindowsPE. */
  installationType?: string | null;
  /** YYYY-MM of the cumulative update that the image is at; null when nobody knows it. */
  month?: string | null;
  /** Packages of the recovery image inside; null when there is none, left out when nobody looked. */
  recovery?: readonly InstalledPackage[] | null;
  /** The newest of the catalog that the packages of the image are, by kind of line. */
  newest?: ReadonlyMap<UpdateKind, Generation & { articleId: string | null }>;
}

/** What is known of an update. */
export type UpdateFacts = Pick<
  DerivedUpdate,
  'kind' | 'family' | 'release' | 'architecture' | 'articleId' | 'lines' | 'isOfflineServiceable' | 'reason'
> &
  Partial<Pick<DerivedUpdate, 'dotNetVersions' | 'learned' | 'revision' | 'month'>> & {
    /** Names of its files. */
    fileNames?: readonly string[];
  };
