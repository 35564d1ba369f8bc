/**
 * The folder that benchmarks keep their material in: `imgupdate-bench` in the temporary folder, or BENCH_FOLDER. What
 * took long to make stays there for the next run; delete the folder when you are done.
 */
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export const benchFolder = process.env['BENCH_FOLDER'] ?? join(tmpdir(), 'imgupdate-bench');

/** The path of a file or folder with this name, made by `make` if it is not there. Half-made material is not kept. */
export async function madeOnce(name: string, make: (path: string) => void | Promise<void>): Promise<string> {
  const path = join(benchFolder, name);
  if (existsSync(path)) return path;
  mkdirSync(benchFolder, { recursive: true });
  const unfinished = `${path}.making`;
  rmSync(unfinished, { recursive: true, force: true });
  process.stderr.write(`making ${path} ...\n`);
  await make(unfinished);
  renameSync(unfinished, path);
  return path;
}

/** Runs `use` with a fresh empty folder, and removes it. */
export async function withFreshFolder<T>(use: (folder: string) => T | Promise<T>): Promise<T> {
  mkdirSync(benchFolder, { recursive: true });
  const folder = mkdtempSync(join(benchFolder, 'fresh-'));
  try {
    return await use(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
