import type { Section } from './section.ts';

/** What makes the finished file the registered one. */
export const end: Section = ({ input: { image } }) => [
  { kind: 'verify', target: image.name, reason: 'What went in is read back: success is proved, not believed.' },
  {
    kind: 'publish',
    target: image.path,
    reason: 'The new file replaces the old one in one step; the old one is kept.',
  },
];
