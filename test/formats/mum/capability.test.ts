import { expect, it } from 'vitest';
import {
  capabilityKey,
  inOrderOfCapabilities,
  isCapabilityName,
  languageFeaturePackage,
} from '../../../src/formats/mum/capability.ts';
import { windowsKeyToken } from '../../../src/formats/mum/identity.ts';
import { parseManifest } from '../../../src/formats/mum/parse.ts';
import { manifestOf, printManifest } from '../../../src/formats/mum/print.ts';

it.each([
  ['Language.Basic~~~de-DE~0.0.1.0', 'Microsoft-Windows-LanguageFeatures-Basic-de-de-Package'],
  ['Language.TextToSpeech~~~en-US~0.0.1.0', 'Microsoft-Windows-LanguageFeatures-TextToSpeech-en-us-Package'],
  ['Language.Fonts.Jpan~~~und-JPAN~0.0.1.0', 'Microsoft-Windows-LanguageFeatures-Fonts-Jpan-Package'],
  ['OpenSSH.Server~~~~0.0.1.0', undefined],
])('names the package of a language feature: %s', (capability, name) => {
  expect(isCapabilityName(capability)).toBe(true);
  expect(languageFeaturePackage(capability)).toBe(name);
});

it.each(['Language.Basic', 'Language.Basic~~~de-DE', 'a~b~c~d~e', '../x~~~~1.0', "x'~~~~1.0", ''])(
  'refuses %s',
  (name) => {
    expect(isCapabilityName(name)).toBe(false);
  },
);

it('orders them as Windows wants them, others last and as given', () => {
  const feature = (name: string) => `Language.${name}~~~de-DE~0.0.1.0`;
  const given = [
    'OpenSSH.Server~~~~0.0.1.0',
    ...['Speech', 'TextToSpeech', 'Handwriting', 'OCR', 'Basic', 'Fonts.Jpan'].map(feature),
  ];

  expect(inOrderOfCapabilities([...given, 'App~~~~1.0']).map((name) => name.split('~')[0])).toEqual([
    ...['Language.Fonts.Jpan', 'Language.Basic', 'Language.OCR', 'Language.Handwriting', 'Language.TextToSpeech'],
    ...['Language.Speech', 'OpenSSH.Server', 'App'],
  ]);
});

it('is the same in any case and version, and another in another language', () => {
  expect(capabilityKey('language.basic~~~DE-de~1.0')).toBe(capabilityKey('Language.Basic~~~de-DE~0.0.1.0'));
  expect(capabilityKey('Language.Basic~~~fr-FR~0.0.1.0')).not.toBe(capabilityKey('Language.Basic~~~de-DE~0.0.1.0'));
});

it('is declared by a manifest, and read back', () => {
  const identity = {
    name: 'X-Package',
    publicKeyToken: windowsKeyToken,
    architecture: 'amd64',
    language: '',
    version: '10.0.26100.1',
  };
  const capabilities = ['Language.Basic~~~de-DE~0.0.1.0', 'OpenSSH.Server~~~~0.0.1.0'];

  expect(parseManifest(printManifest({ ...manifestOf(identity), capabilities })).capabilities).toEqual(capabilities);
});
