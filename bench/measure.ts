/**
 * How benchmarks measure. What is compared runs in turn, several times, in one process of this machine, so that other
 * work on the machine falls on all of it alike; the median counts, and what is reported is a ratio or stands beside one.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { benchFolder } from './scratch.ts';

export const root = fileURLToPath(new URL('..', import.meta.url));
export const engineFile = join(root, 'dist', 'imgupdate.cjs');

export interface Command {
  program: string;
  args: readonly string[];
  env?: Record<string, string>;
}

/** Runs every work `runs` times in turn, after one round that does not count. Medians in milliseconds. */
export async function alternate<K extends string>(
  runs: number,
  works: Record<K, () => void | Promise<void>>,
): Promise<Record<K, number>> {
  const names = Object.keys(works) as K[];
  const times = new Map<K, number[]>(names.map((name) => [name, []]));
  for (let round = 0; round <= runs; round++) {
    for (const name of names) {
      const begin = performance.now();
      await works[name]();
      if (round > 0) times.get(name)?.push(performance.now() - begin);
    }
  }
  return Object.fromEntries(names.map((name) => [name, median(times.get(name) ?? [])])) as Record<K, number>;
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((first, second) => first - second);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

/** Runs a program to its end and returns what it printed. Throws when it fails. */
export function runProgram({ program, args, env }: Command): string {
  const result = spawnSync(program, args, {
    encoding: 'utf8',
    env: { ...process.env, ...env },
    maxBuffer: 1 << 28,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  if (result.error !== undefined) throw result.error;
  if (result.status !== 0) throw new Error(`${program} ${args.join(' ')}: exit ${result.status}\n${result.stderr}`);
  return result.stdout;
}

/**
 * Seconds of processor time that the programs run so far have taken; with `pid` those of that process and of the ones that
 * it started and that ended. NaN where the system does not tell (not Linux).
 */
export function processorTime(pid?: number): number {
  const file = `/proc/${pid ?? 'self'}/stat`;
  if (!existsSync(file)) return Number.NaN;
  // Behind the name, which may hold spaces, the 12th and 13th are its own, the 14th and 15th those of its children, each
  // in user and system mode.
  const fields = readFileSync(file, 'utf8')
    .replace(/^.*\) /s, '')
    .split(' ')
    .slice(pid === undefined ? 13 : 11, 15);
  return fields.reduce((sum, each) => sum + Number(each), 0) / 100;
}

/** The engine as a command of this Node. */
export function engine(...args: string[]): Command {
  return { program: process.execPath, args: [engineFile, ...args] };
}

/** Runs a Node program; its result is the time in milliseconds and the largest resident size in MB (2^20). */
export function peakOf({ program, args, env }: Command): { milliseconds: number; megabytes: number } {
  const file = join(benchFolder, `peak-${process.pid}`);
  const begin = performance.now();
  const preload = fileURLToPath(new URL('report-peak.cjs', import.meta.url));
  runProgram({ program, args: ['--require', preload, ...args], env: { ...env, BENCH_PEAK_FILE: file } });
  const milliseconds = performance.now() - begin;
  const megabytes = Number(readFileSync(file, 'utf8')) / 1024;
  rmSync(file);
  return { milliseconds, megabytes };
}

/** Whether a program can be started. */
export function isInstalled(program: string, ...args: string[]): boolean {
  const { error, status } = spawnSync(program, args, { stdio: 'ignore' });
  return error === undefined && status === 0;
}
