import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { FormatError } from '../../../src/formats/format-error.ts';
import { printIdentity, windowsKeyToken } from '../../../src/formats/mum/identity.ts';
import type { PackageManifest } from '../../../src/formats/mum/manifest.ts';
import { manifestArticle } from '../../../src/formats/mum/manifest-article.ts';
import { parseManifest } from '../../../src/formats/mum/parse.ts';
import { manifestOf, printManifest } from '../../../src/formats/mum/print.ts';
import { anyMissing, requires, titled } from '../../helpers/requires.ts';

const rollup = {
  name: 'Package_for_RollupFix',
  publicKeyToken: windowsKeyToken,
  architecture: 'amd64',
  language: '',
  version: '26100.4349.1.8',
};

const samples = [
  {
    file: 'mum-samples/KB2883457-amd64/update.mum',
    identity: 'Package_for_KB2883457~31bf3856ad364e35~amd64~~6.1.1.0',
    article: '2883457',
    releaseType: 'Security Update',
    parents: ['WinPE-SRT-Package'],
    packages: ['Package_for_KB2883457_RTM'],
  },
  {
    file: 'msu-samples/KB2999226-extracted/update.mum',
    identity: 'Package_for_KB2999226~31bf3856ad364e35~amd64~~6.1.1.6',
    article: '2999226',
    releaseType: 'Update',
    parents: ['Microsoft-Windows-Client-Features-Package', 'Microsoft-Windows-Server-Features-Package'],
    packages: ['Package_for_KB2999226_RTM'],
  },
  {
    file: 'update-metadata/update-mum-kb4474419-lang-child.xml',
    identity: 'Package_16_for_KB4474419~31bf3856ad364e35~amd64~~6.1.2.2',
    article: '4474419',
    releaseType: 'Security Update',
    parents: ['Microsoft-Windows-WinPE-LanguagePack-Package'],
    packages: [],
  },
];

for (const sample of samples) {
  const file = requires.shared(sample.file);

  it.skipIf(anyMissing(file))(titled(`reads the real manifest ${sample.identity}`, file), () => {
    const manifest = parseManifest(readFileSync(file.path));

    expect(printIdentity(manifest.identity)).toBe(sample.identity);
    expect(manifestArticle(manifest)).toBe(sample.article);
    expect(manifest.releaseType).toBe(sample.releaseType);
    expect(manifest.installerVersion).toBe('6.0.0.0');
    expect(manifest.parents.flatMap(({ identities }) => identities.map(({ name }) => name))).toEqual(sample.parents);
    expect(manifest.packages.map(({ name }) => name)).toEqual(sample.packages);
  });
}

it('reads nested parents one after the other', () => {
  const manifest = parseManifest(
    '<assembly><assemblyIdentity name="P" version="1"/><package><parent disposition="staged">' +
      '<assemblyIdentity name="A"/><parent><assemblyIdentity name="B"/></parent><assemblyIdentity name="C"/></parent>' +
      '</package></assembly>',
  );

  expect(manifest.parents.map(({ identities }) => identities.map(({ name }) => name))).toEqual([['A', 'C'], ['B']]);
});

it('reads back what it prints', () => {
  const manifest: PackageManifest = {
    ...manifestOf(rollup),
    description: 'Fix for <KB> & "more"\nÜ',
    company: 'A company',
    copyright: '(c) A company',
    supportInformation: 'https://support.microsoft.com/help/5060842',
    creationTimeStamp: '2025-06-03T10:00:00Z',
    identifier: 'KB5060842',
    releaseType: 'Security Update',
    restart: 'possible',
    psfName: 'a.psf',
    parents: [
      {
        buildCompare: 'EQ',
        serviceCompare: 'GE',
        integrate: 'separate',
        disposition: 'detect',
        identities: [{ ...rollup, name: 'Microsoft-Windows-Foundation-Package', version: '10.0.26100.1' }],
      },
    ],
    installerVersion: '10.0.26100.1',
    packages: [{ ...rollup, name: 'Package_1', language: 'de-DE' }],
    features: [{ name: 'TelnetClient', displayName: '@%SystemRoot%\\telnet.dll,-1' }],
    custom: { PackageFormat: 'PSFX', Version: '10.0.26100.4349', 'mum2:FodInformation\\Id': '27' },
  };

  expect(parseManifest(printManifest(manifest))).toEqual(manifest);
  expect(parseManifest(new TextEncoder().encode(`\ufeff${printManifest(manifest)}`))).toEqual(manifest);
});

it('takes the article from the identifier before the address of the support page', () => {
  const manifest = { ...manifestOf(rollup), supportInformation: 'http://support.microsoft.com/?kbid=5060842' };

  expect(manifestArticle(manifest)).toBe('5060842');
  expect(manifestArticle({ ...manifest, identifier: 'KB5060999' })).toBe('5060999');
  expect(manifestArticle(manifestOf(rollup))).toBeNull();
});

it.each([
  ['an empty file', '', 'corrupt'],
  ['text that is no XML', 'update', 'corrupt'],
  ['a cut manifest', '<assembly><assemblyIdentity name="P" version="1"/>', 'corrupt'],
  ['a page', '<html><body/></html>', 'not-recognised'],
  ['a manifest without identity', '<assembly><package/></assembly>', 'corrupt'],
  ['endless nesting', `<assembly>${'<a>'.repeat(200)}`, 'limit'],
  ['an entity that is not defined', '<assembly>&lol;</assembly>', 'corrupt'],
])('refuses %s', (_, text, code) => {
  expect(() => parseManifest(text)).toThrow(FormatError);
  expect(() => parseManifest(text)).toThrow(expect.objectContaining({ code }));
});

it('throws nothing but FormatError for any flipped byte or cut', () => {
  const bytes = new TextEncoder().encode(
    printManifest({ ...manifestOf(rollup), custom: { PackageFormat: 'PSFX' }, packages: [rollup] }),
  );

  for (let at = 0; at < bytes.length; at++) {
    for (const bits of [0x01, 0x10, 0x80]) {
      const damaged = bytes.slice();
      damaged[at] = (damaged[at] ?? 0) ^ bits;
      expectReadOrRefused(damaged);
    }
    expectReadOrRefused(bytes.subarray(0, at));
  }
});

function expectReadOrRefused(bytes: Uint8Array): void {
  try {
    parseManifest(bytes);
  } catch (error) {
    expect(error).toBeInstanceOf(FormatError);
  }
}
