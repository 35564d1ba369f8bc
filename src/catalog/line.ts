import { type Architecture, regularKind, type UpdateKind } from './kinds.ts';

/** What an update belongs to. Only updates of one line compete for "latest". Previews stand in the line of their kind. */
export interface Line {
  family: string;
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
  const { family, release, architecture, kind } = facts;
  if (family === null || release === null || architecture === null || kind === 'Unknown') return null;
  return { family, release, architecture, kind: regularKind(kind) };
}
