import { describe, expect, it } from 'vitest';
import { isBelow, pathFault, pathKey, plainPath } from '../../src/ports/paths.ts';

describe('a path that cannot name a file', () => {
  it.each<[path: string, why: RegExp]>([
    ['', /empty/],
    ['  ', /empty/],
    ['C:\\images\\a\0.wim', /character/],
    ['C:install.wim', /drive without a root/],
    ['C:', /drive without a root/],
    ['\\\\?\\C:install.wim', /drive without a root/],
    ['C:\\images\\CON', /device/],
    ['C:\\images\\nul.wim', /device/],
    ['C:\\Aux.2025\\install.wim', /device/],
    ['C:\\images\\lpt¹', /device/],
    ['conin$', /device/],
    ['\\\\.\\PhysicalDrive0', /device/],
    ['//./C:/x', /device/],
    ['C:\\images\\install.wim.', /dot or a blank/],
    ['C:\\images \\install.wim', /dot or a blank/],
    ['\\\\?\\C:\\images\\install.wim ', /dot or a blank/],
    ['C:\\images\\install.wim:stream', /character/],
    ['C:\\images\\*.wim', /character/],
    ['C:\\images\\"a".wim', /character/],
    ['C:\\images\\a\u0007.wim', /character/],
    [`C:\\${'x'.repeat(256)}`, /255 characters/],
    [`C:\\${'x\\'.repeat(20_000)}`, /32767 characters/],
  ])('%j on Windows', (path, why) => {
    expect(pathFault(path, 'win32')).toMatch(why);
  });

  it.each([
    'C:\\images\\install.wim',
    'c:/images/install.wim',
    '\\\\?\\C:\\images\\install.wim',
    '\\\\?\\UNC\\server\\share\\install.wim',
    '\\\\server\\share$\\Windows 11\\install.wim',
    '..\\images\\.\\install.wim',
    'images\\console.wim',
    'images\\com10.wim',
    'images\\nullify',
    'C:\\',
    `C:\\${'a-long-folder-name\\'.repeat(30)}install.wim`,
    "C:\\it's 100 % & ^ $(x) ünïcödé\\install.wim",
  ])('%j is one on Windows', (path) => {
    expect(pathFault(path, 'win32')).toBeUndefined();
  });

  it('elsewhere is only the empty one and one with a zero', () => {
    expect(['', ' ', 'a\0b'].map((path) => pathFault(path, 'linux'))).toEqual([
      expect.any(String),
      expect.any(String),
      expect.any(String),
    ]);
    expect(['/a:b', '/nul.wim', '/a. ', 'C:x'].map((path) => pathFault(path, 'linux'))).toEqual(
      Array(4).fill(undefined),
    );
  });
});

describe('the plain spelling', () => {
  it.each([
    ['\\\\?\\C:\\images\\..\\install.wim', 'C:\\install.wim'],
    ['\\\\?\\UNC\\server\\share\\install.wim', '\\\\server\\share\\install.wim'],
    ['//?/c:/images/install.wim', 'c:\\images\\install.wim'],
    ['C:/images//install.wim', 'C:\\images\\install.wim'],
    ['C:\\images\\', 'C:\\images'],
    ['D:\\', 'D:\\'],
    [
      '\\\\?\\Volume{b75e2c83-0000-0000-0000-602f00000000}\\a.wim',
      '\\\\?\\Volume{b75e2c83-0000-0000-0000-602f00000000}\\a.wim',
    ],
  ])('of %j on Windows is %j', (path, plain) => {
    expect(plainPath(path, 'win32')).toBe(plain);
  });

  it('makes two spellings of one file one on Windows, and keeps two files two elsewhere', () => {
    const spellings = ['C:\\Images\\Install.WIM', 'c:/images/install.wim', '\\\\?\\c:\\IMAGES\\install.wim'];

    expect(new Set(spellings.map((path) => pathKey(path, 'win32'))).size).toBe(1);
    expect(pathKey('/a.wim', 'linux')).not.toBe(pathKey('/A.wim', 'linux'));
  });
});

it.each<[path: string, root: string, platform: string, below: boolean]>([
  ['/root/mount1', '/root', 'linux', true],
  ['/root', '/root', 'linux', true],
  ['/root-of-others/mount1', '/root', 'linux', false],
  ['/', '/root', 'linux', false],
  ['/root/..mount', '/root', 'linux', true],
  ['/Root/mount1', '/root', 'linux', false],
  ['d:\\work\\MOUNT1', 'D:\\Work', 'win32', true],
  ['D:\\Work-of-others', 'D:\\Work', 'win32', false],
  ['E:\\Work\\mount1', 'D:\\Work', 'win32', false],
  ['\\\\?\\D:\\Work\\mount1', 'D:\\Work', 'win32', true],
])('%j below %j on %s: %s', (path, root, platform, below) => {
  expect(isBelow(path, root, platform)).toBe(below);
});
