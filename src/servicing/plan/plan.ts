/**
 * The plan of a run: what will be done to which index, made before anything is done. Pure: facts in, steps out.
 * Guarantees: a step list is complete (nothing is decided while it runs) and in the order of DISM's rules: packages,
 * clean-up, unmount, export last. To add a step: its place in one of `sections/`, its file in `../steps/`.
 */
import type { Plan, Skipped, UpdateResult } from '../../contract/generated/types.ts';
import { type AssignedUpdate, type Assignment, assign } from './assign.ts';
import { type BootFilesPlan, bootFilesPlan, bootFilesRefusal } from './boot-files.ts';
import { type BootImagePlan, bootImagePlan } from './boot-image.ts';
import { addsTo, goesIn, namesOf } from './due-again.ts';
import { estimate, estimateSteps } from './estimate.ts';
import type { PlanDrivers, PlanFeatureSource, PlanInput } from './input.ts';
import { leftOutResults } from './left-out.ts';
import { type RecoveryImage, recoveryImages } from './recovery.ts';
import { stepsOf } from './sections/index.ts';
import { type SetupPlan, setupPlan } from './setup.ts';
import { stageOf } from './stage.ts';

export interface ServicingPlan extends Plan {
  warnings: string[];
  /** Which updates go into which index; empty when nothing is to be done. */
  assignments: Assignment[];
  /** Recovery images that are serviced, each once. */
  recovery: RecoveryImage[];
  /** The image is a Windows PE that is registered for its own sake. */
  isBootImage: boolean;
  /** boot.wim of the media; null where nothing goes into it. */
  boot: BootImagePlan | null;
  /** Files of Setup on the media; null where they stay. */
  setup: SetupPlan | null;
  /** Boot files of the media; null where they stay. */
  bootFiles: BootFilesPlan | null;
  /** Why boot managers that somebody asks for cannot be had. */
  bootFilesRefusal: string | null;
  /** Updates that every wanted index has already, with the reason. */
  alreadyThere: Skipped[];
  /** What would go in if somebody asked for it; a run says no word of it. */
  notAsked: Skipped[];
  /** Results that are known before the run: updates that do not go into an index. */
  leftOut: UpdateResult[];
  /** All indexes of the file, in order, wanted or not, with the revision that each has before the run. */
  imageIndexes: number[];
  imageRevisions: Map<number, string | null>;
  /** Where languages and features come from. */
  featureSources: readonly PlanFeatureSource[];
  /** Folder with the payload of optional features. */
  featureSource: string | null;
  /** Drivers that every busy index gets. */
  drivers: PlanDrivers | null;
  /** Indexes whose clean-up DISM would refuse, because work is pending in them. */
  cleanupRefused: { index: number; pending: readonly string[] }[];
}

/** Makes the plan. With nothing to do the list of steps is empty. */
export function planServicing(asked: PlanInput): ServicingPlan {
  const tooMany = singleIndexWarning(asked);
  const options = { ...asked.options, ...(tooMany.length === 0 ? {} : { removeSupersededUpdates: false }) };
  const input = { ...asked, options };
  const ofWindows = { ...input, updates: input.updates.filter(({ setup }) => setup === undefined) };
  const { assignments, alreadyThere, skipped } = assign(ofWindows);
  const drivers = input.options.drivers ?? null;
  const busy = assignments.filter(
    (each) => drivers !== null || each.updates.length > 0 || goesIn(each.additions) || enables(each),
  );
  const cleanupRefused = input.options.removeSupersededUpdates ? busy.flatMap((each) => refusal(input, each)) : [];
  const recovery = recoveryImages(input, busy);
  const boot = bootImagePlan(input);
  const cleanups = cleanupsOf(input, busy, cleanupRefused);
  const setup = setupPlan(input, boot !== null);
  const bootFiles = bootFilesPlan(input, boot !== null);
  const isIdle = busy.length === 0 && boot === null && setup === null && bootFiles === null;
  const list = isIdle ? [] : stepsOf({ input, assignments: busy, recovery, boot, setup, bootFiles, cleanups });
  const refused = bootFilesRefusal(input, boot !== null);
  const steps = estimateSteps(input, list, busy);
  return {
    steps,
    skipped,
    estimates: estimate(input, busy, { steps, recovery, boot, isIdle }),
    rehearsal: input.image.rehearsal,
    warnings: [
      ...(input.warnings ?? []),
      ...tooMany,
      ...cleanupRefused.map(refusalText),
      ...(refused === null ? [] : [refused]),
      ...assignments.flatMap((each) => additionWarnings(input, each)),
      ...busy.flatMap(lateWarning),
      ...busy.flatMap(netFx3Warning),
      ...setupStays(input, boot),
      ...unsignedWarning(drivers),
    ],
    featureSources: input.options.featureSources ?? [],
    featureSource: input.options.featureSource ?? null,
    drivers,
    cleanupRefused,
    assignments: busy,
    recovery,
    isBootImage: input.image.isBootImage === true,
    boot,
    setup,
    bootFiles,
    bootFilesRefusal: refused,
    alreadyThere: alreadyThere.filter((each) => !(boot?.assignments ?? []).some((part) => takes(part, each))),
    notAsked: input.notAsked ?? [],
    leftOut: leftOutResults(assignments, ofWindows.updates),
    imageIndexes: input.image.indexes.map(({ index }) => index),
    imageRevisions: new Map(input.image.indexes.map(({ index, revision }) => [index, revision])),
  };
}

/** Every update that goes in anywhere, with where: an index of the image, or of boot.wim. */
export function plannedUpdates({
  assignments,
  recovery,
  boot,
  setup,
}: Pick<ServicingPlan, 'assignments' | 'recovery' | 'boot' | 'setup'>): (AssignedUpdate & {
  index: number;
  /** Its servicing stack alone goes in, into the recovery image of this index. */
  stackAlone?: true;
  bootImage?: true;
  media?: true;
})[] {
  const stacks = recovery.flatMap(({ into, stackFrom }) =>
    stackFrom === undefined || assignments.some((each) => takes(each, stackFrom)) ? [] : [{ into, stackFrom }],
  );
  return [
    ...assignments.flatMap(({ index, updates }) => updates.map((update) => ({ ...update, index }))),
    ...stacks.map(({ into, stackFrom }) => ({ ...stackFrom, index: into[0] ?? 1, stackAlone: true as const })),
    ...(boot?.assignments ?? []).flatMap(({ index, updates }) =>
      updates.map((update) => ({ ...update, index, bootImage: true as const })),
    ),
    ...(setup?.updates ?? []).map((update) => ({ ...update, index: 1, media: true as const })),
  ];
}

function takes({ updates }: Assignment, { uniqueId }: Pick<Skipped, 'uniqueId'>): boolean {
  return updates.some((each) => each.uniqueId === uniqueId);
}

/** Whether optional features of an index are enabled. */
function enables({ additions }: Assignment): boolean {
  return (additions?.features ?? []).length > 0;
}

/** What goes in after the clean-up keeps the next one from running: somebody should know before it is published. */
function lateWarning({ index, updates, additions }: Assignment): string[] {
  const own = updates.filter(({ kind }) => stageOf(kind) === 'afterCleanUp').map(({ articleId }) => `KB${articleId}`);
  const late = [...(additions?.features ?? []), ...own];
  if (late.length === 0) return [];
  return [
    `${late.join(', ')} ${late.length === 1 ? 'leaves' : 'leave'} pending work in index ${index}: a later clean-up of the published image will be refused (0x800f0806). To clean up again, start from a version without ${late.length === 1 ? 'it' : 'them'}.`,
  ];
}

/** The rule of Configuration Manager, where somebody asks for it. */
function singleIndexWarning({ image: { name, indexes }, options }: PlanInput): string[] {
  const isRefused = options.strict === true && options.removeSupersededUpdates && indexes.length > 1;
  if (!isRefused) return [];
  return [
    `${name} has ${indexes.length} indexes: with strict only files with a single one are cleaned up, and superseded updates stay. Leave strict out to clean up every index, or keep one index alone.`,
  ];
}

/** .NET Framework 3.5 comes as it was released, whatever the image has of the other versions. */
function netFx3Warning({ index, updates, additions }: Assignment): string[] {
  const isEnabled = (additions?.features ?? []).some((feature) => feature.toLowerCase() === 'netfx3');
  if (!isEnabled || updates.some(({ kind }) => stageOf(kind) === 'afterCleanUp')) return [];
  return [
    `Index ${index}: .NET Framework 3.5 goes in as it was released, and no update of .NET follows it. includeDotNet brings the newest; where the image has that already, it comes after the first start.`,
  ];
}

/** Programs of Setup that only boot.wim has anew. */
function setupStays({ setup = null }: PlanInput, boot: BootImagePlan | null): string[] {
  if (boot === null || setup !== null) return [];
  return [
    'boot.wim changes, and the files of Setup on the media stay: where setup.exe in sources is not that of boot.wim, Setup fails. includeSetup makes them equal.',
  ];
}

/** What of languages and features is there already, and that the cumulative update must follow them. */
function additionWarnings({ image }: PlanInput, { index, updates, additions }: Assignment): string[] {
  const known = image.indexes.find((each) => each.index === index);
  const { there = [] } = additions ?? {};
  const present = there.length === 0 ? [] : [`Index ${index} has ${there.join(', ')} already.`];
  const isFollowed = updates.some(({ kind }) => stageOf(kind) === 'cumulative');
  if (known === undefined || isFollowed || !addsTo(known)) return present;
  const what = goesIn(additions) ? 'languages and features go in' : `${namesOf(known.behind ?? [])} came in`;
  return [
    ...present,
    `Index ${index}: ${what} as they were released, and no cumulative update follows them: name the one of revision ${known.revision ?? 'the image'} or a newer one, or choose latest.`,
  ];
}

function unsignedWarning(drivers: PlanDrivers | null): string[] {
  if (drivers === null || drivers.forceUnsigned || drivers.unsigned.length === 0) return [];
  const named = drivers.unsigned.slice(0, 5).join(', ');
  const more = drivers.unsigned.length > 5 ? ` and ${drivers.unsigned.length - 5} more` : '';
  return [`Not signed (no catalog file), left out: ${named}${more}. forceUnsigned puts them in.`];
}

function refusal({ image }: PlanInput, { index }: Assignment): ServicingPlan['cleanupRefused'] {
  const { pending = [] } = image.indexes.find((each) => each.index === index) ?? {};
  return pending.length === 0 ? [] : [{ index, pending }];
}

/** Indexes that are cleaned up: those that are not refused, where the choice is to skip the others. */
function cleanupsOf(
  { image, options }: PlanInput,
  assignments: Assignment[],
  refused: ServicingPlan['cleanupRefused'],
): Set<number> {
  // What starts from memory is always made as small as it can be.
  if (image.isBootImage !== true && !options.removeSupersededUpdates) return new Set();
  const skipped = new Set(options.cleanupWhenPending === 'skip' ? refused.map(({ index }) => index) : []);
  return new Set(assignments.map(({ index }) => index).filter((index) => !skipped.has(index)));
}

/** Why a clean-up is foreseen to be refused, for people. */
export function refusalText({ index, pending }: ServicingPlan['cleanupRefused'][number]): string {
  return `Index ${index} has pending work (${pending.join(', ')}): DISM refuses to clean it up (0x800f0806).`;
}
