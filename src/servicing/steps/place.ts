import type { PlanStep } from '../../contract/generated/types.ts';
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
}

export function placeOf({ index = 1, recovery, bootImage }: PlanStep, { folder, outcome }: Work): Place {
  if (bootImage === true) {
    const { image: imageFile, mount } = folder.boot;
    const isChanged = outcome.boot.installed.has(index);
    return { imageFile, index, mountDir: mount(index), words: `index ${index} of boot.wim`, isChanged };
  }
  if (recovery === undefined) {
    const isChanged = changedIndexes(outcome).has(index);
    return { imageFile: folder.image, index, mountDir: folder.mount(index), words: `index ${index}`, isChanged };
  }
  const { image, mount } = folder.recovery(recovery);
  const isChanged = outcome.recovery.has(recovery);
  return { imageFile: image, index: 1, mountDir: mount, words: `recovery image ${recovery}`, isChanged };
}
