import { resolve } from 'node:path';
import { Problem } from '../errors.ts';
import type { Order } from './run/run-store.ts';

/** The members of a request that make an order. */
export interface OrderRequest {
  updates?: string[];
  latest?: boolean;
  rule?: string | null;
  continueOnError?: boolean;
  removeSupersededUpdates?: boolean;
  cleanupWhenPending?: 'fail' | 'skip';
  includeDotNet?: boolean | null;
  includeWinRE?: boolean;
  includeBootImage?: boolean;
  driverFolder?: string | null;
  forceUnsigned?: boolean;
  updateDistributionPoint?: boolean;
  indexes?: number[];
  syncBeforeRun?: boolean | null;
  downloadContent?: boolean | null;
}

/** The order that a request spells; `updates` as given, not yet resolved. Throws Problem ImgScheduleInvalid. */
export function orderFrom(request: OrderRequest): Order {
  const updates = request.updates ?? [];
  const latest = request.latest === true;
  const rule = request.rule ?? null;
  const ways = [updates.length > 0, latest, rule !== null].filter(Boolean).length;
  if (ways > 1) {
    throw new Problem('ImgScheduleInvalid', { detail: 'Pass one of updates, latest and rule, not several.' });
  }
  if (ways === 0 && request.driverFolder == null) {
    throw new Problem('ImgScheduleInvalid', {
      detail: 'Nothing says what goes in.',
      remedy: 'Pass updates or driverFolder, or latest or a rule to choose when the run starts.',
    });
  }
  return {
    updates,
    latest,
    rule,
    continueOnError: request.continueOnError === true,
    removeSupersededUpdates: request.removeSupersededUpdates === true,
    cleanupWhenPending: request.cleanupWhenPending ?? 'fail',
    includeDotNet: request.includeDotNet ?? null,
    includeWinRE: request.includeWinRE === true,
    includeBootImage: request.includeBootImage === true,
    driverFolder: request.driverFolder == null ? null : resolve(request.driverFolder),
    forceUnsigned: request.forceUnsigned === true,
    updateDistributionPoint: request.updateDistributionPoint === true,
    indexes: [...new Set(request.indexes ?? [])].sort((a, b) => a - b),
    syncBeforeRun: request.syncBeforeRun ?? null,
    downloadContent: request.downloadContent ?? null,
  };
}

/** What a schedule that services nothing asks of images. */
export const noOrder: Order = {
  ...{ updates: [], latest: false, rule: null, continueOnError: false, removeSupersededUpdates: false },
  ...{ updateDistributionPoint: false, indexes: [] },
};
