import type { PlanStep } from '../../contract/generated/types.ts';
import { FormatError } from '../../formats/format-error.ts';
import { pathBelow } from '../run/intent.ts';
import { describeWorkingFile } from '../run/working-files.ts';
import { callDism } from './call-dism.ts';
import { changedIndexes, type Step, type Work } from './step.ts';

/** Exports every index into a new file, which takes the place of the copy: only that makes a cleaned image smaller. */
export const exportImage: Step = {
  kind: 'export',
  weight: 15,
  async run(step, work) {
    const { files } = work.ports;
    const place = exportedBy(step, work);
    if (place === undefined) return;
    const { source, target, indexes } = place;
    const exportAll: Parameters<typeof callDism>[2] = async (options) => {
      // DISM appends to a file that is there: every attempt begins with a new one.
      files.remove(target);
      for (const [at, index] of indexes.entries()) {
        work.signal.throwIfAborted();
        work.log.write(`Exporting index ${index} of ${source} to ${target}`);
        await work.dism.exportImage({
          ...options,
          sourceImageFile: source,
          sourceIndex: index,
          destinationImageFile: target,
          compress: 'max',
          onProgress: (percent) => work.progress((at * 100 + percent) / indexes.length),
        });
      }
    };
    await callDism(step, work, exportAll, () => true);
    await replaceBegins(work, place);
    files.rename(target, source);
  },
};

/** What is no image is told by the step `verify`, not here. */
async function replaceBegins(
  { ports, folder, begins }: Work,
  { source, target }: { source: string; target: string },
): Promise<void> {
  try {
    const becomes = await describeWorkingFile(ports, target);
    await begins({ kind: 'replace', path: pathBelow(folder.root, source), becomes });
  } catch (error) {
    if (!(error instanceof FormatError)) throw error;
  }
}

/** Undefined where nothing was installed. */
function exportedBy(
  { recovery, bootImage }: PlanStep,
  { folder, outcome, plan }: Work,
): { source: string; target: string; indexes: readonly number[] } | undefined {
  if (bootImage === true) {
    if (outcome.boot.installed.size === 0) return undefined;
    const indexes = (plan.boot?.indexes ?? []).map(({ index }) => index);
    return { source: folder.boot.image, target: folder.boot.exported, indexes };
  }
  if (recovery === undefined) {
    const files = { source: folder.image, target: folder.exported };
    return changedIndexes(outcome).size === 0 ? undefined : { ...files, indexes: plan.imageIndexes };
  }
  if (!outcome.recovery.has(recovery)) return undefined;
  const { image, exported } = folder.recovery(recovery);
  const count = plan.recovery.find(({ number }) => number === recovery)?.indexes ?? 1;
  return { source: image, target: exported, indexes: Array.from({ length: count }, (_, at) => at + 1) };
}
