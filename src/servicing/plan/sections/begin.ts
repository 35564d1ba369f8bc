import type { Section } from './section.ts';

/** What comes before anything is changed. */
export const begin: Section = ({ input: { image } }) => [
  { kind: 'check', target: image.path, reason: 'The image is the registered one, and there is enough free space.' },
  { kind: 'copy', target: image.path, reason: 'The registered file is never worked on.' },
];
