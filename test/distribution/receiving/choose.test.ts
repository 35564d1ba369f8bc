import { describe, expect, it } from 'vitest';
import type { PointImage } from '../../../src/contract/generated/types.ts';
import { misfit, type Wish } from '../../../src/distribution/receiving/choose.ts';

const index = {
  ...{ index: 1, name: 'Windows', edition: 'Pro', family: 'Windows 11', release: '24H2', revision: null },
  ...{ architecture: 'x64', languages: ['en-US', 'de-DE'], defaultLanguage: 'de-DE' },
};
const image = (more: Partial<PointImage> = {}): PointImage => ({
  ...{ imageId: 'a', name: 'Windows 11', version: '', architecture: null, language: null, fixedName: null },
  indexes: [index, { ...index, architecture: 'arm64', languages: [], defaultLanguage: null }],
  versions: [{ sourceVersion: 1, file: 'images/a/1.wim', size: 0, sha256: '0'.repeat(64), revision: null, sent: '' }],
  ...more,
});
const open: Wish = { isNamed: undefined, architecture: undefined, language: undefined };

describe('an image fits', () => {
  it.each([
    ['anything', {}, image()],
    ['one of its architectures', { architecture: 'arm64' }, image()],
    ['one of its languages', { language: 'en-US' }, image()],
    ['a language in other spelling', { language: 'DE-de' }, image()],
    ['a language of any region', { language: 'en' }, image()],
    ['a region of an image for a whole language', { language: 'de-AT' }, image({ language: 'de' })],
    ['what it was set to be for', { architecture: 'x86' }, image({ architecture: 'x86' })],
    ['its name', { isNamed: ({ name }) => name === 'Windows 11' }, image()],
  ] as [string, Partial<Wish>, PointImage][])('%s', (_what, wish, each) => {
    expect(misfit(each, { ...open, ...wish })).toBeUndefined();
  });
});

describe('an image does not fit', () => {
  it.each([
    ['another name', { isNamed: () => false }, image(), 'is not named'],
    ['another architecture', { architecture: 'x86' }, image(), 'is for x64, arm64, not x86'],
    [
      'what its indexes are, where it was set',
      { architecture: 'x64' },
      image({ architecture: 'x86' }),
      'is for x86, not x64',
    ],
    ['another language', { language: 'fr-FR' }, image(), 'is in de-DE, en-US, not fr-FR'],
    ['another region', { language: 'en-GB' }, image(), 'is in de-DE, en-US, not en-GB'],
    ['a language that begins the same', { language: 'd' }, image(), 'is in de-DE, en-US, not d'],
    ['nothing known', { architecture: 'x64' }, image({ indexes: [] }), 'is for nothing that is known, not x64'],
  ] as [string, Partial<Wish>, PointImage, string][])('%s', (_what, wish, each, reason) => {
    expect(misfit(each, { ...open, ...wish })).toBe(reason);
  });
});
