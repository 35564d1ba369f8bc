/**
 * What differs between the machines that dism.exe runs on and shows in what it prints. All of it has a default, so that
 * a script sees the same bytes everywhere unless it asks for others.
 */
export interface Machine {
  /** Version of dism.exe, as the second line of every answer says it. */
  version: string;
  /** Culture of dates, times and grouped digits, for example en-GB, and without /English of the words (languages.ts). */
  culture: string;
  /** Letters of the drives that a clean-up scans; undefined: those that mounts and the current folder are on. */
  drives: string[] | undefined;
  /** Folder with the Windows that /Online services; undefined: /Online is refused. */
  online: string | undefined;
}

/** Reads it from the environment. Throws an Error with the reason for what cannot be: it must not pass as the default. */
export function machineOf(env: Readonly<Record<string, string | undefined>>): Machine {
  const version = env['IMGUPDATE_DISM_VERSION'] || DEFAULT_VERSION;
  if (!/^\d{1,5}(?:\.\d{1,5}){3}$/.test(version)) throw new Error(`IMGUPDATE_DISM_VERSION is no version: ${version}`);
  const culture = env['IMGUPDATE_DISM_CULTURE'] || 'en-US';
  if (!isCulture(culture)) throw new Error(`IMGUPDATE_DISM_CULTURE is no culture: ${culture}`);
  const drives = env['IMGUPDATE_DISM_DRIVES'] || undefined;
  if (drives !== undefined && !/^[A-Z]+$/.test(drives))
    throw new Error(`IMGUPDATE_DISM_DRIVES is no letters: ${drives}`);
  return { version, culture, drives: drives?.split(''), online: env['IMGUPDATE_DISM_ONLINE'] || undefined };
}

function isCulture(culture: string): boolean {
  try {
    return Intl.NumberFormat.supportedLocalesOf(culture).length === 1;
  } catch {
    return false;
  }
}

const DEFAULT_VERSION = '10.0.26100.5074';
