/** What is made of a file into which an index was, or was not, saved when the run was interrupted. */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { realPorts } from '../../../src/ports/index.ts';
import { doubtOfSave, metadataOf, type SaveIntent } from '../../../src/servicing/run/intent.ts';
import { describeWorkingFile, takeBackSave, type WorkingFile } from '../../../src/servicing/run/working-files.ts';
import { enterprise, makeImage, useBench } from '../../emulator/emulator.ts';

const bench = useBench();
const ports = realPorts({});
const offsetOf = { flags: 0x10, lookupTable: 0x30 };

/** An image of two indexes, and the same after its second was saved: made once. */
interface Made {
  before: Uint8Array;
  after: Uint8Array;
  /** After the first was saved too. */
  both: Uint8Array;
  intent: SaveIntent;
  described: Omit<WorkingFile, 'path'>;
}

let made: Made | undefined;
let file: string;
let before: Uint8Array;
let after: Uint8Array;
let intent: SaveIntent;
beforeEach(async () => {
  file = bench().path('image.wim');
  made ??= await make();
  ({ before, after, intent } = made);
  writeFileSync(bench().path('registered.wim'), before);
  writeFileSync(file, after);
});

async function make(): Promise<Made> {
  makeImage(file, { indexes: [enterprise, { ...enterprise, name: 'Pro' }] });
  const first = new Uint8Array(readFileSync(file));
  const facts = await describeWorkingFile(ports, file);
  const expectation = { index: 2, before: '26100.1742', expected: '26100.1742', changed: false };
  const save: SaveIntent = {
    ...{ kind: 'save', path: ['image.wim'], index: 2, metadata: metadataOf(ports, file) },
    expected: { expectation, packages: [] },
  };
  await saved(2);
  const second = new Uint8Array(readFileSync(file));
  await saved(1);
  return { before: first, after: second, both: new Uint8Array(readFileSync(file)), intent: save, described: facts };
}

/** Mounts an index, adds a file, and saves it. */
async function saved(index: number): Promise<void> {
  const mount = bench().path(`mount${index}`);
  mkdirSync(mount);
  await bench().dism('/Mount-Image', `/ImageFile:${file}`, `/Index:${index}`, `/MountDir:${mount}`);
  writeFileSync(join(mount, 'more.bin'), `${index} `.repeat(5_000));
  const { stdout } = await bench().dism('/Unmount-Image', `/MountDir:${mount}`, '/Commit');
  expect(stdout).toContain('successfully');
}

/** The file is this now; in words why that is no complete save. */
function doubt(bytes: Uint8Array, change: Partial<SaveIntent> = {}): Promise<string | undefined> {
  writeFileSync(file, bytes);
  const registered = bench().path('registered.wim');
  return doubtOfSave(ports, { root: bench().folder, intent: { ...intent, ...change }, registered });
}

function overwritten(at: number, bytes: readonly number[]): Uint8Array {
  const copy = after.slice();
  copy.set(bytes, at);
  return copy;
}

describe('a save', () => {
  it('took place where the new state is whole, also without a file to compare with', async () => {
    expect(await doubt(after)).toBeUndefined();
    expect(await doubtOfSave(ports, { root: bench().folder, intent, registered: null })).toBeUndefined();
  });

  it.each<[what: string, bytes: () => Uint8Array, why: RegExp]>([
    ['nothing of it is there', () => before, /saved are none/],
    ['it was appended, and the header is the one before', () => joined(before, after), /saved are none/],
    ['a writer is marked to be at work', () => overwritten(offsetOf.flags, [0xc2]), /a save is at work/],
    ['its contents are not all on the disk', () => overwritten(before.length, Array(64).fill(0)), /./],
    ['its tables are cut off', () => after.slice(0, -40), /./],
    ['half of its header is on the disk', () => overwritten(offsetOf.lookupTable, Array(48).fill(0)), /./],
    ['what lay there before was written over', () => overwritten(before.length >> 1, Array(64).fill(1)), /./],
    ['nothing is left of it', () => new Uint8Array(), /./],
  ])('did not where %s', async (_what, bytes, why) => {
    expect(await doubt(bytes())).toMatch(why);
  });

  it('did not where the file is gone', async () => {
    rmSync(file);
    expect(await doubtOfSave(ports, { root: bench().folder, intent, registered: null })).toContain('no file');
  });

  it('did not where another index was changed, or one more', async () => {
    expect(await doubt(after, { index: 1 })).toContain('saved are 2');
    expect(await doubt(made?.both ?? before)).toContain('saved are 1, 2');
  });

  it('did not where the file has another number of indexes', async () => {
    expect(await doubt(after, { metadata: intent.metadata.slice(1) })).toBe('it has 2 indexes, not 1');
  });

  it('did not where something is missing that went in', async () => {
    const expectation = { index: 2, before: '26100.1742', expected: '26100.4349', changed: true };
    expect(await doubt(after, { expected: { expectation, packages: [] } })).toContain('not 26100.4349');
    const safeOs = { articleId: '5060843', title: 'Safe OS', kind: 'SafeOSDynamicUpdate', revision: null } as const;
    expect(await doubt(after, { expected: { packages: [{ ...safeOs, package: null }] } })).toContain('Safe OS');
  });

  it('is stopped, not doubted, by whoever ends the run', async () => {
    const options = { root: bench().folder, intent, registered: null, signal: AbortSignal.abort() };
    await expect(doubtOfSave(ports, options)).rejects.toThrow();
  });
});

describe('a file with half a save is made what it was', () => {
  it.each<[what: string, bytes: () => Uint8Array]>([
    ['with the whole save', () => after],
    ['with half of the new header', () => overwritten(offsetOf.lookupTable, Array(48).fill(0))],
    ['with its tables cut off', () => after.slice(0, -40)],
    ['with bytes behind the old header', () => joined(before, after)],
  ])('%s', async (_what, bytes) => {
    writeFileSync(file, bytes());

    expect(await takeBackSave(ports, file, facts(), { header: 'any' })).toBe(true);
    expect(readFileSync(file).equals(before)).toBe(true);
  });

  it('only where it is known that a save of ours wrote the header', async () => {
    expect(await takeBackSave(ports, file, facts(), { header: 'as before' })).toBe(false);
    expect(readFileSync(file).equals(after)).toBe(true);
  });

  it.each<[what: string, bytes: () => Uint8Array]>([
    ['it is shorter than before', () => before.slice(0, -1)],
    ['its tables of before are not there any more', () => new Uint8Array(after.length).fill(7)],
  ])('not where %s', async (_what, bytes) => {
    const torn = bytes();
    writeFileSync(file, torn);

    expect(await takeBackSave(ports, file, facts(), { header: 'any' })).toBe(false);
    expect(readFileSync(file).equals(torn)).toBe(true);
  });
});

function facts(): Made['described'] {
  if (made === undefined) throw new Error('nothing was made');
  return made.described;
}

/** The bytes of a file, then what another one has behind them. */
function joined(first: Uint8Array, longer: Uint8Array): Uint8Array {
  return Buffer.concat([first, longer.subarray(first.length)]);
}
