/**
 * Whether to service an image offline, to install updates while deploying, or to capture it anew; whether one index is
 * enough; whether superseded updates are to be removed. Pure: facts in, advice out, each part with its reason.
 */
import type { ServicingAdvice } from '../../contract/generated/types.ts';
import { considerations } from './considerations.ts';
import type { AdviceFacts, PlanFacts } from './facts.ts';

type Recommendation = Pick<ServicingAdvice, 'recommendation' | 'reasonCode' | 'reason'>;

const day = 86_400_000;
/** An image of a release that ends sooner is not worth another year of servicing. */
const nearEnd = 90;
/** A clean-up takes time and pays where a month or more of updates was replaced since the last one. */
const cleanUpAfter = 90;

/** The advice, without what names the image. */
export type Advice = Recommendation &
  Pick<ServicingAdvice, 'singleIndex' | 'removeSupersededUpdates' | 'ways' | 'figures'>;

/** What is advised, and why. */
export function advise(facts: AdviceFacts): Advice {
  const { plan } = facts;
  const recommendation = recommend(facts);
  const seconds = plan === null ? null : secondsOf(plan);
  const updateBytes = plan === null ? null : plan.updates.reduce((sum, { size }) => sum + size, 0);
  return {
    ...recommendation,
    singleIndex: singleIndex(facts),
    removeSupersededUpdates: cleanUp(facts),
    ways: waysOf(facts, { recommendation, seconds, updateBytes }),
    figures: {
      ...{ size: facts.size, indexes: facts.indexes.length, updates: [...(plan?.updates ?? [])], updateBytes, seconds },
      secondsFrom:
        seconds === null || plan === null
          ? null
          : plan.steps.some(({ isMeasured }) => isMeasured)
            ? 'history'
            : 'field',
      ...{ lastRun: facts.lastRun, distributionPoints: facts.distributionPoints },
    },
  };
}

function recommend({ plan, refusal, support, applications, name }: AdviceFacts): Recommendation {
  if (support !== null && support.daysLeft < nearEnd) {
    const ends =
      support.daysLeft < 0 ? `is out of support since ${support.ends}` : `gets its last update on ${support.ends}`;
    const reason = `${support.name} ${ends}: capture an image of a newer release.`;
    return { recommendation: 'Recapture', reasonCode: 'SupportEnds', reason };
  }
  if (applications.length > 0) {
    return {
      ...{ recommendation: 'Recapture', reasonCode: 'Applications' },
      reason: `${applications.join(', ')} in the image is updated by no package of Windows, and grows old in it; capture the image anew from time to time, and service it offline in between.`,
    };
  }
  if (plan === null) {
    return {
      ...{ recommendation: 'InstallWhileDeploying', reasonCode: 'NotPlannable' },
      reason: `${name} cannot be serviced offline now: ${refusal ?? 'nothing is known of its updates.'}`,
    };
  }
  const { updates, alreadyThere } = plan;
  if (updates.length > 0) {
    const articles = [...new Set(updates.map(({ articleId }) => `KB${articleId}`))].join(', ');
    const reason = `${articles} can go in before it is deployed; else each computer installs them and restarts.`;
    return { recommendation: 'ServiceOffline', reasonCode: 'UpdatesMissing', reason };
  }
  if (alreadyThere > 0) {
    const reason = 'It has the latest update; with a schedule it keeps up each month.';
    return { recommendation: 'ServiceOffline', reasonCode: 'UpToDate', reason };
  }
  return {
    ...{ recommendation: 'InstallWhileDeploying', reasonCode: 'NothingFits' },
    reason: 'The catalog has no update that can go into it offline.',
  };
}

function secondsOf({ steps }: PlanFacts): number | null {
  return steps.length === 0 ? null : steps.reduce((sum, step) => sum + step.seconds, 0);
}

/** What servicing the slowest index alone would save. */
function singleIndex({ indexes, plan }: AdviceFacts): ServicingAdvice['singleIndex'] {
  if (indexes.length === 1) {
    return { advised: false, indexes: 1, secondsSaved: 0, reason: 'It has a single index already.' };
  }
  const each = Map.groupBy(
    (plan?.steps ?? []).filter(({ index }) => index !== undefined),
    ({ index }) => index,
  );
  const times = [...each.values()].map((steps) => steps.reduce((sum, { seconds }) => sum + seconds, 0));
  const secondsSaved = times.length === 0 ? null : times.reduce((sum, time) => sum + time, 0) - Math.max(...times);
  return {
    ...{ advised: true, indexes: indexes.length, secondsSaved },
    reason: `Each of its ${indexes.length} indexes is mounted, serviced and saved by itself; with the one that you deploy, a run takes less time and the file is smaller.`,
  };
}

function cleanUp({ indexes, now }: AdviceFacts): ServicingAdvice['removeSupersededUpdates'] {
  const pending = indexes.filter((each) => each.pending.length > 0);
  if (pending.length > 0) {
    const which = pending.map(({ index }) => index).join(', ');
    const reason = `Work is pending in index ${which}, so that DISM refuses the clean-up (0x800f0806); start from a version without it.`;
    return { advised: false, reason };
  }
  const never = indexes.some(({ lastResetBase }) => lastResetBase === null);
  const oldest = indexes.map(({ lastResetBase }) => lastResetBase ?? '').sort()[0] ?? '';
  if (never)
    return {
      advised: true,
      reason: 'Superseded updates were never removed: the file gets smaller, in return for a longer run.',
    };
  const days = Math.floor((now - Date.parse(oldest)) / day);
  return days >= cleanUpAfter
    ? { advised: true, reason: `Superseded updates were last removed ${days} days ago.` }
    : { advised: false, reason: `Superseded updates were removed ${days} days ago: there is little to gain.` };
}

interface Costs {
  recommendation: Recommendation;
  seconds: number | null;
  updateBytes: number | null;
}

function waysOf(
  { size, distributionPoints }: AdviceFacts,
  { recommendation, seconds, updateBytes }: Costs,
): ServicingAdvice['ways'] {
  const sent = size * distributionPoints;
  const costs = {
    // Once, for all computers.
    ServiceOffline: { seconds, bytesSent: sent, bytesEach: 0 },
    InstallWhileDeploying: { seconds: 0, bytesSent: 0, bytesEach: updateBytes },
    // How long building a reference computer takes is not known here.
    Recapture: { seconds: null, bytesSent: sent, bytesEach: 0 },
  } as const;
  return (['ServiceOffline', 'InstallWhileDeploying', 'Recapture'] as const).map((way) => ({
    ...{ way, advised: way === recommendation.recommendation, ...costs[way], ...considerations[way] },
  }));
}
