import { describe, expect, it } from 'vitest';
import { filler } from '../../src/emulator/filler.ts';
import { peMachine, peStub } from '../../src/emulator/pe-stub.ts';
import {
  architectureOfMachine,
  architectures,
  dateOfFileTime,
  fileTimeOf,
  packageBuild,
  parseRevision,
  servicingType,
} from '../../src/emulator/windows-facts.ts';

describe('facts of Windows', () => {
  it('releases that share packages share their build; any other build is its own', () => {
    expect([19045, 22631, 26200, 26100, 99999].map(packageBuild)).toEqual([19041, 22621, 26100, 26100, 99999]);
  });

  it.each([
    ['26100.4349', { build: 26100, revision: 4349 }],
    ['26100.4349.1.20', { build: 26100, revision: 4349 }],
    ['10.0.14393.5285', { build: 14393, revision: 5285 }],
    ['26100', undefined],
    ['x26100.1', undefined],
    ['26100.1x', undefined],
  ])('the revision in %s is %j', (text, revision) => {
    expect(parseRevision(text)).toEqual(revision);
  });

  it('file times go both ways', () => {
    const date = new Date('2024-04-01T07:29:00.123Z');
    expect(fileTimeOf(new Date('1601-01-01T00:00:00Z'))).toBe(0n);
    expect(dateOfFileTime(fileTimeOf(date))).toEqual(date);
  });

  it('Server Core is a server', () => {
    expect(servicingType('Server Core')).toBe(servicingType('Server'));
    expect(servicingType('Client')).not.toBe(servicingType('Server'));
  });

  it('a stub tells its machine, other bytes do not', () => {
    for (const { peMachine: machine } of Object.values(architectures)) {
      expect(peMachine(peStub(machine))).toBe(machine);
      expect(architectureOfMachine(machine)).toBeDefined();
    }
    expect(peMachine(new Uint8Array(10))).toBeUndefined();
    expect(peMachine(new Uint8Array(500).fill(0xff))).toBeUndefined();
    const beyond = peStub(0x8664);
    new DataView(beyond.buffer).setUint32(0x3c, 0xfffffff0, true);
    expect(peMachine(beyond)).toBeUndefined();
  });

  it('filler is the same for a seed, other for another, and as long as asked for', () => {
    const all = (seed: number, size: number) => Buffer.concat([...filler(seed, size)]);
    expect(all(1, 300_000).length).toBe(300_000);
    expect(all(1, 1000).equals(all(1, 1000))).toBe(true);
    expect(all(1, 1000).equals(all(2, 1000))).toBe(false);
    expect([...filler(1, 0)]).toEqual([]);
  });
});
