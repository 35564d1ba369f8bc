import type { Section } from './section.ts';

/** Every index into a new file, once all of them are saved. */
export const shrink: Section = ({ input: { image }, cleanups, recovery }) =>
  cleanups.size === 0 && recovery.length === 0
    ? []
    : [{ kind: 'export', target: image.name, reason: 'Only a new file is without what was replaced.' }];
