import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { type Cut, runPieces } from '../src/pieces.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'imgupdate-pieces-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Runs an entry that loads these paths one after the other, beside pieces of these bodies. */
function run(paths: string[], bodies: Record<string, string>): unknown[] {
  const results: unknown[] = [];
  const others: Record<string, [number, number, number]> = {};
  let text = '';
  for (const [path, body] of Object.entries(bodies)) {
    const start = Buffer.byteLength(text);
    text += `module.exports = (function (exports, require, module, __dirname) {${body}})\n`;
    others[path] = [start, Buffer.byteLength(text), Object.keys(others).length + 1];
  }
  writeFileSync(join(folder, 'imgupdate.pieces'), text);
  const entry: Cut['always'][string] = (_exports, require) => {
    for (const path of paths) results.push(require(path));
  };
  runPieces({ entry: './entry', always: { './entry': entry }, others }, folder, (path) => `elsewhere: ${path}`);
  return results;
}

it('runs a piece when it is first asked for, once, and no other', () => {
  const state = { runs: 0 };
  Object.assign(globalThis, { countedPieces: state });
  const results = run(['./b', './b'], {
    './a': 'throw new Error("not asked for")',
    './b': 'globalThis.countedPieces.runs += 1; exports.value = "ü" + require("./c").value',
    './c': 'module.exports = { value: "€" }',
  });

  expect(results).toEqual([{ value: 'ü€' }, { value: 'ü€' }]);
  expect(results[0]).toBe(results[1]);
  expect(state.runs).toBe(1);
});

it('tells a piece where the files lie, and gives it what is no piece', () => {
  const results = run(['./a'], { './a': 'exports.folder = __dirname; exports.other = require("node:fs")' });

  expect(results).toEqual([{ folder, other: 'elsewhere: node:fs' }]);
});

it('asks the getters of a piece once', () => {
  const [first] = run(['./a'], {
    './a': 'let asked = 0; Object.defineProperty(exports, "a", { enumerable: true, get: () => ++asked })',
  });

  expect([first, first]).toEqual([{ a: 1 }, { a: 1 }]);
});
