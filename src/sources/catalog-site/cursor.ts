/**
 * What the source remembers between two syncs: which release rows it told, and the updates that it told with the facts
 * of the list by which a change is seen. All of it travels in the cursor.
 */
export interface SiteMemory {
  /** URL of a page of release information -> digest of the rows that were told. */
  pages: Map<string, string>;
  /** Lower-case GUID -> what the list said when it was told. */
  updates: Map<string, RememberedUpdate>;
}

export interface RememberedUpdate {
  stamp: string;
  title: string;
  /** Text of the query that found it. */
  query: string;
}

/** Updates that are remembered at most; the oldest are forgotten first and would be told again. */
const mostUpdates = 20_000;

/** An unknown or damaged cursor is none: everything is told again. */
export function readCursor(cursor: string | null): SiteMemory {
  const memory: SiteMemory = { pages: new Map(), updates: new Map() };
  const value = parsed(cursor);
  if (value?.version !== 1) return memory;
  for (const [url, digest] of Object.entries(Object(value.pages)))
    if (typeof digest === 'string') memory.pages.set(url, digest);
  for (const entry of Array.isArray(value.updates) ? value.updates : []) {
    if (!Array.isArray(entry) || !entry.every((part) => typeof part === 'string')) continue;
    const [id, stamp, query, title] = entry as string[];
    if (id !== undefined && stamp !== undefined && query !== undefined && title !== undefined) {
      memory.updates.set(id, { stamp, query, title });
    }
  }
  return memory;
}

export function writeCursor({ pages, updates }: SiteMemory): string {
  return JSON.stringify({
    version: 1,
    pages: Object.fromEntries(pages),
    updates: [...updates].slice(-mostUpdates).map(([id, { stamp, query, title }]) => [id, stamp, query, title]),
  });
}

function parsed(cursor: string | null): { version?: unknown; pages?: unknown; updates?: unknown } | null {
  try {
    return cursor === null ? null : Object(JSON.parse(cursor));
  } catch {
    return null;
  }
}
