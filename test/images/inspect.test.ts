import { expect, it } from 'vitest';
import { arraySource } from '../../src/formats/array-source.ts';
import { FormatError } from '../../src/formats/format-error.ts';
import { manifestOf, printManifest } from '../../src/formats/mum/print.ts';
import { hiveValue } from '../../src/formats/regf/write.ts';
import { openWim } from '../../src/formats/wim/open.ts';
import { inspectImage, isRehearsal } from '../../src/images/inspect.ts';
import type { ImagePackage } from '../../src/images/types.ts';
import { newDigest } from '../../src/ports/digests.ts';
import {
  hivePath,
  imageTime,
  manifestPath,
  rehearsalMark,
  type SampleImage,
  type SampleRecord,
  sampleWim,
  softwareHive,
  windows11Info,
  windows11Values,
} from './sample-image.ts';

const rollup = 'Package_for_RollupFix~31bf3856ad364e35~amd64~~26100.4349.1.8';
const staged = 'Package_for_RollupFix~31bf3856ad364e35~amd64~~26100.1742.1.10';
const dotNet = 'Package_for_DotNetRollup_481~31bf3856ad364e35~amd64~~10.0.9321.3';
const enablement = 'Package_for_KB5054156~31bf3856ad364e35~amd64~~26100.6717.1.4';
const language = 'Microsoft-Windows-Client-LanguagePack-Package~31bf3856ad364e35~amd64~en-US~10.0.26100.8037';

it('shows every member that the contract names', () => {
  const { wim, bytes } = sampleWim([windows11()]);

  const inspection = inspectImage(wim, { path: 'install.wim', size: bytes.length, packages: false });

  expect(inspection).toEqual({
    path: 'install.wim',
    size: bytes.length,
    format: { compression: 'XPRESS', chunkSize: 32768, solid: false, partNumber: 1, totalParts: 1, bootIndex: 0 },
    rehearsal: false,
    indexes: [
      {
        index: 1,
        name: 'Windows 11 Enterprise',
        description: 'for tests',
        edition: 'Enterprise',
        installationType: 'Client',
        family: 'Windows 11',
        release: '24H2',
        architecture: 'x64',
        languages: ['en-US', 'de-DE'],
        defaultLanguage: 'en-US',
        build: 26100,
        ubr: 4349,
        revision: '26100.4349',
        dotNet: null,
        fileCount: 1,
        directoryCount: 4,
        totalBytes: expect.any(Number),
        created: '2025-01-02T03:04:05.000Z',
        modified: '2025-01-02T03:04:05.000Z',
        productName: 'Windows 10 Enterprise',
        lastResetBase: null,
        pending: [],

        sources: { build: 'registry', revision: 'registry', edition: 'registry', productName: 'registry' },
      },
    ],
    warnings: [],
  });
});

it('lists packages with state, time, release type and article', () => {
  const records = {
    [rollup]: { state: 112, installed: imageTime },
    [staged]: { state: 64 },
    [dotNet]: { state: 96, installed: imageTime },
    [language]: { state: 112, installed: imageTime },
  };
  const manifests = {
    [rollup]: manifest(rollup, { releaseType: 'Security Update' }),
    [dotNet]: manifest(dotNet, { releaseType: 'Update', identifier: 'KB5066131' }),
    [enablement]: manifest(enablement, { releaseType: 'Update' }),
    [language]: 'not read at all',
  };

  const packages = packagesOf(windows11(records, manifests));

  expect(packages).toEqual([
    expect.objectContaining({ identity: language, language: 'en-US', releaseType: 'Language Pack', articleId: null }),
    expect.objectContaining({
      identity: dotNet,
      state: 'Install Pending',
      releaseType: 'Update',
      articleId: '5066131',
    }),
    expect.objectContaining({ identity: enablement, state: 'Not Present', installTime: null, articleId: '5054156' }),
    expect.objectContaining({ identity: staged, state: 'Staged', installTime: null, releaseType: null }),
    {
      identity: rollup,
      name: 'Package_for_RollupFix',
      version: '26100.4349.1.8',
      architecture: 'x64',
      language: '',
      releaseType: 'Security Update',
      state: 'Installed',
      installTime: '2025-01-02T03:04:05.000Z',
      articleId: null,
      hidden: false,
    },
  ]);
});

it('asks for the article of a cumulative update by line and revision', () => {
  const asked: unknown[] = [];
  const { wim } = sampleWim([windows11({ [rollup]: { state: 112 } })]);

  const { indexes } = inspectImage(wim, {
    path: '',
    size: 0,
    packages: true,
    articleOf: (line, revision) => {
      asked.push([line, revision]);
      return '5060842';
    },
  });

  expect(indexes[0]?.packages?.[0]?.articleId).toBe('5060842');
  expect(asked).toEqual([[{ family: 'Windows 11', release: '24H2', architecture: 'x64' }, '26100.4349']]);
});

it('matches the names of manifests and records in any case', () => {
  const image = windows11({ [rollup.toLowerCase()]: { state: 112 } }, { [rollup]: manifest(rollup) });

  expect(packagesOf(image)).toMatchObject([{ identity: rollup, state: 'Installed' }]);
});

it('marks packages that are parts of others as hidden', () => {
  const part = 'Package_1_for_KB4601060~31bf3856ad364e35~amd64~~10.0.3770.4';
  const feature = 'Microsoft-Windows-Foundation-Group~31bf3856ad364e35~amd64~~10.0.26100.1';

  const packages = packagesOf(windows11({ [feature]: { state: 112, visibility: 2 } }, { [part]: manifest(part) }));

  expect(packages.map(({ hidden }) => hidden)).toEqual([true, true]);
});

it('takes the article from the name that a package was installed by', () => {
  const identity = 'Package_for_SafeOSDU~31bf3856ad364e35~amd64~~26100.4350.1.0';

  const packages = packagesOf(windows11({ [identity]: { state: 112, installName: 'Windows11.0-KB5063689-x64.mum' } }));

  expect(packages[0]?.articleId).toBe('5063689');
});

it('leaves out what is no package in the folder of the manifests', () => {
  const image = windows11();
  image.files[manifestPath('update')] = 'x';
  image.files['\\Windows\\servicing\\Packages\\readme.txt'] = 'x';
  image.files[`\\Windows\\servicing\\Packages\\${rollup}.cat`] = 'x';

  expect(packagesOf(image)).toEqual([]);
});

it('warns when the newest cumulative update and the revision contradict each other', () => {
  const newer = rollup.replace('4349', '5074');

  expect(warningsOf(windows11({ [rollup]: { state: 112 }, [newer]: { state: 64 } }))).toEqual([]);
  expect(warningsOf(windows11({ [rollup]: { state: 112 }, [newer]: { state: 96 } }))).toEqual([
    'Index 1: its newest cumulative update is 26100.5074, but it is at 26100.4349.',
  ]);
});

it.each(['CurrentBuild', 'CurrentBuildNumber'])('takes %s as a number too, as some tools write it', (name) => {
  const version = windows11Values.filter((value) => value.name !== 'CurrentBuild').concat(hiveValue.dword(name, 26100));
  const { indexes, warnings } = inspect({ files: { [hivePath]: softwareHive(version) }, info: windows11Info });

  expect(indexes[0]).toMatchObject({ build: 26100, revision: '26100.4349', release: '24H2' });
  expect(indexes[0]?.sources).toMatchObject({ build: 'registry', revision: 'registry' });
  expect(warnings).toEqual([]);
});

it('takes the update of a system with an enablement package for one of its own revision', () => {
  const version = windows11Values.map((value) =>
    value.name === 'CurrentBuild' ? hiveValue.string('CurrentBuild', '26200') : value,
  );
  const image = { files: { [hivePath]: softwareHive(version, { [rollup]: { state: 112 } }) }, info: windows11Info };

  const { indexes, warnings } = inspect(image);

  expect(indexes[0]?.revision).toBe('26200.4349');
  expect(warnings).toEqual([]);
});

it('falls back to the XML, and says so, when there is no registry', () => {
  const { indexes, warnings } = inspect({ files: { [manifestPath(rollup)]: manifest(rollup) }, info: windows11Info });

  expect(indexes[0]).toMatchObject({ revision: '26100.1742', family: 'Windows 11', release: '24H2' });
  expect(indexes[0]?.packages).toMatchObject([{ identity: rollup, state: 'Unknown' }]);
  expect(warnings).toEqual([
    'Index 1: there is no SOFTWARE hive in it.',
    'Index 1: build and revision are taken from the XML of the file.',
  ]);
});

it('learns the name of a server from the XML when there is no registry', () => {
  const info = { ...windows11Info, name: 'Windows Server 2028 SERVERSTANDARD', installationType: 'Server' };

  const { indexes } = inspect({ files: { '\\data.txt': 'x' }, info });

  expect(indexes[0]).toMatchObject({ family: 'Windows Server 2028' });
});

it.each([
  ['is no hive', new TextEncoder().encode('<html>'), 'cannot be read'],
  ['is cut off', softwareHive(windows11Values).subarray(0, 4500), 'cannot be read'],
  ['is one of something else', softwareHive([]).fill(0, 0x1fc, 0x200), 'not closed properly'],
  ['was being written', interrupted(softwareHive(windows11Values)), 'not closed properly'],
])('warns when the registry %s', (_, hive, warning) => {
  expect(warningsOf({ files: { [hivePath]: hive }, info: windows11Info }).join()).toContain(warning);
});

it('shows an image that holds no Windows', () => {
  const { indexes } = inspect({ files: { '\\data.txt': 'x' } });

  expect(indexes[0]).toMatchObject({ family: null, release: null, build: null, revision: null, packages: [] });
});

it('shows the one index that was asked for, and refuses one that is not there', () => {
  const { wim } = sampleWim([windows11(), windows11()]);

  expect(inspectImage(wim, { path: '', size: 0, packages: false, index: 2 }).indexes.map(({ index }) => index)).toEqual(
    [2],
  );
  expect(() => inspectImage(wim, { path: '', size: 0, packages: false, index: 3 })).toThrow('no image 3');
});

it('reads a hive that several indexes share once', () => {
  const { wim } = sampleWim([windows11(), windows11(), windows11()]);
  let reads = 0;
  const counting = new Proxy(wim, {
    get(target, member) {
      if (member === 'readAll') reads += 1;
      const value = Reflect.get(target, member, target);
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });

  expect(inspectImage(counting, { path: '', size: 0, packages: true }).indexes).toHaveLength(3);
  expect(reads).toBe(1);
});

it('knows a file of the emulator by its mark alone', () => {
  expect(isRehearsal(sampleWim([windows11()], [rehearsalMark()]).wim)).toBe(true);
  expect(isRehearsal(sampleWim([windows11()], [rehearsalMark('0')]).wim)).toBe(false);
  expect(isRehearsal(sampleWim([windows11()]).wim)).toBe(false);
});

it('throws FormatError when the content of the registry is damaged', () => {
  const { wim, bytes } = sampleWim([windows11()]);
  const hive = wim.blobs.get(wim.tree(1).find(hivePath)?.sha1 ?? '');
  const damaged = bytes.slice();
  const at = (hive?.offset ?? 0) + 600;
  damaged[at] = (damaged[at] ?? 0) ^ 0x10;
  const reopened = openWim(arraySource(damaged), newDigest);

  expect(() => inspectImage(reopened, { path: '', size: 0, packages: false })).toThrow(FormatError);
});

function windows11(records: Record<string, SampleRecord> = {}, manifests: Record<string, string> = {}): SampleImage {
  const files: SampleImage['files'] = { [hivePath]: softwareHive(windows11Values, records) };
  for (const [identity, text] of Object.entries(manifests)) files[manifestPath(identity)] = text;
  return { files, info: windows11Info };
}

function manifest(text: string, facts: { releaseType?: string; identifier?: string } = {}): string {
  const [name = '', publicKeyToken = '', architecture = '', languageName = '', version = ''] = text.split('~');
  const identity = { name, publicKeyToken, architecture, language: languageName, version };
  return printManifest({ ...manifestOf(identity), ...facts });
}

function inspect(image: SampleImage) {
  return inspectImage(sampleWim([image]).wim, { path: '', size: 0, packages: true });
}

function packagesOf(image: SampleImage): ImagePackage[] {
  return inspect(image).indexes[0]?.packages ?? [];
}

function warningsOf(image: SampleImage): string[] {
  return inspect(image).warnings;
}

function interrupted(hive: Uint8Array): Uint8Array {
  const changed = hive.slice();
  changed[4] = 77;
  return changed;
}
