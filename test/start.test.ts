import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Sandbox, sandbox } from './helpers/built-engine.ts';

let bench: Sandbox;
beforeEach(() => {
  bench = sandbox();
});
afterEach(() => bench.remove());

/** Where the engine keeps its own cache: below a folder of the user. */
const withCacheIn = (folder: string) => ({ env: { XDG_CACHE_HOME: folder, LOCALAPPDATA: folder } });

test('the compiled form of the engine is kept in a folder of the user', () => {
  const folder = bench.path('cache');

  const { code } = bench.runWith(withCacheIn(folder), 'site', 'show');

  expect(code).toBe(0);
  const own = bench.path('cache', process.platform === 'win32' ? 'ImgUpdate' : 'imgupdate', 'compiled');
  expect(readdirSync(own)).not.toEqual([]);
});

test('a cache that cannot be written is no reason to fail', () => {
  const file = bench.path('file');
  writeFileSync(file, '');

  const { code, problem } = bench.runWith(withCacheIn(file), 'site', 'show');

  expect({ code, problem }).toEqual({ code: 0, problem: undefined });
  expect(existsSync(bench.path('site', 'site.db'))).toBe(true);
});
