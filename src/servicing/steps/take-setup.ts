import { join } from 'node:path';
import { Problem } from '../../errors.ts';
import { writeNewFile } from '../../images/library/new-file.ts';
import { imageProblem, openImageFile } from '../../images/library/open-image.ts';
import { setupPrograms, setupProgramsIn } from '../verify/setup-programs.ts';
import { noteMediaFile } from './media-file.ts';
import type { Step } from './step.ts';

/** Takes the programs of Setup out of boot.wim as it will be; whatever the dynamic update brings, these win. */
export const takeSetup: Step = {
  kind: 'take-setup',
  weight: 1,
  async run({ id, target }, work) {
    const { ports, folder, log } = work;
    const path = work.outcome.boot.installed.size > 0 ? folder.boot.image : target;
    const { wim, close } = openImageFile(ports, path);
    try {
      const found = setupProgramsIn(wim);
      if (!found.has('setup.exe')) {
        throw new Problem('ImgImageFileNotFound', { detail: `${target} holds no sources\\setup.exe in any index.` });
      }
      const place = folder.packages(id);
      ports.files.makeFolder(place);
      for (const name of setupPrograms) {
        const sha1 = found.get(name);
        if (sha1 === undefined) continue;
        log.write(`Taking ${name} out of ${path}`);
        const file = join(place, name);
        await writeNewFile(ports, file, async (sink) => {
          for (const piece of wim.read(sha1)) sink.append(piece);
        });
        await noteMediaFile(work, work.outcome.setup.files, { names: ['sources', name], file });
      }
    } catch (error) {
      throw imageProblem(error, path);
    } finally {
      close();
    }
  },
};
