import type { Source } from '../../contract/generated/types.ts';

/** A sync a month is the least that a site needs; after these days the newest month is missing. */
const staleAfter = 35 * 24 * 60 * 60 * 1000;

/** The state that is shown: what worked is stale when that was too long ago. `since` is the last success, RFC 3339. */
export function stateAt(now: Date, { state, since }: { state: Source['state']; since: string }): Source['state'] {
  return state === 'ok' && now.getTime() - Date.parse(since) > staleAfter ? 'stale' : state;
}
