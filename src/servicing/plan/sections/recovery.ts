import type { RecoveryImage } from '../recovery.ts';
import { stageOf } from '../stage.ts';
import type { Draft, Section } from './section.ts';

/** Every recovery image once, before the indexes that get the result: in the order of Microsoft's media. */
export const recoveryImageSteps: Section = ({ recovery }) => recovery.flatMap(stepsOfImage);

function stepsOfImage({ number, into, stackFrom, updates }: RecoveryImage): Draft[] {
  const [first = 1] = into;
  const target = `Recovery image of ${into.length === 1 ? 'index' : 'indexes'} ${into.join(', ')}`;
  const step = { index: first, recovery: number, target };
  const shared = into.length === 1 ? '' : `; the indexes ${into.join(', ')} hold the same file, which is serviced once`;
  return [
    { ...step, kind: 'take-recovery', reason: `The recovery image is serviced apart from its index${shared}.` },
    { ...step, kind: 'mount', reason: 'Packages are added to a mounted image.' },
    ...(stackFrom === undefined ? [] : [stackStep(step, stackFrom)]),
    ...updates.map(({ title, reason, uniqueId, articleId, kind: updateKind }) => ({
      ...{ ...step, kind: 'add-update', target: title, reason, uniqueId, articleId, updateKind },
    })),
    { ...step, kind: 'clean-up', reason: 'What it replaced is removed for good (ResetBase): its partition is small.' },
    { ...step, kind: 'unmount', reason: 'The changes are saved into the recovery image.' },
    { ...step, kind: 'export', reason: 'Only a new file is smaller after a clean-up.' },
  ];
}

function stackStep(
  step: Pick<Draft, 'target'> & Partial<Draft>,
  { title, uniqueId, articleId, kind: updateKind }: RecoveryImage['updates'][number],
): Draft {
  const reason =
    stageOf(updateKind) === 'stack'
      ? 'The servicing stack goes in first: what follows may need one as new as this.'
      : 'Its servicing stack goes in first; DISM then says 0x8007007e, because the rest is not for a recovery image.';
  return { ...step, kind: 'add-update', target: title, reason, uniqueId, articleId, updateKind };
}
