import type { Section } from './section.ts';

/** The boot managers of the media, last of all: what Microsoft's order copies, then those of 2023 over it. */
export const bootFileSteps: Section = ({ bootFiles }) => {
  if (bootFiles === null) return [];
  const { bootImage: target, takes, updates, isAsked } = bootFiles;
  const why = isAsked
    ? 'Boot manager, fonts, boot sector and boot.stl of 2023, from boot.wim; policy files stay.'
    : 'The media starts from a boot manager of 2023, and must go on to: that of 2011 would take its place.';
  return [
    ...(takes
      ? [{ kind: 'take-boot-managers', target, reason: 'The boot managers of boot.wim go over those of the media.' }]
      : []),
    ...(updates ? [{ kind: 'update-boot-manager', target, reason: why }] : []),
  ];
};
