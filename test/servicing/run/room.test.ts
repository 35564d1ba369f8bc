/** How many runs a machine holds at once: pure decisions over memory and space. */
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { lackingSpace, memoryHolds, memoryOf, type Space, spaceOf } from '../../../src/servicing/run/room.ts';

const gib = 1024 ** 3;

describe('memory', () => {
  it.each<[what: string, atWork: number[], own: number, total: number, available: number, holds: boolean]>([
    ['the first run always begins', [], 4, 2, 1, true],
    ['a second one where both fit', [4], 4, 16, 10, true],
    ['not where together they are more than the machine has', [4], 4, 7, 7, false],
    ['not where other programs have taken it', [4], 4, 16, 3, false],
    ['a third one counts both before it', [4, 4], 4, 11, 9, false],
    ['exactly what is there is enough', [4, 4], 4, 12, 4, true],
    ['a small one fits where a large one would not', [4], 1, 6, 2, true],
  ])('%s', (_what, atWork, own, total, available, holds) => {
    const memory = { total: () => total * gib, available: () => available * gib };

    expect(
      memoryHolds(
        memory,
        atWork.map((each) => each * gib),
        own * gib,
      ),
    ).toBe(holds);
  });

  it('is what the site says, else what the tool takes', () => {
    expect(memoryOf({ rehearsal: 0 }, { memoryPerRun: 0 })).toBe(4 * gib);
    expect(memoryOf({ rehearsal: 1 }, { memoryPerRun: 0 })).toBe(gib / 4);
    expect(memoryOf({ rehearsal: 1 }, { memoryPerRun: 5 })).toBe(5);
  });
});

/** Two volumes, and files in work folders. */
function disk(free: { [volume: string]: number }, inFolders: { [folder: string]: number } = {}) {
  const volumeOf = (path: string): string => path.split(/[\\/]/).find((part) => part !== '') ?? '';
  return {
    sameVolume: (a: string, b: string) => volumeOf(a) === volumeOf(b),
    freeSpace: (path: string) => free[volumeOf(path)] ?? 0,
    names: (folder: string) => (inFolders[folder] === undefined ? [] : ['image.wim', 'mount1']),
    facts: (path: string) => {
      const size = Object.entries(inFolders).find(([folder]) => path === join(folder, 'image.wim'))?.[1];
      return size === undefined
        ? { size: 9_999, modified: 0, kind: 'folder' as const }
        : { size, modified: 0, kind: 'file' as const };
    },
  };
}

const work = (name: string, bytes: number): Space => ({
  path: join('/drive', name),
  bytes,
  what: 'the servicing drive',
  isWorkFolder: true,
});
const beside = (bytes: number): Space => ({ path: '/images', bytes, what: 'the volume of the image' });

describe('space', () => {
  it('alone a run never waits: its first step tells whether there is enough', () => {
    expect(lackingSpace(disk({ drive: 1 }), [work('b', 100)], [])).toBeUndefined();
  });

  it.each<[what: string, free: number, there: number, lacks: number | undefined]>([
    ['both fit', 200, 0, undefined],
    ['one byte is missing', 199, 0, 1],
    ['what the other one has copied is no longer free, and no longer kept', 140, 60, undefined],
    ['it has taken more than was kept for it', 100, 500, undefined],
  ])('%s', (_what, free, there, lacks) => {
    const files = disk({ drive: free }, { [join('/drive', 'a')]: there });

    expect(lackingSpace(files, [work('b', 100)], [[work('a', 100)]])?.bytes).toBe(lacks);
  });

  it('of a run that goes on counts what it has finished', () => {
    const files = disk({ drive: 140 }, { [join('/drive', 'b')]: 60 });

    expect(lackingSpace(files, [work('b', 100)], [[work('a', 100)]])).toBeUndefined();
  });

  it('is looked at on each volume apart, and names the one that lacks it', () => {
    const files = disk({ drive: 1000, images: 70 });
    const lacking = lackingSpace(files, [work('b', 100), beside(40)], [[work('a', 100), beside(40)]]);

    expect(lacking).toMatchObject({ path: '/images', bytes: 10 });
    expect(lackingSpace(files, [work('b', 100), beside(30)], [[work('a', 100), beside(40)]])).toBeUndefined();
  });

  it('of a run is one sum where image and servicing drive share a volume, else two', () => {
    const run = {
      root: '/drive/a',
      image: { path: '/images/x.wim', size: 7 },
      plan: { estimates: { bytes: 50, seconds: 1 } },
      settings: { minimumFreeSpace: 0 },
    };
    expect(spaceOf({ ...run, files: { sameVolume: () => true } }).map(({ bytes }) => bytes)).toEqual([57]);
    expect(spaceOf({ ...run, files: { sameVolume: () => false } }).map(({ bytes }) => bytes)).toEqual([50, 7]);
    const said = spaceOf({ ...run, settings: { minimumFreeSpace: 99 }, files: { sameVolume: () => false } });
    expect(said.map(({ bytes }) => bytes)).toEqual([99, 7]);
  });
});
