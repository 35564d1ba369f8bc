import { existsSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type RealWindowsNeed, realWindowsNeeds } from './real-windows.ts';

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

  /** What POSIX alone has: owners, rights, devices, signals. */
  posix(what: string): Requirement {
    return { available: process.platform !== 'win32', reason: `Windows has no ${what}`, path: '' };
  },

  /** A system on which what only Windows can do must be refused. */
  notWindows(): Requirement {
    return { available: process.platform !== 'win32', reason: 'Windows can do it', path: '' };
  },

  /** What root and administrators may do anyway cannot be refused to them. */
  ordinaryUser(): Requirement {
    const available = process.platform !== 'win32' && process.getuid?.() !== 0;
    return { available, reason: 'an administrator may do anything', path: '' };
  },

  /** Networks of one's own are made by root. */
  administrator(): Requirement {
    return { available: process.getuid?.() === 0, reason: 'only root makes networks of its own', path: '' };
  },

  /** Symbolic links: Windows makes them for administrators and developers, its lane not at all. */
  links(): Requirement {
    return { available: canLink(), reason: `this machine makes no ${realWindowsNeeds.links.what}`, path: '' };
  },

  /** What a real Windows has and the Windows lane has not; other systems have their own. */
  withoutLane(name: keyof typeof realWindowsNeeds): Requirement {
    const { what }: RealWindowsNeed = realWindowsNeeds[name];
    return { available: !isLane, reason: `the Windows lane has no ${what}`, path: '' };
  },

  /** A machine on which nothing answers as PowerShell once PATH is empty. */
  noPowerShell(): Requirement {
    return { available: process.platform !== 'win32' || isLane, reason: 'Windows always has a PowerShell', path: '' };
  },

  /** A stub in the place of the scheduler; on a real Windows the real Task Scheduler would be told. */
  schedulerStub(): Requirement {
    const available = process.platform !== 'win32' || isLane;
    return { available, reason: 'the real Task Scheduler would answer', path: '' };
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

/** Wine, which the lane runs on, brings its own tools into the folder of the system. */
const isLane = process.platform === 'win32' && existsSync('C:\\windows\\system32\\wineboot.exe');

function canLink(): boolean {
  if (process.platform !== 'win32') return true;
  const folder = mkdtempSync(join(tmpdir(), 'imgupdate-links-'));
  try {
    symlinkSync(folder, join(folder, 'link'), 'junction');
    return existsSync(join(folder, 'link'));
  } catch {
    return false;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Title of a test that may not run: the reason stands in the report where it is skipped. */
export function titled(title: string, ...needed: Requirement[]): string {
  const missing = needed.filter((need) => !need.available);
  return missing.length === 0 ? title : `${title} (not run: ${missing.map((need) => need.reason).join('; ')})`;
}

/** True when a test must be skipped because one of its requirements is missing. */
export function anyMissing(...needed: Requirement[]): boolean {
  return needed.some((need) => !need.available);
}
