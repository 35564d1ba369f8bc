import type { BootMinimums } from '../contract/generated/types.ts';
import { reaches } from './minimums.ts';
import type { BootFile, Machine } from './types.ts';

/**
 * Which machines a boot manager starts on, by what firmware asks of it:
 * - 2011-only: machines that trust the authority of 2011 alone;
 * - both: machines that trust both, none of them revoked;
 * - revoked: machines that have revoked 2011 and ask for a minimum of the secure version number.
 * Several signatures: one that is revoked refuses the file, whatever the others say.
 */
export function machinesOf(file: Pick<BootFile, 'program' | 'signatures' | 'svn'>, table: BootMinimums): Machine[] {
  const sound = file.signatures.filter(({ proof }) => proof !== 'broken');
  if (sound.length === 0) return [];
  const has = (generation: string): boolean => sound.some((each) => each.generation === generation);
  const minimum = minimumOf(file.program, table);
  const isNewEnough = minimum === null || (file.svn !== null && reaches(file.svn, minimum));
  return [
    ...(has('2011') ? ['2011-only' as const] : []),
    ...(has('2011') || has('2023') ? ['both' as const] : []),
    ...(has('2023') && !has('2011') && isNewEnough ? ['revoked' as const] : []),
  ];
}

/** The minimum that counts for a program; null where the table has none. */
export function minimumOf(program: string, { minimums }: BootMinimums): string | null {
  return minimums.find((each) => each.program === program)?.svn ?? null;
}

/** Whether a boot manager that starts on these machines is signed under 2023 alone. */
export function isOf2023Alone(machines: readonly Machine[]): boolean {
  return machines.includes('both') && !machines.includes('2011-only');
}

const order: readonly Machine[] = ['2011-only', 'both', 'revoked'];

/** In the usual order, each once. */
export function anyOf(sets: readonly (readonly Machine[])[]): Machine[] {
  return order.filter((machine) => sets.some((each) => each.includes(machine)));
}

export function allOf(sets: readonly (readonly Machine[])[]): Machine[] {
  return order.filter((machine) => sets.every((each) => each.includes(machine)));
}

/** One word for a set of machines. */
export type Verdict = 'all' | '2011-only' | 'both' | 'revoked' | 'none' | 'unknown';

/**
 * 2011-only: where the authority of 2011 counts, so on machines that trust only it and on those that trust both; both: on
 * these alone; revoked: on machines that trust 2023, revoked or not.
 */
export function verdictOf(machines: readonly Machine[]): Verdict {
  if (machines.length === order.length) return 'all';
  if (machines.includes('2011-only')) return '2011-only';
  if (machines.includes('revoked')) return 'revoked';
  return machines.includes('both') ? 'both' : 'none';
}
