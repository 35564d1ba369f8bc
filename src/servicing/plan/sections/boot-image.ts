import type { Assignment } from '../assign.ts';
import { smallReason, updatesOf } from './os-indexes.ts';
import type { Draft, Section } from './section.ts';

/** boot.wim of the media, after the image: a copy of it, each index on its own, then a new file that is smaller. */
export const bootImageSteps: Section = ({ boot }) => {
  if (boot === null) return [];
  const file: Draft = {
    kind: 'copy',
    bootImage: true,
    target: boot.path,
    reason: 'boot.wim is never worked on either.',
  };
  return [
    file,
    ...boot.assignments.flatMap(stepsOfIndex),
    { ...file, kind: 'export', reason: 'Only a new file is smaller after a clean-up.' },
  ];
};

function stepsOfIndex(assignment: Assignment): Draft[] {
  const { index, name } = assignment;
  const step = { index, bootImage: true as const, target: `${name} (index ${index} of boot.wim)` };
  return [
    { ...step, kind: 'mount', reason: 'Packages are added to a mounted image.' },
    ...updatesOf(assignment, 'stack').map((draft) => ({ ...draft, bootImage: true as const })),
    ...updatesOf(assignment, 'cumulative').map((draft) => ({ ...draft, bootImage: true as const })),
    { ...step, kind: 'clean-up', reason: smallReason },
    { ...step, kind: 'unmount', reason: 'The changes are saved into the copy of boot.wim.' },
  ];
}
