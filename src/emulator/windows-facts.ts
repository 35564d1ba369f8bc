/** Small facts of Windows that makers and the emulator share. */
import type { Architecture } from '../updates/kinds.ts';
import { baseBuild } from '../updates/known-releases.ts';

export type { Architecture };

/** How one architecture is named in package identities, in the WIM's XML and in PE headers. */
export const architectures: Record<Architecture, { servicing: string; wim: number; peMachine: number }> = {
  x86: { servicing: 'x86', wim: 0, peMachine: 0x14c },
  x64: { servicing: 'amd64', wim: 9, peMachine: 0x8664 },
  arm64: { servicing: 'arm64', wim: 12, peMachine: 0xaa64 },
};

export function architectureOfMachine(machine: number): Architecture | undefined {
  return (Object.keys(architectures) as Architecture[]).find((name) => architectures[name].peMachine === machine);
}

/**
 * The build whose number the packages of a release carry. Releases that are switched on by an enablement package share
 * the packages of the release before: 25H2 calls itself 26200, its cumulative updates are 26100.x.
 */
export function packageBuild(build: number): number {
  return baseBuild(build);
}

/** Server Core is serviced with the packages of Server. */
export function servicingType(installationType: string): string {
  return installationType.replace(/ Core$/, '').toLowerCase();
}

/** "26100.4349" as two numbers, undefined for anything else. */
export function parseRevision(text: string): { build: number; revision: number } | undefined {
  const match = /^(?:10\.0\.)?(\d{4,6})\.(\d{1,6})(?:\.|$)/.exec(text);
  return match === null ? undefined : { build: Number(match[1]), revision: Number(match[2]) };
}

/** FILETIME of a date: 100 ns since 1601. */
export function fileTimeOf(date: Date): bigint {
  return (BigInt(date.getTime()) + EPOCH_DIFFERENCE) * 10_000n;
}

export function dateOfFileTime(fileTime: bigint): Date {
  return new Date(Number(fileTime / 10_000n - EPOCH_DIFFERENCE));
}

/** A time as dism.exe prints it on a machine of this culture, '' for 0n. */
export function shownTime(fileTime: bigint, culture: string): string {
  if (fileTime === 0n) return '';
  const date = dateOfFileTime(fileTime);
  const time = date.toLocaleTimeString(culture, { hour: 'numeric', minute: '2-digit' }).replace(/\u202f/g, ' ');
  return `${date.toLocaleDateString(culture)} ${time}`;
}

const EPOCH_DIFFERENCE = 11_644_473_600_000n;
