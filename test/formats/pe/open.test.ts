import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { bootProgram } from '../../../src/emulator/boot-program.ts';
import { arraySource } from '../../../src/formats/array-source.ts';
import { FormatError } from '../../../src/formats/format-error.ts';
import { bootFacts } from '../../../src/formats/pe/boot-facts.ts';
import { openPe } from '../../../src/formats/pe/open.ts';
import { signaturesOf, signedPieces } from '../../../src/formats/pe/signatures.ts';
import { withSignatures, writePe } from '../../../src/formats/pe/write.ts';
import { newDigest } from '../../../src/ports/digests.ts';
import { randomNumbers } from '../../helpers/random-numbers.ts';
import { anyMissing, requires, titled } from '../../helpers/requires.ts';

const x64 = 0x8664;
const osslsigncode = requires.tool('osslsigncode');

function signed(): Uint8Array {
  return bootProgram({ machine: x64, version: '10.0.26100.4349', svn: '9.0', authority: '2023' }, newDigest);
}

function facts(bytes: Uint8Array) {
  const source = arraySource(bytes);
  return bootFacts(source, openPe(source));
}

/** Does all that can be done with a program. */
function useAll(bytes: Uint8Array): void {
  const source = arraySource(bytes);
  const pe = openPe(source);
  for (const work of [
    () => bootFacts(source, pe),
    () => signaturesOf(source, pe),
    () => {
      for (const _ of signedPieces(source, pe));
    },
  ]) {
    try {
      work();
    } catch (error) {
      if (!(error instanceof FormatError)) throw error;
    }
  }
}

function digestOf(bytes: Uint8Array): string {
  const digest = newDigest('sha256');
  for (const piece of signedPieces(arraySource(bytes), openPe(arraySource(bytes)))) digest.update(piece);
  return digest.hex();
}

describe('a boot program', () => {
  it.each([
    ['9.0', '10.0.26100.4349'],
    ['7.12', '10.0.20348.1'],
    ['0.0', '6.3.9600.65535'],
  ])('with the secure version number %s and the version %s says so', (svn, version) => {
    expect(facts(writePe({ machine: x64, svn, version }))).toEqual({ svn, version });
  });

  it('without either says nothing', () => {
    expect(facts(writePe({ machine: 0xaa64 }))).toEqual({ svn: null, version: null });
    expect(openPe(arraySource(writePe({ machine: 0xaa64 }))).machine).toBe(0xaa64);
  });

  it('gives its signatures back, each whole', () => {
    const parts = [1, 8, 13].map((length) => new Uint8Array(length).fill(length));
    const source = arraySource(withSignatures(writePe({ machine: x64 }), parts));

    expect(signaturesOf(source, openPe(source))).toEqual(parts);
  });

  it('has the same digest before and after it is signed, and another one when a byte changes', () => {
    const plain = writePe({ machine: x64, svn: '9.0' });
    const bytes = withSignatures(plain, [new Uint8Array(40)]);
    const changed = bytes.slice();
    changed[0x210] = 1;

    expect(digestOf(bytes)).toBe(digestOf(plain));
    expect(digestOf(changed)).not.toBe(digestOf(bytes));
  });

  it.skipIf(anyMissing(osslsigncode))(titled('has the digest that another tool computes', osslsigncode), () => {
    const folder = mkdtempSync(join(tmpdir(), 'imgupdate-pe-'));
    try {
      writeFileSync(join(folder, 'a.efi'), signed());
      let said: string;
      try {
        said = execFileSync(osslsigncode.path, ['verify', '-in', join(folder, 'a.efi')], { encoding: 'utf8' });
      } catch (error) {
        // Nobody trusts the authority of rehearsals; the digest is told all the same.
        said = String((error as { stdout: string }).stdout);
      }
      const [, own, computed] = /Current message digest +: (\w+)\s+Calculated message digest : (\w+)/.exec(said) ?? [];
      expect(own?.toLowerCase()).toBe(digestOf(signed()));
      expect(computed).toBe(own);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});

describe('damage', () => {
  it.each([0, 1, 63, 64, 0x80, 0x97, 0x98, 0x180, 0x1a0])('is told of a file cut to %i bytes', (length) => {
    expect(() => openPe(arraySource(signed().subarray(0, length)))).toThrow(FormatError);
  });

  it('is told where the signature lies beyond the end', () => {
    const source = arraySource(signed().subarray(0, 0x500));
    expect(() => signaturesOf(source, openPe(source))).toThrow(/beyond the end/);
  });

  it('is told of resources that lead in a circle, and soon', () => {
    const bytes = writePe({ machine: x64, svn: '9.0' });
    // The first type leads to the root again.
    new DataView(bytes.buffer).setUint32(0x200 + 16 + 4, 0x8000_0000, true);
    expect(() => facts(bytes)).toThrow(/nested too deep/);
  });

  it('never leads to anything but a FormatError', () => {
    const whole = signed();
    const random = randomNumbers(5);
    for (let turn = 0; turn < 3000; turn++) {
      const bytes = whole.slice(0, turn % 7 === 0 ? random(whole.length) : whole.length);
      for (let change = 0; change < 1 + (turn % 4); change++) {
        if (bytes.length > 0) bytes[random(Math.min(bytes.length, 0x420))] = random(256);
      }
      try {
        useAll(bytes);
      } catch (error) {
        if (!(error instanceof FormatError)) throw error;
      }
    }
  });
});
