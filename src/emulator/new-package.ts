import type { ByteSink, NewDigest } from '../formats/bytes.ts';
import type { PackageManifest } from '../formats/mum/manifest.ts';
import type { StandInFacts } from '../packages/stand-in/package.ts';
import type { Compression } from '../ports/compression.ts';

/** All that goes into a package, whatever its form. */
export interface NewPackage {
  facts: StandInFacts;
  manifest: PackageManifest;
  manifestText: Uint8Array;
  factsText: Uint8Array;
}

/** Where a package goes, and what its writers need from outside. */
export interface PackageTarget {
  sink: ByteSink;
  newDigest: NewDigest;
  compression: Pick<Compression, 'deflateRaw'>;
}
