/** Every code at every step that can show it, and what the code table says must become of the run. */
import { type CodeEntry, codeTable } from '../../../src/dism/code-table.ts';
import { hresultText, waitsFor } from '../../../src/dism/codes.ts';
import type { Fault } from '../../../src/emulator/faults.ts';
import { type Month, openMonth, sha256, updates } from '../../helpers/month.ts';
import { type FaultPlace, orderFor } from './fault-orders.ts';

export interface FaultCell {
  step: FaultPlace;
  entry: CodeEntry;
}

/** What becomes of a run in which one call fails once. */
export type Reaction = 'tried again' | 'passed over' | 'left out' | 'discarded' | 'failed';

const commands = {
  mount: 'Mount-Image',
  'add-update': 'Add-Package',
  'add-update boot': 'Add-Package',
  'add-stack re': 'Add-Package',
  'add-update re': 'Add-Package',
  'clean-up boot': 'Cleanup-Image',
  'unmount boot': 'Unmount-Image',
  'clean-up re': 'Cleanup-Image',
  'unmount re': 'Unmount-Image',
  'export re': 'Export-Image',
  'add-language': 'Add-Package',
  'add-capability': 'Add-Capability',
  'enable-feature': 'Enable-Feature',
  'add-drivers': 'Add-Driver',
  'clean-up': 'Cleanup-Image',
  unmount: 'Unmount-Image',
  export: 'Export-Image',
} as const satisfies Record<FaultCell['step'], string>;

/** Success, with or without a wish to restart: there is nothing to react to. */
const successes = new Set([0, 3010]);
/** Not elevated is told before a command begins: by a run's first call, whichever it is. */
const beforeAll = new Set([740]);
const notApplicable = 0x800f081e;
/** The servicing stack of a cumulative update is in, the rest of it not: in Windows PE that is no failure. */
const stackAlone = 126;
/** Told of an unmount whose changes are saved, or may be. */
const partlyUnmounted = 0xc1420117;
const stillAtWork = new Set([1726, 0xc1420118]);

const adding = ['add-update', 'add-update boot', 'add-update re'] as const;
const additions = ['add-language', 'add-capability', 'enable-feature', 'add-drivers'] as const;
const inside = [...adding, 'add-stack re', ...additions, 'clean-up', 'clean-up boot', 'clean-up re'] as const;
const unmounts = ['unmount', 'unmount boot', 'unmount re'] as const;

/** Codes of servicing come from steps inside an image, codes of mounts from those around it, codes of Windows from all. */
export const faultCells: readonly FaultCell[] = codeTable.flatMap((entry) => {
  if (successes.has(entry.code)) return [];
  if (beforeAll.has(entry.code)) return [{ step: 'mount' as const, entry }];
  if (entry.code <= 0xffff) return stepsOf(entry, ['mount', ...inside, ...unmounts, 'export', 'export re']);
  if (entry.code >>> 16 === 0x800f) return stepsOf(entry, inside);
  if (entry.code === 0xc1510114 || entry.code === 0xc1510115 || entry.code === 0xc15101fd) {
    return stepsOf(entry, [...inside, ...unmounts]);
  }
  return stepsOf(entry, ['mount', ...unmounts]);
});

function stepsOf(entry: CodeEntry, steps: readonly FaultCell['step'][]): FaultCell[] {
  return steps.map((step) => ({ step, entry }));
}

export const nameOf = ({ step, entry }: FaultCell): string => `${hresultText(entry.code)} ${step}`;

const isUnmount = (step: FaultPlace): boolean => unmounts.some((each) => each === step);

/** The reaction that the table asks for. */
export function expectedReaction({ step, entry: { code } }: FaultCell): Reaction {
  if (isUnmount(step) && code === partlyUnmounted) return 'discarded';
  if (isUnmount(step) && stillAtWork.has(code)) return 'failed';
  if (waitsFor(code).length > 0) return 'tried again';
  if (step === 'add-stack re' && code === notApplicable) return 'passed over';
  if ((step === 'add-stack re' || step === 'add-update boot') && code === stackAlone) return 'passed over';
  const isLeftOut = code === notApplicable && adding.some((each) => each === step);
  return isLeftOut ? 'left out' : 'failed';
}

/** Runs a month in which one call fails once. Returns what is wrong; empty when the reaction is the one of the table. */
export async function tryFault(cell: FaultCell): Promise<string[]> {
  const month = await openMonth();
  try {
    return await judged(month, cell);
  } finally {
    await month.close();
  }
}

/** Two codes speak of what has become of the mount; it must be true, or the proof rightly fails the run. */
function happening({ step, entry: { code } }: FaultCell): Fault['do'] {
  if (isUnmount(step) && code === partlyUnmounted) return 'partial-unmount';
  return !isUnmount(step) && code === 0xc1510114 ? 'lose-mount' : 'fail';
}

async function judged(month: Month, cell: FaultCell): Promise<string[]> {
  const { code, remedy } = cell.entry;
  const { path, order, skip } = await orderFor(month, cell.step);
  const before = sha256(path);
  const fault: Fault = { command: commands[cell.step], do: 'fail', code, skip, times: 1 };
  month.plan({ ...fault, do: happening(cell) });

  const run = await month.service({ image: 'Image', updates: [updates.june.uniqueId], ...order });

  const { entries } = await month.call('log.show', { runId: run.runId });
  const log: string[] = entries.map(({ message }: { message: string }) => message);
  const again = log.filter((line) => line.includes('is tried again in')).length;
  const reaction = expectedReaction(cell);
  // What boot.wim or a recovery image does not take leaves the image itself as it was to become.
  const published = reaction !== 'failed' && (reaction !== 'left out' || cell.step !== 'add-update');
  const [error] = run.errors;
  const status = {
    'tried again': 'Succeeded',
    'passed over': 'Succeeded',
    discarded: 'Succeeded',
    'left out': 'SucceededWithErrors',
    failed: 'Failed',
  };
  const wrong = new Map<string, boolean>([
    [`the run is ${run.status}`, run.status !== status[reaction]],
    [`it was tried again ${again} times`, again !== (reaction === 'tried again' ? 1 : 0)],
    ['what was published is not proved', published && run.proof?.ok !== true],
    ['the image was changed', !published && sha256(path) !== before],
    [
      `the code is told as ${error?.native?.hresult}`,
      reaction === 'failed' && error?.native?.hresult !== hresultText(code),
    ],
    [`the remedy is "${error?.remedy}"`, reaction === 'failed' && remedy !== undefined && error?.remedy !== remedy],
    ['nothing is said to do', reaction === 'failed' && !error?.remedy],
  ]);
  const left = await month.leftovers();
  return [...[...wrong].filter(([, is]) => is).map(([words]) => words), ...left];
}
