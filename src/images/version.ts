import type { WimImageInfo } from '../formats/wim/types.ts';
import type { WindowsFacts } from './hive-facts.ts';

/** Build and revision of one index, and what is to be said about where they come from. */
export interface VersionAndSource {
  build: number | null;
  ubr: number | null;
  warnings: string[];
}

/**
 * The registry decides: the XML has the revision of the last commit, and of a system with an enablement package it has
 * the build below (19041 for 22H2). Without a registry the XML is what is left.
 */
export function versionOf({ version }: WimImageInfo, windows: WindowsFacts | undefined): VersionAndSource {
  const build = windows?.build ?? null;
  if (build !== null && windows?.ubr !== null && windows?.ubr !== undefined) {
    return { build, ubr: windows.ubr, warnings: [] };
  }
  if (version === undefined) return { build, ubr: null, warnings: [] };
  if (build !== null && build !== version.build) {
    return {
      build,
      ubr: null,
      warnings: ['its registry has no revision, and the XML of the file is about another build'],
    };
  }
  return {
    build: version.build,
    ubr: version.spBuild,
    warnings: [`${build === null ? 'build and revision are' : 'the revision is'} taken from the XML of the file`],
  };
}
