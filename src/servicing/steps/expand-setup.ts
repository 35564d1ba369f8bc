import { join } from 'node:path';
import type { PlanStep } from '../../contract/generated/types.ts';
import { Problem } from '../../errors.ts';
import { openCab } from '../../formats/cab/open.ts';
import type { CabFile } from '../../formats/cab/types.ts';
import { FormatError } from '../../formats/format-error.ts';
import { foldName } from '../../formats/wim/names.ts';
import { fileBelow } from '../../images/library/below.ts';
import { writeNewFile } from '../../images/library/new-file.ts';
import { pacer } from '../../images/library/pacer.ts';
import { noteMediaFile } from './media-file.ts';
import { fileVersion, isHigherVersion } from './newer-file.ts';
import type { Step, Work } from './step.ts';

/** More than any dynamic update of Setup holds. */
const mostBytes = 2 * 1024 ** 3;
const mostFiles = 20_000;

/**
 * Expands a dynamic update of Setup with our own reader; the media itself is changed by `publish` alone. A program that is
 * there in a higher version stays: media that were refreshed, or serviced before, may be ahead of the update.
 */
export const expandSetup: Step = {
  kind: 'expand-setup',
  weight: 1,
  async run(step, work) {
    const { uniqueId = '' } = step;
    const update = work.plan.setup?.updates.find((each) => each.uniqueId === uniqueId);
    if (update === undefined) throw new Problem('ImgUnexpected', { detail: `The plan has no update for ${step.id}.` });
    const { path } = await work.content(uniqueId);
    work.log.write(`Expanding ${step.target} (KB${step.articleId}) from ${path} over sources`);
    const source = work.ports.files.source(path);
    let stayed: string[];
    try {
      stayed = await expand(step, work, openCab(source, { inflateRaw: work.ports.compression.inflateRaw }));
    } catch (error) {
      if (!(error instanceof FormatError)) throw error;
      throw new Problem('ImgPackageInvalid', { detail: `${path}: ${error.message}.`, cause: error });
    } finally {
      source.close();
    }
    const { articleId, title, kind } = update;
    const message = stayed.length === 0 ? '' : `Newer on the media, and left there: ${stayed.join(', ')}.`;
    const facts = { result: 'Installed' as const, errorCode: null, message };
    work.outcome.results.push({ uniqueId, articleId, title, kind, index: 1, media: true, ...facts });
    work.outcome.setup.updates.push(articleId);
  },
};

/** Returns the names of what stays as it is. */
async function expand({ id }: PlanStep, work: Work, cab: CabFile): Promise<string[]> {
  const { ports, folder, signal } = work;
  const total = cab.members.reduce((sum, { size }) => sum + size, 0);
  if (total > mostBytes || cab.members.length > mostFiles) {
    throw new FormatError(
      'limit',
      `it holds ${cab.members.length} files of ${total} bytes, more than any update of Setup`,
    );
  }
  const bad = cab.members.find(({ nameProblem }) => nameProblem !== '');
  if (bad !== undefined) {
    throw new FormatError(
      'corrupt',
      `the name ${JSON.stringify(bad.name)} in it is none for a file (${bad.nameProblem})`,
    );
  }
  const place = folder.packages(id);
  ports.files.makeFolder(place);
  const pace = pacer(ports, { signal, onProgress: (done, all) => work.progress((done / Math.max(1, all)) * 100) });
  let done = 0;
  const stayed: string[] = [];
  for (const [at, member] of cab.members.entries()) {
    const file = join(place, String(at));
    await writeNewFile(ports, file, async (sink) => {
      for (const piece of cab.read(member)) {
        sink.append(piece);
        done += piece.length;
        await pace(done, total);
      }
    });
    const names = ['sources', ...member.name.split(/[\\/]/)];
    if (isNewerThere(work, names, file)) stayed.push(member.name);
    else await noteMediaFile(work, work.outcome.setup.files, { names, file });
  }
  return stayed;
}

/** Whether what is there, on the media or from an update before, is of a higher version than the file that was expanded. */
function isNewerThere({ ports, plan, outcome, log }: Work, names: readonly string[], file: string): boolean {
  const { files } = ports;
  const renewed = outcome.setup.files.get(foldName(names.join('\\')))?.file;
  const there = renewed ?? (plan.setup === null ? undefined : fileBelow(files, plan.setup.folder, names));
  if (there === undefined) return false;
  const [before, after] = [fileVersion(files, there), fileVersion(files, file)];
  if (!isHigherVersion(before, after)) return false;
  log.write(`${names.join('\\')} is of version ${before} and stays: the update brings ${after}`, 'Warning');
  return true;
}
