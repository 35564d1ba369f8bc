import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Something a test needs that a machine may lack. `reason` completes the sentence "not run: ...". */
export interface Requirement {
  available: boolean;
  reason: string;
  /** Absolute path of what was found; what was looked for when it was not. */
  path: string;
}

const sharedRoot =
  process.env['IMGUPDATE_SHARED_DATA'] ?? fileURLToPath(new URL('../../../shared/data', import.meta.url));

/**
 * What tests may need and how they say that it is missing. Use as `it.skipIf(anyMissing(x))(titled('...', x), ...)`: the reason is part
 * of the printed title of the skipped test.
 */
export const requires = {
  /** A program on PATH, for example wimlib-imagex (Debian: wimtools). */
  tool(name: string): Requirement {
    const names = process.platform === 'win32' ? [`${name}.exe`, `${name}.cmd`] : [name];
    const found = (process.env['PATH'] ?? '')
      .split(delimiter)
      .flatMap((folder) => names.map((file) => join(folder, file)))
      .find((path) => existsSync(path));
    return { available: found !== undefined, reason: `${name} is not on PATH`, path: found ?? name };
  },

  /** Processes can be looked for by their command line: on Windows WMI knows it, and Wine has none. */
  commandLines(): Requirement {
    const isWine = process.platform === 'win32' && existsSync('C:\\windows\\system32\\winecfg.exe');
    return { available: !isWine, reason: 'Wine has no WMI, which knows command lines', path: 'Win32_Process' };
  },

  /** A file of the collected real-world data, by its path below that folder. */
  shared(path: string): Requirement {
    const full = join(sharedRoot, path);
    return {
      available: existsSync(full),
      reason: `the collected data file ${path} is not on this machine`,
      path: full,
    };
  },
};

/** Title of a test that may not run: the reason stands in the report where it is skipped. */
export function titled(title: string, ...needed: Requirement[]): string {
  const missing = needed.filter((need) => !need.available);
  return missing.length === 0 ? title : `${title} (not run: ${missing.map((need) => need.reason).join('; ')})`;
}

/** True when a test must be skipped because one of its requirements is missing. */
export function anyMissing(...needed: Requirement[]): boolean {
  return needed.some((need) => !need.available);
}
