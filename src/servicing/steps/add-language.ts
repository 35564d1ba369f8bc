import { join } from 'node:path';
import { Problem } from '../../errors.ts';
import { featureFolder } from './feature-folder.ts';
import { putAddition } from './put-addition.ts';
import type { Step } from './step.ts';

/**
 * Adds the language pack of one language to the mounted index. One that fails ends the run, whatever ContinueOnError says:
 * an image with half of its languages is none that somebody asked for.
 */
export const addLanguage: Step = {
  kind: 'add-language',
  weight: 3,
  async run(step, work) {
    const { index = 1, language = '' } = step;
    const assignment = work.plan.assignments.find((each) => each.index === index);
    const pack = assignment?.additions?.languages.find((each) => each.language === language);
    if (pack === undefined) throw new Problem('ImgUnexpected', { detail: `The plan has no pack for step ${step.id}.` });
    const packagePath = join(featureFolder(work, pack.source), ...pack.file.split('/'));
    const mountDir = work.folder.mount(index);
    work.log.write(`Adding the language ${language} to index ${index} from ${packagePath}`);
    await putAddition(step, work, {
      addition: { kind: 'language', name: language },
      call: (options) => work.dism.addPackage({ ...options, mountDir, packagePath }),
    });
  },
};
