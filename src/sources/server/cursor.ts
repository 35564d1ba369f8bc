import type { Identity } from './soap.ts';

/** How far a sync with a server came. The text is opaque to everybody else; one that cannot be read counts as none. */
export interface ServerCursor {
  /** Address of the server that the anchors are of. */
  server: string;
  /** Everything was wanted again and is not there yet: what is known does not count. */
  full: boolean;
  /** Where the last complete list of categories, and of updates, ended. Opaque. */
  categoryAnchor: string | null;
  anchor: string | null;
  /** What `anchor` is about. */
  subscription: readonly string[];
  /** A list that is not fetched to its end. */
  pending: Pending | null;
  /** Revisions that could not be had whole, to be asked for again the next time, and how often they were. */
  again: readonly Again[];
}

export type Again = Identity & { times: number };

export interface Pending {
  phase: Phase;
  /** Id of the kept list, and how many of its entries are done. */
  list: string;
  done: number;
  /** What becomes `anchor` or `categoryAnchor`, and `subscription`, at its end. */
  anchor: string;
  subscription: readonly string[];
}

export type Phase = 'categories' | 'updates';

const version = 1;

export function writeCursor(cursor: ServerCursor): string {
  return JSON.stringify({ version, ...cursor });
}

/** Anchors of another server are of no use. */
export function readCursor(text: string | null, server: string): ServerCursor {
  const fresh = { server, categoryAnchor: null, anchor: null, subscription: [], pending: null, again: [] };
  if (text === null) return { ...fresh, full: true };
  try {
    const read = JSON.parse(text) as ServerCursor & { version: number };
    if (read.version !== version || read.server !== server) return { ...fresh, full: false };
    const { full, categoryAnchor, anchor, subscription, pending, again } = read;
    return { server, full, categoryAnchor, anchor, subscription, pending, again };
  } catch {
    return { ...fresh, full: false };
  }
}
