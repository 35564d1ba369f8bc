import { type RawBuilder, sql } from 'kysely';
import { endOfTime } from '../../updates/as-of.ts';

/**
 * Whether an update (`u`) is superseded: its source says so, or another update does. At a time in the past only what is
 * known with a date counts: a successor that had been posted by then. What a source merely flags it flags as of today.
 */
export function isSupersededAt(asOf: string | undefined): RawBuilder<boolean> {
  if (asOf === undefined) {
    return sql`(u.is_superseded = 1 OR EXISTS (SELECT 1 FROM catalog_edge e WHERE e.older = u.unique_id))`;
  }
  return sql`EXISTS (SELECT 1 FROM catalog_edge e JOIN catalog_update newer ON newer.unique_id = e.newer
    WHERE e.older = u.unique_id AND newer.posted <= ${endOfTime(asOf)})`;
}

/** Whether it is expired. No source says since when, so at a time in the past none is. */
export function isExpiredAt(asOf: string | undefined): RawBuilder<boolean> {
  return asOf === undefined ? sql`u.is_expired = 1` : sql`0`;
}
