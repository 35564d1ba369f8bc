import type { Draft, Section } from './section.ts';

/** The files of Setup on the media, after boot.wim, whose programs they must be. */
export const setupSteps: Section = ({ setup }) => {
  if (setup === null) return [];
  const expand: Draft[] = setup.updates.map(({ title, uniqueId, articleId, kind: updateKind }) => ({
    ...{ kind: 'expand-setup', target: title, uniqueId, articleId, updateKind },
    reason: 'It is no package: its files are laid over those in sources.',
  }));
  if (setup.bootImage === null) return expand;
  const reason = 'The programs of Setup in boot.wim go over sources last: where they differ, Setup fails.';
  return [...expand, { kind: 'take-setup', target: setup.bootImage, reason }];
};
