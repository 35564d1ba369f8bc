import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { arraySource } from '../../src/formats/array-source.ts';
import { openWim } from '../../src/formats/wim/open.ts';
import { isRehearsal } from '../../src/images/rehearsal.ts';
import { newDigest } from '../../src/ports/digests.ts';
import { anyMissing, requires, titled } from '../helpers/requires.ts';
import { enterprise, hiveInside, makeImage, readInside, readWim, useBench } from './emulator.ts';

const bench = useBench();
const wimlib = requires.tool('wimlib-imagex');
const hivexget = requires.tool('hivexget');
const rollup = 'Package_for_RollupFix~31bf3856ad364e35~amd64~~26100.1742.1.20';

describe('a rehearsal image', () => {
  it('is the same bytes for the same spec, other bytes for another', () => {
    const [one, two, other] = ['1.wim', '2.wim', '3.wim'].map(bench().path) as [string, string, string];
    makeImage(one);
    makeImage(two);
    makeImage(other, { indexes: [{ ...enterprise, revision: 1 }] });

    expect(readFileSync(two).equals(readFileSync(one))).toBe(true);
    expect(readFileSync(other).equals(readFileSync(one))).toBe(false);
  });

  it('says that it is one, in its XML and in every description', () => {
    const wim = readWim(makeImage(bench().path('a.wim'), { indexes: [enterprise, { ...enterprise, name: 'Pro' }] }));

    expect(isRehearsal(wim)).toBe(true);
    expect(wim.xml).toContain('<IMGUPDATE><REHEARSAL>1</REHEARSAL></IMGUPDATE></WIM>');
    expect(wim.images.map((image) => image.description)).toEqual([
      'Windows 11 Enterprise (ImgUpdate rehearsal, not a real Windows)',
      'Pro (ImgUpdate rehearsal, not a real Windows)',
    ]);
  });

  it.each([
    ['Client', 'x64', 'amd64', 9, 'WinNT'],
    ['Server', 'x64', 'amd64', 9, 'ServerNT'],
    ['Server Core', 'x64', 'amd64', 9, 'ServerNT'],
    ['Client', 'arm64', 'arm64', 12, 'WinNT'],
    ['Client', 'x86', 'x86', 0, 'WinNT'],
  ] as const)(
    'of %s %s holds what Windows is recognised by',
    (installationType, architecture, servicing, arch, type) => {
      const spec = { ...enterprise, installationType, architecture };
      const wim = readWim(makeImage(bench().path('a.wim'), { indexes: [spec] }));
      const image = wim.images[0];
      const current = hiveInside(wim, 1, 'SOFTWARE').key('Microsoft\\Windows NT\\CurrentVersion');
      const identity = rollup.replace('amd64', servicing);
      const packages = hiveInside(wim, 1, 'SOFTWARE').key(
        'Microsoft\\Windows\\CurrentVersion\\Component Based Servicing\\Packages',
      );

      expect(image).toMatchObject({ architecture: arch, installationType, productType: type, editionId: 'Enterprise' });
      expect(image?.version).toEqual({ major: 10, minor: 0, build: 26100, spBuild: 1742, spLevel: 0 });
      expect(current?.value('CurrentBuild')?.text()).toBe('26100');
      expect(current?.value('UBR')?.number()).toBe(1742);
      expect(current?.value('DisplayVersion')?.text()).toBe('24H2');
      expect(packages?.subkey(identity)?.value('CurrentState')?.number()).toBe(0x70);
      expect([...(packages?.subkeys() ?? [])]).toHaveLength(4);
      expect(readInside(wim, 1, `\\Windows\\servicing\\Packages\\${identity}.mum`).length).toBeGreaterThan(100);
      expect(readInside(wim, 1, `\\Windows\\servicing\\Packages\\${identity}.cat`).length).toBeGreaterThan(0);
      expect([...wim.verify()].every((check) => check.ok)).toBe(true);
    },
  );

  it('has as many packages, files and bytes as asked for', () => {
    const spec = { ...enterprise, packages: 40, files: 7, bytes: 100_001 };
    const wim = readWim(makeImage(bench().path('a.wim'), { indexes: [spec], compression: 'none' }));
    const files = [...wim.tree(1).walk('\\Windows\\System32\\rehearsal')].map(({ entry }) => entry.size);
    const manifests = [...wim.tree(1).walk('\\Windows\\servicing\\Packages')].filter(({ path }) =>
      path.endsWith('.mum'),
    );

    expect(wim.header.compression).toBe('none');
    expect(files).toHaveLength(7);
    expect(files.reduce((sum, size) => sum + size, 0)).toBe(100_001);
    expect(manifests).toHaveLength(41);
  });

  it('of a release that shares packages carries the build of these', () => {
    const spec = { ...enterprise, build: 26200, release: '25H2', revision: 6584 };
    const wim = readWim(makeImage(bench().path('a.wim'), { indexes: [spec] }));

    expect(wim.images[0]?.version?.build).toBe(26200);
    expect(
      wim
        .tree(1)
        .find('\\Windows\\servicing\\Packages\\Package_for_RollupFix~31bf3856ad364e35~amd64~~26100.6584.1.20.mum'),
    ).toBeDefined();
  });

  it('may hold a recovery image that is a rehearsal, too, and a .NET update', () => {
    const spec = { ...enterprise, winre: true, dotNet: '10.0.9321.3' };
    const wim = readWim(makeImage(bench().path('a.wim'), { indexes: [spec] }));
    const inner = openWim(arraySource(readInside(wim, 1, '\\Windows\\System32\\Recovery\\winre.wim')), newDigest);

    expect(isRehearsal(inner)).toBe(true);
    expect(inner.images[0]).toMatchObject({ editionId: 'WindowsPE', version: { build: 26100, spBuild: 1742 } });
    expect([...wim.tree(1).walk()].some(({ path }) => path.includes('Package_for_DotNetRollup'))).toBe(true);
  });

  it.each([
    ['no index', []],
    ['a negative number', [{ ...enterprise, packages: -1 }]],
    ['an absurd number', [{ ...enterprise, packages: 1e9 }]],
    ['bytes without files', [{ ...enterprise, files: 0, bytes: 5 }]],
    ['a language that leads elsewhere', [{ ...enterprise, language: '../../x' }]],
    ['a name with a line break', [{ ...enterprise, name: 'a\nb' }]],
    ['a .NET version that is none', [{ ...enterprise, dotNet: '~' }]],
    ['a build that is none', [{ ...enterprise, build: 2.5 }]],
  ])('is not made with %s', (_, indexes) => {
    expect(() => makeImage(bench().path('a.wim'), { indexes })).toThrow(RangeError);
  });

  it.skipIf(anyMissing(wimlib))(titled('passes wimlib, in both forms of storage', wimlib), () => {
    for (const compression of ['none', 'XPRESS'] as const) {
      const path = makeImage(bench().path(`${compression}.wim`), { compression });
      expect(execFileSync(wimlib.path, ['verify', path], { stdio: 'pipe' }).toString()).toContain(
        'successfully verified',
      );
    }
  });

  it.skipIf(anyMissing(hivexget))(titled('has hives that hivex reads', hivexget), () => {
    const wim = readWim(makeImage(bench().path('a.wim')));
    const read = (hive: 'SOFTWARE' | 'SYSTEM', key: string, value: string): string => {
      writeFileSync(bench().path(hive), readInside(wim, 1, `\\Windows\\System32\\config\\${hive}`));
      return execFileSync(hivexget.path, [bench().path(hive), key, value])
        .toString()
        .trim();
    };

    expect(read('SOFTWARE', 'Microsoft\\Windows NT\\CurrentVersion', 'UBR')).toBe('1742');
    expect(read('SYSTEM', 'ControlSet001\\Control\\Windows', 'CSDBuildNumber')).toBe('1742');
  });
});
