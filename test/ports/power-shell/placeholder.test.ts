import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { isPlaceholder } from '../../../src/ports/power-shell/placeholder.ts';

const folder = mkdtempSync(join(tmpdir(), 'imgupdate-placeholder-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const program = (stub: string): Buffer => Buffer.concat([Buffer.from('MZ'), Buffer.alloc(0x3e), Buffer.from(stub)]);

it.each([
  ['a library of Wine', program('Wine builtin DLL\0\0'), true],
  ['a name that Wine keeps', program('Wine placeholder DLL'), true],
  ['a program', program('\x0e\x1f\xba\x0e\0\xb4\x09\xcd\x21This program cannot be run'), false],
  ['one whose mark stands elsewhere', program('\0Wine builtin DLL'), false],
  ['a short file', Buffer.from('MZ'), false],
])('%s', (_what, bytes, expected) => {
  const file = join(folder, 'powershell.exe');
  writeFileSync(file, bytes);
  expect(isPlaceholder(file)).toBe(expected);
});

it('a file that is not there', () => {
  expect(isPlaceholder(join(folder, 'none.exe'))).toBe(false);
});
