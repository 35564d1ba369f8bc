import { putAddition } from './put-addition.ts';
import type { Step } from './step.ts';

/** Enables an optional feature in the mounted index, with those that it builds on. A failure ends the run. */
export const enableFeature: Step = {
  kind: 'enable-feature',
  weight: 2,
  async run(step, work) {
    const { index = 1, feature = '' } = step;
    const mountDir = work.folder.mount(index);
    const source = work.plan.featureSource;
    work.log.write(`Enabling the feature ${feature} in index ${index}${source === null ? '' : ` from ${source}`}`);
    await putAddition(step, work, {
      addition: { kind: 'feature', name: feature },
      call: (options) =>
        work.dism.enableFeature({ ...options, mountDir, feature, ...(source === null ? {} : { source }) }),
    });
  },
};
