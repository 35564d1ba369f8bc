/**
 * Faults on demand: a file says at which command and where in it the emulator fails, hangs, dies, lies or babbles. It is
 * how everything that goes wrong with a servicing tool is rehearsed. See `Fault` for what a plan may hold.
 */
import type { Disk } from './disk.ts';

export interface Fault {
  /** Name of the command, without slash ("Add-Package"), in any case; '*' is every one. */
  command: string;
  /** Only under this caption ("Saving image", "Unmounting image"); default: under any. */
  caption?: string;
  /** Where: at the first bar of at least this percent. Left out: before the command does anything. */
  atPercent?: number;
  /** How many calls of this command pass untouched first. */
  skip?: number;
  /** How many calls it hits after that; default: all. Calls are counted per fault as it is written, in the state folder. */
  times?: number;
  do:
    | 'fail'
    | 'break-off'
    | 'hang'
    | 'silence'
    | 'die'
    | 'crash'
    | 'garbage'
    | 'flood'
    | 'pretend-success'
    | 'disk-full'
    | 'partial-unmount'
    | 'lose-mount'
    | 'keep-hive'
    | 'not-elevated'
    | 'bars';
  /** For fail, break-off (fails, and takes nothing back) and crash: the code, decimal or "0x...". */
  code?: number | string;
  /** For silence: milliseconds in which nothing is printed; then the command goes on. No fault, but what takes its time. */
  milliseconds?: number;
  /** For bars: the percentages of all bars that are drawn, in order; [] draws none. No fault, but what machines differ in. */
  bars?: number[];
}

/** The faults that this call may meet. */
export interface FaultPlan {
  /** The fault to act on at this place, if any. */
  at(place: { caption: string; percent: number } | 'start'): Fault | undefined;
  has(kind: Fault['do']): boolean;
  /** The bars to draw under a caption, where the plan gives them. */
  bars(caption: string): readonly number[] | undefined;
}

/** A plan that cannot be read must not pass as "no faults": throws an Error with the reason. */
export function readFaultPlan(disk: Disk, path: string | undefined): Fault[] {
  if (path === undefined || path === '') return [];
  const plan: unknown = JSON.parse(disk.readText(path, 1024 * 1024));
  const faults = Array.isArray(plan) ? plan : (plan as { faults?: unknown } | null)?.faults;
  if (!Array.isArray(faults)) throw new Error(`${path} holds no list "faults"`);
  for (const fault of faults) {
    if (typeof fault?.command !== 'string' || !kinds.has(fault?.do)) throw new Error(`${path} holds an unknown fault`);
    if (fault.do === 'silence' && !isPause(fault.milliseconds)) {
      throw new Error(`${path} holds a silence without its milliseconds`);
    }
    if (fault.do === 'bars' && !isBars(fault.bars)) throw new Error(`${path} holds bars that are no percentages`);
  }
  return faults;
}

/**
 * Selects the faults for one call. `countCall` counts calls per fault over all processes of one state folder and
 * returns how many there were before.
 */
export function faultsFor(faults: readonly Fault[], command: string, countCall: (key: string) => number): FaultPlan {
  const mine = faults.filter(({ command: name }) => name === '*' || name.toLowerCase() === command.toLowerCase());
  const active = mine.filter((fault) => {
    const before = countCall(JSON.stringify(fault));
    const skip = fault.skip ?? 0;
    return before >= skip && before < skip + (fault.times ?? Number.MAX_SAFE_INTEGER);
  });
  /** A command goes on after a silence: it is one, not one at each further bar. */
  const over = new Set<Fault>();
  return {
    at(place) {
      const found = active.find((fault) => {
        if (placeless.has(fault.do) || over.has(fault)) return false;
        if (place === 'start') return fault.atPercent === undefined && fault.caption === undefined;
        const captionFits = fault.caption === undefined || fault.caption === place.caption;
        const placed = fault.atPercent !== undefined || fault.caption !== undefined;
        return placed && captionFits && place.percent >= (fault.atPercent ?? 0);
      });
      if (found?.do === 'silence') over.add(found);
      return found;
    },
    has: (kind) => active.some((fault) => fault.do === kind),
    bars: (caption) =>
      active.find((fault) => fault.do === 'bars' && (fault.caption === undefined || fault.caption === caption))?.bars,
  };
}

function isBars(bars: unknown): boolean {
  const isPercentage = (bar: unknown): boolean => typeof bar === 'number' && bar >= 0 && bar <= 100;
  return Array.isArray(bars) && bars.length <= 100_000 && bars.every(isPercentage);
}

function isPause(milliseconds: unknown): milliseconds is number {
  return typeof milliseconds === 'number' && milliseconds >= 0 && milliseconds <= 86_400_000;
}

/** A code of a plan as an unsigned number. */
export function faultCode(fault: Fault, otherwise: number): number {
  const value = Number(fault.code ?? otherwise);
  return Number.isFinite(value) ? value >>> 0 : otherwise;
}

/** What is not done at a place, but by a command that asks for it. */
const placeless = new Set<Fault['do']>(['partial-unmount', 'lose-mount', 'keep-hive', 'not-elevated', 'bars']);

const kinds = new Set<unknown>([
  'fail',
  'break-off',
  'hang',
  'silence',
  'die',
  'crash',
  'garbage',
  'flood',
  'pretend-success',
  'disk-full',
  'partial-unmount',
  'lose-mount',
  'keep-hive',
  'not-elevated',
  'bars',
] satisfies Fault['do'][]);
