import type { WimImageInfo } from '../formats/wim/types.ts';
import type { InstalledRevision } from './cumulative-update.ts';
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
  if (version === undefined || (version.build === null && build === null)) return { build, ubr: null, warnings: [] };
  if (build !== null && version.build !== null && build !== version.build) {
    return {
      build,
      ubr: null,
      warnings: ['its registry has no revision, and the XML of the file is about another build'],
    };
  }
  return {
    build: build ?? version.build,
    ubr: version.spBuild,
    warnings:
      version.spBuild === null && build !== null
        ? []
        : [`${build === null ? 'build and revision are' : 'the revision is'} taken from the XML of the file`],
  };
}

/**
 * Of Windows PE and recovery environments the registry stays behind: servicing moves the packages and the XML, not the
 * UBR. The highest revision that one of them proves counts, and where they differ it says so.
 */
export function recoveryVersion(
  version: VersionAndSource,
  { version: inXml }: WimImageInfo,
  newest: InstalledRevision | undefined,
): VersionAndSource {
  const { build } = version;
  const proved = [
    ...(version.ubr === null ? [] : [{ ubr: version.ubr, from: 'registry' }]),
    ...(inXml?.spBuild == null || inXml.build !== build ? [] : [{ ubr: inXml.spBuild, from: 'XML' }]),
    ...(newest === undefined || newest.build !== build ? [] : [{ ubr: newest.revision, from: 'packages' }]),
  ].sort((a, b) => b.ubr - a.ubr);
  const [highest] = proved;
  if (highest === undefined || highest.ubr === proved.at(-1)?.ubr) return version;
  const all = proved.map(({ ubr, from }) => `${from} ${build}.${ubr}`).join(', ');
  const text = `its revision differs by source (${all}); the highest counts, because the registry of Windows PE stays behind`;
  return { ...version, ubr: highest.ubr, warnings: [...version.warnings, text] };
}
