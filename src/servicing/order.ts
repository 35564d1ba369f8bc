import { resolve } from 'node:path';
import { Problem } from '../errors.ts';
import { inOrderOfCapabilities } from '../formats/mum/capability.ts';
import type { Order } from './run/run-store.ts';

/** The members of a request that make an order; a request leaves out what it does not ask for. */
export type OrderRequest = Partial<Order>;

/** What is serviced beside Windows. */
export type Profile = 'image' | 'upgrade-folder' | 'media';

export const inclusions = ['includeWinRE', 'includeBootImage', 'includeSetup'] as const;

/** A folder from which a running Windows is upgraded is never started from: its boot.wim plays no part. */
const profiles: Readonly<Record<Profile, Readonly<Record<(typeof inclusions)[number], boolean>>>> = {
  image: { includeWinRE: false, includeBootImage: false, includeSetup: false },
  'upgrade-folder': { includeWinRE: true, includeBootImage: false, includeSetup: true },
  media: { includeWinRE: true, includeBootImage: true, includeSetup: true },
};

/** The order that a request spells; `updates` as given, not yet resolved. Throws Problem ImgScheduleInvalid. */
export function orderFrom(request: OrderRequest): Order {
  const updates = request.updates ?? [];
  const profile = request.profile ?? 'image';
  const included = profiles[profile];
  const latest = request.latest === true;
  const rule = request.rule ?? null;
  const ways = [updates.length > 0, latest, rule !== null].filter(Boolean).length;
  if (ways > 1) {
    throw new Problem('ImgScheduleInvalid', { detail: 'Pass one of updates, latest and rule, not several.' });
  }
  const additions = additionsOf(request);
  const features = once(request.features ?? []);
  const isMore =
    additions.languages.length + additions.capabilities.length + features.length > 0 ||
    request.updateBootManager != null;
  if (ways === 0 && request.driverFolder == null && !isMore) {
    throw new Problem('ImgScheduleInvalid', {
      detail: 'Nothing says what goes in.',
      remedy:
        'Pass updates, languages, capabilities, features, driverFolder or updateBootManager, or latest or a rule to choose when the run starts.',
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
    profile,
    includeWinRE: request.includeWinRE ?? included.includeWinRE,
    includeBootImage: request.includeBootImage ?? included.includeBootImage,
    includeSetup: request.includeSetup ?? included.includeSetup,
    updateBootManager: request.updateBootManager ?? null,
    ...additions,
    features,
    featureSource: request.featureSource == null ? null : resolve(request.featureSource),
    driverFolder: request.driverFolder == null ? null : resolve(request.driverFolder),
    forceUnsigned: request.forceUnsigned === true,
    strict: request.strict === true,
    updateDistributionPoint: request.updateDistributionPoint === true,
    indexes: [...new Set(request.indexes ?? [])].sort((a, b) => a - b),
    syncBeforeRun: request.syncBeforeRun ?? null,
    downloadContent: request.downloadContent ?? null,
  };
}

/** Each once, languages and capabilities in any case. Throws Problem ImgScheduleInvalid. */
function additionsOf(request: OrderRequest): Required<Pick<Order, 'languages' | 'capabilities' | 'capabilitySources'>> {
  const languages = once(request.languages ?? []);
  const capabilities = inOrderOfCapabilities(once(request.capabilities ?? []));
  const capabilitySources = [...new Set((request.capabilitySources ?? []).map((path) => resolve(path)))];
  if (languages.length + capabilities.length > 0 && capabilitySources.length === 0) {
    throw new Problem('ImgScheduleInvalid', {
      detail: 'Nothing says where languages and capabilities come from.',
      remedy: 'Pass capabilitySources: a folder or an ISO image with languages and features on demand of the release.',
    });
  }
  return { languages, capabilities, capabilitySources };
}

/** What a schedule that services nothing asks of images. */
export const noOrder: Order = {
  ...{ updates: [], latest: false, rule: null, continueOnError: false, removeSupersededUpdates: false },
  ...{ updateDistributionPoint: false, indexes: [] },
};

/** Each name once, in any case. */
function once(names: readonly string[]): string[] {
  return [...new Map(names.map((name) => [name.toLowerCase(), name])).values()];
}
