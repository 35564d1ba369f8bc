import { join } from 'node:path';
import { featureFolder } from './feature-folder.ts';
import { putAddition } from './put-addition.ts';
import type { Step } from './step.ts';

/** Adds a feature on demand to the mounted index, from the sources of the plan and from nowhere else. A failure ends the run. */
export const addCapability: Step = {
  kind: 'add-capability',
  weight: 1,
  async run(step, work) {
    const { index = 1, capability = '' } = step;
    const mountDir = work.folder.mount(index);
    const sources = work.plan.featureSources.flatMap(({ number, folders }) =>
      folders.map((folder) => join(featureFolder(work, number), ...folder.split('/'))),
    );
    work.log.write(`Adding the capability ${capability} to index ${index} from ${sources.join(', ')}`);
    await putAddition(step, work, {
      addition: { kind: 'capability', name: capability },
      call: (options) => work.dism.addCapability({ ...options, mountDir, capability, sources }),
    });
  },
};
