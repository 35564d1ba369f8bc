import type { PlanInput, PlanUpdate } from '../../../src/servicing/plan/input.ts';

type Applicability = PlanUpdate['applicability'][number];

/** One index per revision that is named, from 1. */
export function input(
  revisions: (string | null)[],
  updates: PlanUpdate[],
  options: Partial<PlanInput['options']> = {},
) {
  return {
    image: {
      ...{ name: 'Image', path: '/images/install.wim', size: 1000, rehearsal: false },
      indexes: revisions.map((revision, at) => ({
        index: at + 1,
        name: `Index ${at + 1}`,
        revision,
        totalBytes: 5000,
      })),
    },
    updates,
    options: { removeSupersededUpdates: false, indexes: [], ...options },
  } satisfies PlanInput;
}

/** An update; for each index from 1: the revision that it brings, or the word that says why it does not go in. */
export function update(uniqueId: string, ...indexes: (string | null)[]): PlanUpdate {
  return {
    ...{ uniqueId, articleId: uniqueId, title: `Update ${uniqueId}`, kind: 'CumulativeUpdate', size: 100 },
    applicability: indexes.map((each, at) => applicability(at + 1, each)),
  };
}

function applicability(index: number, given: string | null): Applicability {
  if (given === 'Present' || given === 'NotSupported') {
    return { index, status: given, reasonCode: `${given}Code`, reason: `It is ${given}.`, revision: null };
  }
  return { index, status: 'Applicable', reasonCode: 'Newer', reason: 'It is newer.', revision: given };
}
