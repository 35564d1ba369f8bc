import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { arraySource } from '../../src/formats/array-source.ts';
import { anyMissing, requires, titled } from '../helpers/requires.ts';
import { cab, compDb, inspect, manifest, token, wimPackage } from './made-package.ts';

const rollup = `Package_for_RollupFix~${token}~amd64~~26100.8655.1.20`;
const answer = (identity: string, cabinet: string) => {
  const [name, , architecture, , version] = identity.split('~');
  return `<unattend xmlns="urn:schemas-microsoft-com:unattend"><servicing><package action="install"><assemblyIdentity
    name="${name}" version="${version}" language="neutral" processorArchitecture="${architecture}" publicKeyToken="${token}"/>
    <source location="%configsetroot%\\${cabinet}"/></package></servicing></unattend>`;
};

describe('a cabinet with a manifest', () => {
  const more = {
    identifier: 'KB5094126',
    releaseType: 'Security Update',
    installerVersion: '10.0.26100.1742',
    parents: [
      {
        buildCompare: 'EQ',
        serviceCompare: 'GE',
        integrate: 'separate',
        disposition: 'detect',
        identities: [
          {
            name: 'Microsoft-Windows-EnterpriseEdition',
            publicKeyToken: token,
            architecture: 'amd64',
            language: '',
            version: '10.0.26100.1',
          },
        ],
      },
    ],
  };

  it('says everything that the contract names', () => {
    const bytes = cab({ 'update.mum': manifest(rollup, more), 'a.cat': 'x' });

    expect(inspect(bytes, 'Windows11.0-KB5094126-x64.cab')).toEqual({
      size: bytes.length,
      format: 'cab',
      kind: 'CumulativeUpdate',
      articleId: '5094126',
      identity: rollup,
      version: '26100.8655.1.20',
      revision: '26100.8655',
      architecture: 'x64',
      language: '',
      releaseType: 'Security Update',
      created: null,
      appliesTo: [],
      supportUrl: null,
      parents: [
        {
          identity: `Microsoft-Windows-EnterpriseEdition~${token}~amd64~~10.0.26100.1`,
          buildCompare: 'EQ',
          serviceCompare: 'GE',
        },
      ],
      requiresSsu: '10.0.26100.1742',
      baseline: null,
      payload: 'full',
      isOfflineServiceable: true,
      reason: '',
      standIn: false,
      target: null,
      members: [
        { name: 'update.mum', size: expect.any(Number) },
        { name: 'a.cat', size: 1 },
      ],
      memberCount: 2,
      evidence: ['update.mum'],
      warnings: [],
    });
  });

  it.each([
    [`Package_for_ServicingStack_8648~${token}~amd64~~26100.8648.1.3`, 'ServicingStackUpdate', '26100.8648'],
    [`Package_for_DotNetRollup_481~${token}~amd64~~10.0.9321.3`, 'DotNetCumulativeUpdate', null],
    [`Package_for_RollupFix~${token}~amd64~~9600.19676.1.11`, 'MonthlyRollup', '9600.19676'],
    [`Package_for_SafeOSDU~${token}~amd64~~26100.4060.1.0`, 'SafeOSDynamicUpdate', '26100.4060'],
    [`Microsoft-Windows-Client-LanguagePack-Package~${token}~amd64~de-DE~10.0.26100.1`, 'LanguagePack', null],
    [`Microsoft-Windows-NetFx3-OnDemand-FOD-Package~${token}~arm64~~10.0.26100.1`, 'FeatureOnDemand', null],
    [`Package_for_KB2584475~${token}~x86~~6.1.1.0`, 'Other', null],
  ])('%s is of kind %s', (identity, kind, revision) => {
    expect(inspect(cab({ 'update.mum': manifest(identity) }))).toMatchObject({ kind, revision });
  });

  it('is express without its payload', () => {
    const express = manifest(rollup, { psfName: 'Windows11.0-KB5094126-x64.psf' });

    expect(inspect(cab({ 'update.mum': express }))).toMatchObject({
      payload: 'express',
      isOfflineServiceable: false,
      reason: expect.stringContaining('Windows11.0-KB5094126-x64.psf'),
    });
    expect(inspect(cab({ 'update.mum': express, 'windows11.0-kb5094126-x64.PSF': 'x' }))).toMatchObject({
      payload: 'express',
      isOfflineServiceable: true,
    });
  });
});

describe('an .msu in CAB form', () => {
  const inner = cab({ 'update.mum': manifest(rollup, { identifier: 'KB5094126' }), '0': 'x'.repeat(70_000) });
  const members = {
    'WSUSSCAN.cab': cab({ 'package.xml': '<a/>' }),
    'Windows11.0-KB5094126-x64.cab': inner,
    'Windows11.0-KB5094126-x64-pkgProperties.txt': 'KB Article Number="5094126"\r\nPackage Type="Hotfix"\r\n',
    'Windows11.0-KB5094126-x64.xml': answer(rollup, 'Windows11.0-KB5094126-x64.cab'),
  };

  it.each(['none', 'MSZIP'] as const)('is read through to the manifest of its package (%s)', (compression) => {
    expect(inspect(cab(members, compression))).toMatchObject({
      format: 'msu-cab',
      kind: 'CumulativeUpdate',
      articleId: '5094126',
      revision: '26100.8655',
      releaseType: 'Hotfix',
      isOfflineServiceable: true,
      evidence: [
        'Windows11.0-KB5094126-x64.cab > update.mum',
        'Windows11.0-KB5094126-x64.xml',
        'Windows11.0-KB5094126-x64-pkgProperties.txt',
      ],
    });
  });

  it('says which servicing stack it brings', () => {
    const stack = cab({ 'update.mum': manifest(`Package_for_ServicingStack_8648~${token}~amd64~~26100.8648.1.3`) });

    expect(inspect(cab({ ...members, 'SSU-26100.8648-x64.cab': stack }))).toMatchObject({
      kind: 'CumulativeUpdate',
      requiresSsu: '26100.8648',
    });
  });

  it('goes on where the package inside is damaged, and says so', () => {
    const damaged = inner.slice();
    damaged.fill(0xff, 60);

    expect(inspect(cab({ ...members, 'Windows11.0-KB5094126-x64.cab': damaged }))).toMatchObject({
      identity: rollup,
      articleId: '5094126',
      warnings: [expect.stringContaining('Windows11.0-KB5094126-x64.cab')],
    });
  });
});

describe('an .msu in WIM form', () => {
  const document = (name: string, text: string) => [`${name}.xml.cab`, cab({ [`${name}.xml`]: text })] as const;
  const lcu = document(
    'LCUCompDB_KB5094126',
    compDb({
      type: 'CumulativeUpdate',
      article: '5094126',
      target: '26100.8655',
      base: '26100.1742',
      id: 'Package_for_RollupFix~~amd64~~26100.8655.1.20',
    }),
  );
  const ssu = document(
    'SSUCompDB_KB5094135',
    compDb({
      type: 'ServicingStackUpdate',
      article: '5094135',
      target: '26100.8648',
      base: '26100.1',
      id: 'Package_for_ServicingStack_8648',
      version: '26100.8648.1.3',
    }),
  );
  const files = (documents: (readonly [string, Uint8Array])[]) => ({
    'onepackage.AggregatedMetadata.cab': cab(Object.fromEntries(documents)),
    'Windows11.0-KB5094126-x64.psf': 'PSTREAM',
    'Windows11.0-KB5094126-x64.wim': wimPackage({ 'express.xml': '<a/>' }),
    'SSU-26100.8648-x64.cab': cab({ 'update.mum': manifest(rollup) }),
  });

  it.each([
    ['first', [lcu, ssu]],
    ['last', [ssu, lcu]],
  ])('is described by its CompDB, standing %s', (_where, documents) => {
    expect(inspect(wimPackage(files(documents)))).toMatchObject({
      format: 'msu-wim',
      kind: 'CumulativeUpdate',
      articleId: '5094126',
      identity: rollup,
      revision: '26100.8655',
      architecture: 'x64',
      requiresSsu: '26100.8648',
      baseline: '26100.1742',
      payload: 'express',
      isOfflineServiceable: true,
      warnings: [],
    });
  });

  it('is not put into an image when it is a hotpatch', () => {
    const hotpatch = document(
      'HotpatchCompDB_KB5094200',
      compDb({
        type: 'CumulativeUpdate',
        article: '5094200',
        target: '26100.8700',
        base: '26100.8655',
        id: 'P~~amd64~~1',
      }),
    );

    expect(inspect(wimPackage(files([hotpatch])))).toMatchObject({
      kind: 'Hotpatch',
      articleId: '5094200',
      isOfflineServiceable: false,
      reason: expect.stringContaining('hotpatch'),
    });
  });

  it('is not the WIM that lies inside of one', () => {
    expect(inspect(wimPackage({ 'update.mum': manifest(rollup) }))).toMatchObject({ isOfflineServiceable: false });
  });

  it('is no image', () => {
    expect(() => inspect(wimPackage({ 'Windows\\System32\\ntdll.dll': 'x' }))).toThrow(/image file/);
  });
});

it('recognises files of setup', () => {
  expect(inspect(cab({ 'SetupHost.exe': 'MZ', 'a.dll': 'MZ' }), 'Windows11.0-KB5094000-x64.cab')).toMatchObject({
    kind: 'SetupDynamicUpdate',
    articleId: '5094000',
    architecture: 'x64',
    isOfflineServiceable: false,
    reason: expect.stringContaining('sources'),
  });
});

it('knows a bundle that calls itself .cab', () => {
  const bundle = cab({
    'a.AggregatedMetadata.cab': cab({ 'x.txt': '' }),
    'Windows10.0-KB5094126-x64.cab': cab({ a: '' }),
  });

  expect(inspect(bundle, 'bundle.cab')).toMatchObject({
    isOfflineServiceable: false,
    reason: expect.stringMatching(/renamed to \.msu/),
  });
});

it.each([
  ['a time', { creationTimeStamp: '2013-08-27T23:54:55Z' }, '2013-08-27T23:54:55Z'],
  ['no time', { creationTimeStamp: 'yesterday' }, null],
  ['a month that there is not', { creationTimeStamp: '2013-13-27T23:54:55Z' }, null],
  ['a year before such packages', { creationTimeStamp: '1601-01-01T00:00:00Z' }, null],
  ['a year far ahead', { creationTimeStamp: '9999-01-01T00:00:00Z' }, null],
])('says of %s when the package was made', (_what, more, created) => {
  expect(inspect(cab({ 'update.mum': manifest(rollup, more) })).created).toBe(created);
});

it.each([
  ['https://support.microsoft.com/?kbid=1', 'https://support.microsoft.com/?kbid=1'],
  ['javascript:alert(1)', null],
  ['file:///etc/passwd', null],
  ['', null],
])('takes %j for a page, or for none', (supportInformation, supportUrl) => {
  expect(inspect(cab({ 'update.mum': manifest(rollup, { supportInformation }) })).supportUrl).toBe(supportUrl);
});

it('lists the first thousand of many members', () => {
  const many = Object.fromEntries(Array.from({ length: 1500 }, (_, at) => [`f${at}`, '']));
  const { members, memberCount } = inspect(cab({ 'update.mum': manifest(rollup), ...many }, 'none'));

  expect([members.length, memberCount]).toEqual([1000, 1501]);
});

it.each([
  ['', 'empty'],
  ['<!DOCTYPE html><html>', 'web page'],
  ['MZ\x90\0', 'program (.exe)'],
  ['\xd0\xcf\x11\xe0\xa1\xb1', 'Windows Installer'],
  ['PSTREAM\0', '.psf'],
  ['PK\x03\x04', 'another kind'],
])('refuses what begins with %j and says why', (head, why) => {
  expect(() => inspect(Uint8Array.from(head, (character) => character.charCodeAt(0)))).toThrow(
    expect.objectContaining({ code: 'not-recognised', message: expect.stringContaining(why) }),
  );
});

const real = requires.shared('msu-samples/Windows6.1-KB2999226-x64.msu');
it.skipIf(anyMissing(real))(titled('reads a real .msu', real), () => {
  expect(inspect(arraySource(readFileSync(real.path)), 'x.msu')).toMatchObject({
    format: 'msu-cab',
    kind: 'Other',
    articleId: '2999226',
    identity: `Package_for_KB2999226~${token}~amd64~~6.1.1.6`,
    architecture: 'x64',
    releaseType: 'Update',
    created: '2015-07-21T10:16:47Z',
    appliesTo: ['Windows 7.0 Client SP1', 'Windows 7.0 Server SP1'],
    supportUrl: 'http://support.microsoft.com/?kbid=2999226',
    requiresSsu: null,
    isOfflineServiceable: true,
    memberCount: 4,
    warnings: [],
  });
});
