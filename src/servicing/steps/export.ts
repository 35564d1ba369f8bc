import { callDism } from './call-dism.ts';
import { changedIndexes, type Step } from './step.ts';

/** Exports every index into a new file, which takes the place of the copy: only that makes a cleaned image smaller. */
export const exportImage: Step = {
  kind: 'export',
  weight: 15,
  async run(step, work) {
    const { files } = work.ports;
    if (changedIndexes(work.outcome).size === 0) return;
    const indexes = work.plan.imageIndexes;
    const exportAll: Parameters<typeof callDism>[2] = async (options) => {
      // DISM appends to a file that is there: every attempt begins with a new one.
      files.remove(work.folder.exported);
      for (const [at, index] of indexes.entries()) {
        work.log.write(`Exporting index ${index} to ${work.folder.exported}`);
        await work.dism.exportImage({
          ...options,
          sourceImageFile: work.folder.image,
          sourceIndex: index,
          destinationImageFile: work.folder.exported,
          compress: 'max',
          onProgress: (percent) => work.progress((at * 100 + percent) / indexes.length),
        });
      }
    };
    await callDism(step, work, exportAll, () => true);
    files.rename(work.folder.exported, work.folder.image);
  },
};
