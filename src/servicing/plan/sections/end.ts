import type { Section } from './section.ts';

/** What makes the finished file the registered one, and brings it to its distribution points. */
export const end: Section = ({ input: { image, distributionPoints = [] } }) => [
  { kind: 'verify', target: image.name, reason: 'What went in is read back: success is proved, not believed.' },
  {
    kind: 'publish',
    target: image.path,
    reason: 'The new file replaces the old one in one step; the old one is kept.',
  },
  ...(distributionPoints.length === 0
    ? []
    : [
        {
          kind: 'distribute',
          target: distributionPoints.join(', '),
          reason: 'The new version goes where the image is needed; one that cannot be reached does not fail the run.',
        },
      ]),
];
