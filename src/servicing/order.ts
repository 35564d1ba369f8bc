import { Problem } from '../errors.ts';
import type { Order } from './run/run-store.ts';

/** The members of a request that make an order. */
export interface OrderRequest {
  updates?: string[];
  latest?: boolean;
  continueOnError?: boolean;
  removeSupersededUpdates?: boolean;
  updateDistributionPoint?: boolean;
  indexes?: number[];
}

/** The order that a request spells; `updates` as given, not yet resolved. Throws Problem ImgScheduleInvalid. */
export function orderFrom(request: OrderRequest): Order {
  const updates = request.updates ?? [];
  const latest = request.latest === true;
  if (updates.length > 0 && latest) {
    throw new Problem('ImgScheduleInvalid', { detail: 'Pass either updates or latest, not both.' });
  }
  if (updates.length === 0 && !latest) {
    throw new Problem('ImgScheduleInvalid', {
      detail: 'Nothing says which updates go in.',
      remedy: 'Pass updates, or latest to choose the newest cumulative update when the run starts.',
    });
  }
  return {
    updates,
    latest,
    continueOnError: request.continueOnError === true,
    removeSupersededUpdates: request.removeSupersededUpdates === true,
    updateDistributionPoint: request.updateDistributionPoint === true,
    indexes: [...new Set(request.indexes ?? [])].sort((a, b) => a - b),
  };
}
