/**
 * Releases of .NET Framework 4: an image has exactly one, and only the update for it changes anything. The numbers are
 * those of the registry value Release (Microsoft: "Determine which .NET Framework versions are installed").
 */
import { fileArchitecture } from './file-names.ts';
import type { Architecture } from './kinds.ts';

/** Smallest Release of each version, newest first. */
const versions: readonly (readonly [number, string])[] = [
  [533320, '4.8.1'],
  [528040, '4.8'],
  [461808, '4.7.2'],
  [461308, '4.7.1'],
  [460798, '4.7'],
  [394802, '4.6.2'],
  [394254, '4.6.1'],
  [393295, '4.6'],
  [379893, '4.5.2'],
  [378675, '4.5.1'],
  [378389, '4.5'],
];

/** First build of Windows that came with each version, newest first. */
const shipped: readonly (readonly [number, string])[] = [
  [22621, '4.8.1'],
  [18362, '4.8'],
  [17134, '4.7.2'],
  [16299, '4.7.1'],
  [15063, '4.7'],
  [14393, '4.6.2'],
  [10586, '4.6.1'],
  [10240, '4.6'],
];

/** The version that a value of Release means; null for what is older than 4.5. */
export function dotNetVersion(release: number): string | null {
  return versions.find(([least]) => release >= least)?.[1] ?? null;
}

/** The version that a build of Windows came with; a newer one may have been installed since. */
export function shippedDotNet(build: number): string | null {
  return shipped.find(([least]) => build >= least)?.[1] ?? null;
}

/** The value of Release that a version begins with. */
export function dotNetRelease(version: string): number | null {
  return versions.find(([, name]) => name === version)?.[0] ?? null;
}

/**
 * The files of an update for one version: those that name it (-ndp481); where none does, those that name no version.
 * Files of another architecture are left out.
 */
export function dotNetFiles(
  names: readonly string[],
  { version, architecture }: { version: string | null; architecture: Architecture | null },
): string[] {
  const own = names.filter((name) => {
    const named = fileArchitecture(name);
    return architecture === null || named === null || named === architecture;
  });
  if (version === null) return own;
  const tagged = own.filter((name) => tagOf(name) === version.replaceAll('.', ''));
  return tagged.length > 0 ? tagged : own.filter((name) => tagOf(name) === null);
}

function tagOf(name: string): string | null {
  return /-ndp(\d{2,3})(?=[_.-])/i.exec(name)?.[1] ?? null;
}
