import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readStandInPackage } from '../../src/emulator/stand-in-package.ts';
import { arraySource } from '../../src/formats/array-source.ts';
import { printIdentity } from '../../src/formats/mum/identity.ts';
import { nodeCompression } from '../../src/ports/compression.ts';
import { newDigest } from '../../src/ports/digests.ts';
import { anyMissing, requires, titled } from '../helpers/requires.ts';
import { makeImage, makePackage, readWim, update, useBench } from './emulator.ts';

const bench = useBench();
const tools = { newDigest, ...nodeCompression };
const read = (path: string) => readStandInPackage(arraySource(readFileSync(path)), tools);

describe('a stand-in package', () => {
  it('is a WIM that says what it stands for, the same bytes for the same spec', () => {
    const one = makePackage(bench().path('1.msu'), { baseline: '26100.1742' });
    const two = makePackage(bench().path('2.msu'), { baseline: '26100.1742' });

    const { facts, manifest } = read(one);

    expect(readFileSync(one).subarray(0, 5).toString()).toBe('MSWIM');
    expect(readFileSync(two).equals(readFileSync(one))).toBe(true);
    expect(facts).toEqual({ ...update, baseline: '26100.1742', requires: undefined, dotNet: undefined });
    expect(printIdentity(manifest.identity)).toBe('Package_for_RollupFix~31bf3856ad364e35~amd64~~26100.4349.1.20');
    expect(manifest).toMatchObject({ identifier: 'KB5060842', releaseType: 'Security Update' });
  });

  it.each([
    [
      'msu-cab',
      { form: 'msu-cab' as const },
      'packages of the form msu-cab are not made by this version, only msu-wim',
    ],
    ['cab', { form: 'cab' as const }, /form cab are not made/],
    ['another kind', { kind: 'Driver' }, /kind Driver are not made/],
    ['no KB number', { articleId: '../x' }, 'is no KB number'],
    ['a negative revision', { revision: -1 }, 'revision is -1'],
    ['a baseline of no form', { baseline: 'yesterday' }, 'no revision like'],
  ])('is refused for %s', (_, spec, message) => {
    expect(() => makePackage(bench().path('x.msu'), spec)).toThrow(RangeError);
    expect(() => makePackage(bench().path('y.msu'), spec)).toThrow(message);
  });

  it('is not taken from a WIM that is something else', () => {
    expect(() => read(makeImage(bench().path('a.wim')))).toThrow(expect.objectContaining({ code: 'unsupported' }));
    expect(() => readStandInPackage(arraySource(new TextEncoder().encode('<html>')), tools)).toThrow(
      expect.objectContaining({ name: 'FormatError' }),
    );
  });

  const real = requires.shared('wim-samples/MultiImage.wim');
  it.skipIf(anyMissing(real))(titled('is not taken from a real WIM', real), () => {
    expect(readWim(real.path).images.length).toBeGreaterThan(0);
    expect(() => read(real.path)).toThrow(expect.objectContaining({ code: 'unsupported' }));
  });
});
