import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { writePe } from '../../../src/formats/pe/write.ts';
import { realPorts } from '../../../src/ports/index.ts';
import { fileVersion, isHigherVersion } from '../../../src/servicing/steps/newer-file.ts';

const folder = mkdtempSync(join(tmpdir(), 'imgupdate-newer-'));
afterAll(() => rmSync(folder, { recursive: true }));

it.each<[own: string | null, other: string | null, isHigher: boolean]>([
  ['10.0.26100.5000', '10.0.26100.4340', true],
  ['10.0.26100.4340', '10.0.26100.5000', false],
  ['10.0.26100.4340', '10.0.26100.4340', false],
  // Numbers, not texts.
  ['10.0.26100.10000', '10.0.26100.9999', true],
  ['10.0.9999.1', '10.0.26100.1', false],
  ['10.1.1.1', '10.0.26100.4340', true],
  ['11.0.0.0', '10.9.9.9', true],
  // Where a version is unknown, the update decides.
  [null, '10.0.26100.1', false],
  ['10.0.26100.1', null, false],
  [null, null, false],
])('%s is higher than %s: %s', (own, other, isHigher) => {
  expect(isHigherVersion(own, other)).toBe(isHigher);
});

it.each<[what: string, bytes: Uint8Array, version: string | null]>([
  ['a program', writePe({ machine: 0x8664, version: '10.0.26100.4349' }), '10.0.26100.4349'],
  ['a program without a version', writePe({ machine: 0x8664, mark: new Uint8Array(9) }), null],
  ['a text', new TextEncoder().encode('MZ but no program'), null],
  ['a program that is cut', writePe({ machine: 0x8664, version: '10.0.26100.4349' }).subarray(0, 0x210), null],
  ['an empty file', new Uint8Array(), null],
])('%s has the version %s', (_what, bytes, version) => {
  const path = join(folder, 'file');
  writeFileSync(path, bytes);

  expect(fileVersion(realPorts({}).files, path)).toBe(version);
});
