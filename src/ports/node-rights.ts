import { posixRights } from './posix-rights.ts';
import { powerShell } from './power-shell/index.ts';
import type { Rights } from './rights.ts';
import { realWindowsParts, windowsRights } from './windows-rights.ts';

/** `Rights` of this platform. */
export const nodeRights: Rights =
  process.platform === 'win32' ? windowsRights(realWindowsParts(powerShell)) : posixRights;
