import type { Section } from './section.ts';

/** What is needed of discs with languages and features: DISM takes files and folders, no discs. */
export const featureSources: Section = ({ input }) =>
  (input.options.featureSources ?? [])
    .filter(({ isDisc, files }) => isDisc && files.length > 0)
    .map(({ path, files }) => ({
      ...{ kind: 'take-features', target: path },
      reason: `DISM takes no discs: ${files.length} file${files.length === 1 ? '' : 's'} with languages and features ${files.length === 1 ? 'is' : 'are'} taken out of the image, which is not mounted.`,
    }));
