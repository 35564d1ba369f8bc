/** What the names of an update's files say: the architecture, and the build that a servicing stack in it is made for. */
import { type Architecture, isArchitecture } from './kinds.ts';

/** Architecture in a file name such as "windows10.0-kb5043064-x64_15af.cab"; null when none is named. */
export function fileArchitecture(name: string): Architecture | null {
  for (const part of name.toLowerCase().split(/[-_.]/)) {
    if (part === 'amd64') return 'x64';
    if (isArchitecture(part)) return part;
  }
  return null;
}

/** The one architecture that all files which name any agree on. */
export function filesArchitecture(names: readonly string[]): Architecture | null {
  const found = new Set(names.flatMap((name) => fileArchitecture(name) ?? []));
  return found.size === 1 ? ([...found][0] ?? null) : null;
}

/** Build in the name of a servicing stack file ("SSU-22621.1550-x64.cab"); null when no file or several builds. */
export function servicingStackBuild(names: readonly string[]): number | null {
  const builds = new Set(names.flatMap((name) => /^(?:.*_)?ssu-(\d{5})\.\d+-/i.exec(name)?.[1] ?? []));
  const [build] = builds;
  return builds.size === 1 && build !== undefined ? Number(build) : null;
}

/** Whether a file is a package made for "Windows11.0": builds after the first one of Windows 11, which says Windows10.0. */
export function namesWindows11Package(names: readonly string[]): boolean {
  return names.some((name) => /^(?:[0-9a-f]{40}_)?windows11\.0-kb/i.test(name));
}

/** KB in the name of a file; null when it names none. */
export function articleOfFile(name: string): string | null {
  return /kb(\d{6,8})(?!\d)/i.exec(name)?.[1] ?? null;
}

/** Whether the files are those of media: a new installation, not an update of one. */
export function isMedia(names: readonly string[]): boolean {
  return names.some((name) => /\.(esd|wim|iso|swm)$/i.test(name)) && !names.some((name) => /\.(msu|cab)$/i.test(name));
}
