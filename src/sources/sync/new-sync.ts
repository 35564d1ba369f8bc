import type { Sync } from '../../contract/generated/types.ts';
import type { Ports } from '../../ports/index.ts';

/** A synchronisation that begins now. */
export function newSync({ clock, ids }: Ports, about: Pick<Sync, 'source' | 'type' | 'full'>): Sync {
  return {
    syncId: ids.next(),
    ...about,
    status: 'Running',
    started: clock.now().toISOString(),
    ended: null,
    told: 0,
    added: 0,
    changed: 0,
    unchanged: 0,
    expired: 0,
    failed: 0,
    releases: 0,
    categories: 0,
    requests: 0,
    bytes: 0,
    errors: [],
    warnings: [],
    problem: null,
  };
}
