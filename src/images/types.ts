/**
 * What is inside an image file; the members are those of the documents `image.inspect` and `image.installed`. Types, not
 * interfaces, so that they fit the generated types of the contract, which are open for more members.
 */

/** Which image inside an ISO image was read, and where it lies. */
export type IsoFacts = {
  /** Of the volume; '' where it has none. */
  label: string;
  /** Path on the disc; of a split set that of its first part. */
  file: string;
  /** Where it begins in the ISO image; null where it does not lie there in one piece. */
  offset: number | null;
  /** Bytes of the image, all parts of a set together. */
  size: number;
};

export type ImageInspection = {
  path: string;
  /** Bytes of the file at `path`. */
  size: number;
  /** Only of an ISO image. */
  iso?: IsoFacts;
  format: ImageFormat;
  /** The emulator made this file: nothing in it was ever patched by Windows. */
  rehearsal: boolean;
  indexes: ImageIndex[];
  /** Sentences about what was missing or contradicts itself; each names the index that it is about. */
  warnings: string[];
};

export type ImageFormat = {
  compression: 'none' | 'XPRESS' | 'LZX' | 'LZMS';
  chunkSize: number;
  solid: boolean;
  partNumber: number;
  totalParts: number;
  bootIndex: number;
};

/** The part of a line that an image decides: null where nothing in the image tells. */
export type ImageLine = {
  family: string | null;
  release: string | null;
  architecture: string | null;
};

/** One Windows in the file. Null: neither its registry nor the file's XML says it. */
export type ImageIndex = ImageLine & {
  index: number;
  name: string;
  description: string;
  edition: string | null;
  installationType: string | null;
  languages: string[];
  defaultLanguage: string | null;
  build: number | null;
  ubr: number | null;
  /** "build.ubr" */
  revision: string | null;
  /** Version of .NET Framework 4, for example 4.8.1. */
  dotNet: string | null;
  fileCount: number;
  directoryCount: number;
  totalBytes: number;
  created: string | null;
  modified: string | null;
  /** As the registry has it, else the XML: Windows 11 still says "Windows 10" there. */
  productName: string | null;
  /** When superseded updates were last removed for good (ResetBase). */
  lastResetBase: string | null;
  /** What waits for the first start, or hinders a clean-up: a file or keys of the registry. */
  pending: string[];
  /** Where build, revision, edition and product name come from; null where nothing says it. */
  sources: FactSources;
  /** Only when packages were asked for. */
  packages?: ImagePackage[];
  /** Only when features were asked for. */
  features?: ImageFeature[];
  /** Only when it was asked for; null when the index has no recovery image. */
  winre?: RecoveryImage | null;
};

export type FactSource = 'registry' | 'xml' | null;
export type FactSources = { build: FactSource; revision: FactSource; edition: FactSource; productName: FactSource };

/** A part of Windows that can be switched on and off. */
export type ImageFeature = {
  name: string;
  displayName: string | null;
  /** As DISM names it. */
  state: string;
  /** Identity of the package that brings it; null when only the choice of an administrator is known. */
  package: string | null;
  /** 'registry': its package's manifest is not in the image, so that it may be a part and no feature. */
  source: 'registry and manifest' | 'registry' | 'selection';
};

/** The recovery image inside an index, read where it lies. */
export type RecoveryImage = {
  /** Inside the index. */
  path: string;
  size: number;
  sha1: string;
  indexes: ImageIndex[];
  warnings: string[];
};

export type ImagePackage = {
  identity: string;
  name: string;
  version: string;
  /** x86, x64, arm64; else as the package has it (wow64, msil). */
  architecture: string;
  /** Empty for neutral. */
  language: string;
  /** Of updates as their manifest says; of other packages where the name says it, else null. */
  releaseType: string | null;
  /** As DISM names it; see `packageState`. */
  state: string;
  installTime: string | null;
  articleId: string | null;
  /** A part of another package: DISM does not list it. */
  hidden: boolean;
};

/** An update in an index. */
export type InstalledUpdate = {
  index: number;
  articleId: string | null;
  identity: string;
  name: string;
  version: string;
  state: string;
  installTime: string | null;
};

/**
 * Finds the KB of a cumulative update, which the image does not hold: by family, release and architecture of the image
 * and the "build.revision" of the update. Builds that share updates share revisions, so a 25H2 image (26200) holds
 * updates of revision 26100.n.
 */
export type ArticleOf = (line: ImageLine, revision: string) => string | null;
