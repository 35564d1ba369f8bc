import type { PlanStep } from '../../contract/generated/types.ts';
import type { Expected } from '../run/intent.ts';
import { expectationOf } from '../verify/proof.ts';
import type { InstalledUpdate } from './installed-update.ts';
import { changedIndexes, type Work } from './step.ts';

/** What a step works on: an index of the copy or of that of boot.wim, or a recovery image that was taken out of it. */
export interface Place {
  imageFile: string;
  index: number;
  mountDir: string;
  /** For the log. */
  words: string;
  /** The tool said that something was installed here: only then there is something to save. */
  isChanged: boolean;
  /** What it must be once it is saved. */
  expected(): Expected;
}

export function placeOf(step: PlanStep, work: Work): Place {
  const { index = 1, recovery, bootImage } = step;
  const { folder, outcome, plan } = work;
  const revised = (revision: string | null, installed: readonly InstalledUpdate[] = []): Expected => ({
    expectation: expectationOf(index, revision, installed),
    packages: [],
  });
  if (bootImage === true) {
    const { image: imageFile, mount } = folder.boot;
    const installed = outcome.boot.installed.get(index);
    const before = plan.boot?.indexes.find((each) => each.index === index)?.revision ?? null;
    return {
      ...{ imageFile, index, mountDir: mount(index), words: `index ${index} of boot.wim` },
      isChanged: installed !== undefined,
      expected: () => revised(before, installed),
    };
  }
  if (recovery === undefined) {
    return {
      ...{ imageFile: folder.image, index, mountDir: folder.mount(index), words: `index ${index}` },
      isChanged: changedIndexes(outcome).has(index),
      expected: () => revised(plan.imageRevisions.get(index) ?? null, outcome.installed.get(index)),
    };
  }
  const { image, mount } = folder.recovery(recovery);
  const packages = outcome.recovery.get(recovery);
  return {
    ...{ imageFile: image, index: 1, mountDir: mount, words: `recovery image ${recovery}` },
    isChanged: packages !== undefined,
    expected: () => ({ packages: packages ?? [] }),
  };
}
