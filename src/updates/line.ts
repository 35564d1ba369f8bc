import { type Architecture, regularKind, type UpdateKind } from './kinds.ts';
import { isKnownFamily } from './known-releases.ts';

/** What an update belongs to. Only updates of one line compete for "latest". Previews stand in the line of their kind. */
export interface Line {
  family: string;
  /** Empty for a family that is new here and whose titles name no release: then it is the only one it has. */
  release: string;
  architecture: Architecture;
  kind: UpdateKind;
}

/** The line as one text, for indexes and for `line` in explanations. */
export function lineKey(line: Line): string {
  return `${line.family}|${line.release}|${line.architecture}|${line.kind}`;
}

/** The line of an update with these facts; null when one is missing: such an update is never chosen. */
export function lineOf(facts: {
  family: string | null;
  release: string | null;
  architecture: Architecture | null;
  kind: UpdateKind;
}): Line | null {
  const { family, architecture, kind } = facts;
  const release = facts.release ?? (family !== null && isNewFamily(family) ? '' : null);
  if (family === null || release === null || architecture === null || kind === 'Unknown') return null;
  return { family, release, architecture, kind: regularKind(kind) };
}

/** "Windows Server 2028" on the day it appears. An edition that is named apart is no family of its own to choose for. */
function isNewFamily(family: string): boolean {
  return !isKnownFamily(family) && !family.includes(':');
}
