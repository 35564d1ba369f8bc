/**
 * What a plan takes: of each step the bytes that it handles and its time, of the run the free space that it needs at one
 * time. Times come from steps that this site finished before, of the same image where there are any; else from medians of
 * the field. Pure.
 */
import type { Plan, PlanStep } from '../../contract/generated/types.ts';
import type { Assignment } from './assign.ts';
import type { BootImagePlan } from './boot-image.ts';
import type { PlanFeatureSource, PlanIndex, PlanInput, StepTiming } from './input.ts';
import type { RecoveryImage } from './recovery.ts';
import { type Stage, stageOf } from './stage.ts';

/** An update is expanded in the scratch folder and again in the component store; the image grows by about as much. */
const packageFactor = 4;

/** A recovery image is there as it was taken out, mounted (compressed to less than half), and exported. */
const recoveryFactor = 5;
const mountedFactor = 3;

/** Measured medians of the field: an LCU 18 min, clean-up 5, commit 40, mount 2, for an edition of about 16 GB. */
const minutesOfKind: Record<string, number> = {
  ...{ 'add-language': 3, 'add-capability': 1, 'enable-feature': 2 },
  ...{ mount: 2, 'clean-up': 5, 'add-drivers': 2, unmount: 40, export: 20 },
};
const minutesOfStage: Record<Stage, number> = { stack: 2, cumulative: 18, afterCleanUp: 4, recovery: 2 };
const secondsPerMountedByte = 60 / 16e9;
/** Bytes a second of what only copies or reads. */
const plainSpeed = 150e6;
/** How far a time is stretched or shrunk to other sizes; beyond that a time of the past says nothing. */
const furthest = 4;

/** The steps, each with the bytes that it handles, its seconds, and where these come from. */
export function estimateSteps(
  input: PlanInput,
  steps: readonly PlanStep[],
  assignments: readonly Assignment[],
): PlanStep[] {
  return steps.map((step) => {
    const bytes = bytesOf(step, input, assignments);
    const past = pastSeconds(step, bytes, input.history ?? []);
    const seconds = Math.ceil(past ?? usualSeconds(step, bytes, input));
    return { ...step, bytes, seconds, estimatedFrom: past === undefined ? 'field' : 'history' };
  });
}

/** Free bytes that the servicing drive needs at most at one time, and the seconds of all steps. */
export function estimate(
  { image, options }: PlanInput,
  assignments: readonly Assignment[],
  parts: {
    steps: readonly PlanStep[];
    recovery: readonly Pick<RecoveryImage, 'size' | 'stackFrom'>[];
    boot?: BootImagePlan | null;
    isIdle?: boolean;
  },
): Plan['estimates'] {
  const { steps, recovery, boot = null, isIdle = assignments.length === 0 } = parts;
  if (isIdle) return { bytes: 0, seconds: 0 };
  const bootMounted = (boot?.assignments ?? []).map(({ index }) => sizeOfIndex(boot?.indexes ?? [], index));
  const mounted = assignments.map(({ index }) => sizeOfIndex(image.indexes, index));
  const languages = assignments.flatMap(({ additions }) => additions?.languages ?? []);
  const updates = [...assignments, ...(boot?.assignments ?? [])].flatMap((each) => each.updates);
  const stacks = recovery.flatMap(({ stackFrom }) => stackFrom ?? []);
  const alone = stacks.filter(({ uniqueId }) => !updates.some((each) => each.uniqueId === uniqueId));
  const packages = [...updates, ...alone, ...languages].reduce((sum, { size }) => sum + size, 0);
  // A recovery image that was replaced is left behind by an export as well.
  const copies = options.removeSupersededUpdates || recovery.length > 0 ? 2 : 1;
  const apart = recovery.reduce((sum, { size }) => sum + size * recoveryFactor, 0);
  const taken = sourceBytes(options.featureSources ?? []);
  const drivers = (options.drivers?.bytes ?? 0) * assignments.length;
  // boot.wim is there as its copy, exported, and once more beside the media before it takes its place.
  const media = (boot?.size ?? 0) * 3;
  const largest = Math.max(0, ...mounted, ...bootMounted);
  const beside = drivers + apart + media + taken;
  const bytes = image.size * copies + largest + packages * packageFactor + beside;
  return { bytes: Math.ceil(bytes), seconds: steps.reduce((sum, { seconds = 0 }) => sum + seconds, 0) };
}

function sizeOfIndex(indexes: readonly PlanIndex[], wanted: number): number {
  return indexes.find(({ index }) => index === wanted)?.totalBytes ?? 0;
}

function bytesOf(step: PlanStep, input: PlanInput, assignments: readonly Assignment[]): number {
  const { image, options } = input;
  switch (step.kind) {
    case 'check':
      return assignments.flatMap(({ updates }) => updates).reduce((sum, { size }) => sum + size, 0);
    case 'add-update':
    case 'expand-setup':
      return input.updates.find(({ uniqueId }) => uniqueId === step.uniqueId)?.size ?? 0;
    case 'take-features':
      return sourceBytes(options.featureSources?.filter(({ path }) => path === step.target) ?? []);
    case 'add-language':
      return additionsOf(step, assignments)?.languages.find(({ language }) => language === step.language)?.size ?? 0;
    case 'add-capability':
    case 'enable-feature':
      return 0;
    case 'add-drivers':
      return options.drivers?.bytes ?? 0;
    default:
      if (step.index !== undefined) return mountedBytes(step, input);
      return step.bootImage === true ? (input.boot?.size ?? 0) : image.size;
  }
}

function additionsOf({ index }: PlanStep, assignments: readonly Assignment[]): Assignment['additions'] {
  return assignments.find((each) => each.index === index)?.additions;
}

/** What is taken out of discs. */
function sourceBytes(sources: readonly PlanFeatureSource[]): number {
  return sources.flatMap(({ files }) => files).reduce((sum, { size }) => sum + size, 0);
}

/** Of a recovery image, which has no XML of its own here, what it takes mounted. */
function mountedBytes({ index = 0, recovery, bootImage }: PlanStep, { image, boot }: PlanInput): number {
  if (bootImage === true) return sizeOfIndex(boot?.indexes ?? [], index);
  const own = image.indexes.find((each) => each.index === index);
  return (recovery === undefined ? own?.totalBytes : (own?.recovery?.size ?? 0) * mountedFactor) ?? 0;
}

/** The median of what such a step took before, for as many bytes; undefined when it was never done. */
function pastSeconds(step: PlanStep, bytes: number, history: readonly StepTiming[]): number | undefined {
  // What is done to a recovery image or to boot.wim takes minutes: times of whole editions say nothing of it.
  if (step.recovery !== undefined || step.bootImage === true) return undefined;
  const alike = history.filter((each) => each.kind === step.kind && each.stage === stageOf(step.updateKind ?? ''));
  const own = alike.filter(({ sameImage }) => sameImage);
  const times = (own.length > 0 ? own : alike).map(
    (past) => past.seconds * Math.min(furthest, Math.max(1 / furthest, ratio(bytes, past.bytes))),
  );
  return times.sort((a, b) => a - b)[Math.floor((times.length - 1) / 2)];
}

function ratio(bytes: number, past: number): number {
  return bytes === 0 || past === 0 ? 1 : bytes / past;
}

function usualSeconds(step: PlanStep, bytes: number, input: PlanInput): number {
  const stage = stageOf(step.updateKind ?? '');
  const minutes = stage === undefined ? minutesOfKind[step.kind] : minutesOfStage[stage];
  if (minutes === undefined) return bytes / plainSpeed;
  const largest = Math.max(0, ...input.image.indexes.map(({ totalBytes }) => totalBytes));
  return (step.index === undefined ? largest : mountedBytes(step, input)) * minutes * secondsPerMountedByte;
}
