/** The boot files of the media: taken out of boot.wim as it will be; the media itself is changed by `publish` alone. */
import { join } from 'node:path';
import type { MediaCopy } from '../../boot/copy-map.ts';
import { locate, type MediaFiles } from '../../boot/media-files.ts';
import { bootMinimums } from '../../boot/minimums.ts';
import { type OfficialCopy, officialCopies } from '../../boot/official-copies.ts';
import { sourceIndex, updatedCopies } from '../../boot/update-media.ts';
import type { PlanStep } from '../../contract/generated/types.ts';
import { Problem } from '../../errors.ts';
import { splitPath } from '../../formats/wim/names.ts';
import type { WimFile } from '../../formats/wim/types.ts';
import { writeNewFile } from '../../images/library/new-file.ts';
import { imageProblem, openImageFile } from '../../images/library/open-image.ts';
import { noteMediaFile } from './media-file.ts';
import type { Step, Work } from './step.ts';

/** What Microsoft's order of servicing copies last. Where boot.wim stays as it was, so do the boot managers. */
export const takeBootManagers: Step = {
  kind: 'take-boot-managers',
  weight: 1,
  async run(step, work) {
    if (work.outcome.boot.installed.size === 0) return;
    await withBootImage(step, work, (wim, media) => put(step, work, officialCopies(wim, sourceIndex, media)));
  },
};

/** Those of 2023, over what was copied before. */
export const updateBootManager: Step = {
  kind: 'update-boot-manager',
  weight: 1,
  async run(step, work) {
    const { isAsked } = bootFilesOf(work);
    await withBootImage(step, work, async (wim, media) => {
      try {
        const { newDigest } = work.ports;
        const { copies, warnings } = await updatedCopies(wim, { newDigest, table: bootMinimums });
        for (const warning of warnings) {
          work.log.write(warning, 'Warning');
          work.warn(warning);
          work.outcome.warnings.push(warning);
        }
        await put(step, work, wanted(copies, media));
      } catch (error) {
        if (isAsked || !(error instanceof Problem) || !/^ImgBootFiles/.test(error.id)) throw error;
        // Nobody asked for others, and those of 2011 would take from the media what it starts on.
        work.outcome.bootFiles.clear();
        const words = `The boot managers of the media stay as they are: ${error.message}`;
        work.warn(words);
        work.outcome.warnings.push(words);
      }
    });
  },
};

async function withBootImage(
  { target }: PlanStep,
  work: Work,
  use: (wim: WimFile, media: MediaFiles) => Promise<void>,
): Promise<void> {
  const { ports, folder, outcome } = work;
  const path = outcome.boot.installed.size > 0 ? folder.boot.image : target;
  const { wim, close } = openImageFile(ports, path);
  try {
    await use(wim, { files: ports.files, root: bootFilesOf(work).folder });
  } catch (error) {
    throw imageProblem(error, path);
  } finally {
    close();
  }
}

function bootFilesOf({ plan }: Work): NonNullable<Work['plan']['bootFiles']> {
  if (plan.bootFiles === null) throw new Problem('ImgUnexpected', { detail: 'The plan changes no boot files.' });
  return plan.bootFiles;
}

/** Some files only take the place of one that is there. */
function wanted(copies: readonly MediaCopy[], media: MediaFiles): MediaCopy[] {
  return copies.filter(({ to, onlyReplace }) => !onlyReplace || locate(media, to) !== undefined);
}

async function put({ id }: PlanStep, work: Work, copies: readonly OfficialCopy[]): Promise<void> {
  const { ports, folder, outcome, log, signal } = work;
  const place = folder.packages(id);
  ports.files.makeFolder(place);
  for (const [at, { from, to, bytes }] of copies.entries()) {
    signal.throwIfAborted();
    log.write(`Taking ${from} out of boot.wim for ${to}`);
    const file = join(place, String(at));
    await writeNewFile(ports, file, async (sink) => sink.append(bytes));
    await noteMediaFile(work, outcome.bootFiles, { names: splitPath(to), file });
  }
}
