import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { arraySource } from '../../src/formats/array-source.ts';
import { openCab } from '../../src/formats/cab/open.ts';
import { printIdentity } from '../../src/formats/mum/identity.ts';
import { readStandInPackage } from '../../src/packages/stand-in/package.ts';
import { nodeCompression } from '../../src/ports/compression.ts';
import { newDigest } from '../../src/ports/digests.ts';
import { makeCab } from '../formats/cab/sample-cab.ts';
import { anyMissing, requires, titled } from '../helpers/requires.ts';
import { flip, makeImage, makePackage, readWim, update, useBench } from './emulator.ts';

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
    ['another kind', { kind: 'Driver' }, /kind Driver are not made/],
    ['no KB number', { articleId: '../x' }, 'is no KB number'],
    ['a negative revision', { revision: -1 }, 'revision is -1'],
    ['a version of .NET of no form', { kind: 'DotNetCumulativeUpdate', dotNet: 'new' }, 'no version like'],
    ['a baseline of no form', { baseline: 'yesterday' }, 'no revision like'],
  ])('is refused for %s', (_, spec, message) => {
    expect(() => makePackage(bench().path('x.msu'), spec)).toThrow(RangeError);
    expect(() => makePackage(bench().path('y.msu'), spec)).toThrow(message);
  });

  it.each([
    [{ kind: 'ServicingStackUpdate' }, 'Package_for_ServicingStack_4349~31bf3856ad364e35~amd64~~26100.4349.1.0'],
    [{ kind: 'DotNetCumulativeUpdate' }, 'Package_for_DotNetRollup_481~31bf3856ad364e35~amd64~~10.0.4349.1'],
    [
      { kind: 'DotNetCumulativeUpdatePreview', dotNet: '10.0.9321.3' },
      'Package_for_DotNetRollup_481~31bf3856ad364e35~amd64~~10.0.9321.3',
    ],
    [
      { kind: 'DotNetCumulativeUpdate', dotNet: '4.8', build: 19041 },
      'Package_for_DotNetRollup~31bf3856ad364e35~amd64~~10.0.4349.1',
    ],
    [
      { kind: 'DotNetCumulativeUpdate', dotNet: '4.8.1', build: 19041 },
      'Package_for_DotNetRollup_481~31bf3856ad364e35~amd64~~10.0.4349.1',
    ],
  ])('of %j is the package %s', (spec, identity) => {
    expect(printIdentity(read(makePackage(bench().path('p.msu'), spec)).manifest.identity)).toBe(identity);
  });

  it.each(['cab', 'msu-cab'] as const)('in the form %s says the same, the same bytes for the same spec', (form) => {
    const one = makePackage(bench().path('1'), { form, baseline: '26100.1742' });
    const two = makePackage(bench().path('2'), { form, baseline: '26100.1742' });
    const asWim = read(makePackage(bench().path('3'), { baseline: '26100.1742' }));

    const { facts, manifest, manifestText, payload } = read(one);

    expect(readFileSync(one).subarray(0, 4).toString()).toBe('MSCF');
    expect(readFileSync(two).equals(readFileSync(one))).toBe(true);
    expect(facts).toEqual(asWim.facts);
    expect(manifest).toEqual(asWim.manifest);
    expect(Buffer.from(manifestText).equals(asWim.manifestText)).toBe(true);
    expect(Buffer.from(payload()).equals(asWim.payload())).toBe(true);
  });

  it('as an .msu in CAB form holds what real ones do', () => {
    const msu = openCab(arraySource(readFileSync(makePackage(bench().path('p.msu'), { form: 'msu-cab' }))), tools);
    const name = 'Windows11.0-KB5060842-x64';

    expect(msu.members.map((member) => member.name)).toEqual([
      ...['WSUSSCAN.cab', `${name}.cab`, `${name}-pkgProperties.txt`, `${name}.xml`],
    ]);
  });

  it.each([
    [20348, 'Windows10.0'],
    [26100, 'Windows11.0'],
  ])('of build %s has the product %s in its names', (build, product) => {
    const path = makePackage(bench().path('p.msu'), { form: 'msu-cab', build });

    const { members } = openCab(arraySource(readFileSync(path)), tools);
    expect(members.map(({ name }) => name)).toContain(`${product}-KB5060842-x64.cab`);
  });

  it('is not taken from a WIM that is something else', () => {
    expect(() => read(makeImage(bench().path('a.wim')))).toThrow(expect.objectContaining({ code: 'unsupported' }));
    expect(() => readStandInPackage(arraySource(new TextEncoder().encode('<html>')), tools)).toThrow(
      expect.objectContaining({ name: 'FormatError' }),
    );
  });

  it.each<[what: string, code: string, members: [string, string][]]>([
    ['a package of somebody else', 'unsupported', [['update.mum', '<assembly/>']]],
    ['no package', 'not-recognised', [['readme.txt', 'words']]],
    ['an .msu without its package', 'not-recognised', [['kb.xml', answer('kb.cab')]]],
    [
      'an .msu whose package is none',
      'not-recognised',
      [
        ['kb.xml', answer('kb.cab')],
        ['kb.cab', 'words'],
      ],
    ],
    [
      'an answer file that is no XML',
      'corrupt',
      [
        ['kb.xml', '<unattend'],
        ['kb.cab', 'words'],
      ],
    ],
    [
      'facts that are no JSON',
      'corrupt',
      [
        ['update.mum', '<assembly/>'],
        ['rehearsal.json', 'words'],
      ],
    ],
    [
      'facts that say nothing',
      'corrupt',
      [
        ['update.mum', '<assembly/>'],
        ['rehearsal.json', '{"build":-1}'],
      ],
    ],
    [
      'facts that are null',
      'corrupt',
      [
        ['update.mum', '<assembly/>'],
        ['rehearsal.json', 'null'],
      ],
    ],
  ])('is not taken from a cabinet with %s', (_, code, members) => {
    const bytes = makeCab(members.map(([name, text]) => [name, Buffer.from(text)])).bytes();

    expect(() => readStandInPackage(arraySource(bytes), tools)).toThrow(expect.objectContaining({ code }));
  });

  it('that is cut anywhere is refused as damaged, never taken in part', () => {
    for (const form of ['cab', 'msu-cab'] as const) {
      const bytes = readFileSync(makePackage(bench().path(form), { form }));
      for (let length = 4; length < bytes.length; length += 977) {
        const cut = (): unknown => readStandInPackage(arraySource(bytes.subarray(0, length)), tools).payload();
        expect(cut).toThrow(expect.objectContaining({ name: 'FormatError', code: 'truncated' }));
      }
    }
  });

  it('with a changed byte in its data is refused', () => {
    for (const form of ['cab', 'msu-cab'] as const) {
      const path = makePackage(bench().path(form), { form });
      flip(path, Math.floor(readFileSync(path).length / 2));

      expect(() => read(path).payload()).toThrow(expect.objectContaining({ name: 'FormatError', code: 'corrupt' }));
    }
  });

  const [cabextract, sevenZip] = [requires.tool('cabextract'), requires.tool('7z')];

  it.skipIf(anyMissing(cabextract))(titled('is read by cabextract with the same bytes', cabextract), () => {
    const path = makePackage(bench().path('p.msu'), { form: 'msu-cab' });
    const into = (name: string, file: string): string => {
      execFileSync('cabextract', ['-q', '-d', bench().path(name), file]);
      return bench().path(name);
    };
    const outer = into('outer', path);
    const inner = into('inner', join(outer, 'Windows11.0-KB5060842-x64.cab'));
    const scan = into('scan', join(outer, 'WSUSSCAN.cab'));

    const { manifestText, payload } = read(path);
    expect(readFileSync(join(inner, 'update.mum')).equals(manifestText)).toBe(true);
    expect(readFileSync(join(inner, 'payload.bin')).equals(payload())).toBe(true);
    expect(readdirSync(into('package', join(scan, 'package.cab')))).toEqual(['package.xml']);
  });

  it.skipIf(anyMissing(sevenZip))(titled('is found whole by 7z', sevenZip), () => {
    for (const form of ['cab', 'msu-cab'] as const) {
      const path = makePackage(bench().path(`${form}.cab`), { form });
      expect(execFileSync('7z', ['t', '-tcab', path], { encoding: 'utf8' })).toContain('Everything is Ok');
    }
  });

  const real = requires.shared('wim-samples/MultiImage.wim');
  it.skipIf(anyMissing(real))(titled('is not taken from a real WIM', real), () => {
    expect(readWim(real.path).images.length).toBeGreaterThan(0);
    expect(() => read(real.path)).toThrow(expect.objectContaining({ code: 'unsupported' }));
  });

  const update2584475 = requires.shared('msu-samples/Windows6.1-KB2584475-x64.msu');
  it.skipIf(anyMissing(update2584475))(titled('is not taken from a real update', update2584475), () => {
    expect(() => read(update2584475.path)).toThrow(expect.objectContaining({ code: 'unsupported' }));
  });
});

function answer(cabinet: string): string {
  const source = `<source location="%configsetroot%\\${cabinet}"/>`;
  return `<unattend><servicing><package action="install">${source}</package></servicing></unattend>`;
}
