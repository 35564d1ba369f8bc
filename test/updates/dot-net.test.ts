import { describe, expect, it } from 'vitest';
import { dotNetFiles, dotNetRelease, dotNetVersion, shippedDotNet } from '../../src/updates/dot-net.ts';

describe('dotNetVersion', () => {
  it.each([
    [378388, null],
    [378389, '4.5'],
    [461814, '4.7.2'],
    [528372, '4.8'],
    [533325, '4.8.1'],
    [600000, '4.8.1'],
  ])('reads Release %i as %s', (release, version) => {
    expect(dotNetVersion(release)).toBe(version);
  });

  it('is the inverse of dotNetRelease', () => {
    for (const version of ['4.6.2', '4.7.2', '4.8', '4.8.1']) {
      expect(dotNetVersion(dotNetRelease(version) ?? 0)).toBe(version);
    }
  });
});

it.each([
  [14393, '4.6.2'],
  [17763, '4.7.2'],
  [19045, '4.8'],
  [22000, '4.8'],
  [26100, '4.8.1'],
  [30000, '4.8.1'],
  [9600, null],
])('build %i came with .NET %s', (build, version) => {
  expect(shippedDotNet(build)).toBe(version);
});

describe('dotNetFiles', () => {
  const names = ['windows10.0-kb1-x64-ndp48_ab.msu', 'windows10.0-kb2-x64-ndp481_cd.msu', 'windows10.0-kb3-x64_ef.msu'];

  it.each([
    ['4.8', [names[0]]],
    ['4.8.1', [names[1]]],
    ['4.7.2', [names[2]]],
    [null, names],
  ])('for %s are %j', (version, expected) => {
    expect(dotNetFiles(names, { version, architecture: 'x64' })).toEqual(expected);
  });

  it('leave out files of another architecture', () => {
    expect(dotNetFiles(['windows11.0-kb2-arm64-ndp481.msu'], { version: '4.8.1', architecture: 'x64' })).toEqual([]);
  });
});
