import { expect, it } from 'vitest';
import { licenceTermsIn } from '../../src/images/licence-terms.ts';
import { sampleWim, windows11Info } from './sample-image.ts';

const folder = '\\Windows\\System32';
const terms = (language: string, channel: string, edition: string) =>
  `${folder}\\${language}\\Licenses\\${channel}\\${edition}\\license.rtf`;

it.each<[string, string[], string | undefined]>([
  [
    'of its edition before the common ones',
    [`${folder}\\license.rtf`, terms('en-US', '_Default', 'Enterprise')],
    terms('en-US', '_Default', 'Enterprise'),
  ],
  [
    'in its own language before others',
    [terms('de-DE', '_Default', 'Enterprise'), terms('en-us', 'OEM', 'Enterprise')],
    terms('en-us', 'OEM', 'Enterprise'),
  ],
  [
    'in another language where there is no other',
    [terms('de-DE', 'Volume', 'Enterprise')],
    terms('de-DE', 'Volume', 'Enterprise'),
  ],
  [
    'of the system where no edition has some',
    [terms('en-US', '_Default', 'Core'), `${folder}\\license.rtf`],
    `${folder}\\license.rtf`,
  ],
  ['not where there are none', [`${folder}\\a.txt`], undefined],
  ['not in a folder that is no language', [terms('drivers', '_Default', 'Enterprise')], undefined],
])('finds the terms %s', (_what, files, found) => {
  const { wim } = sampleWim([{ files: Object.fromEntries(files.map((path) => [path, path])), info: windows11Info }]);

  expect(licenceTermsIn(wim, 1)).toBe(found);
});

it('does not look for an edition whose name is no word', () => {
  const editionId = 'Pro" & rem';
  const { wim } = sampleWim([
    { files: { [terms('en-US', '_Default', editionId)]: 'terms' }, info: { ...windows11Info, editionId } },
  ]);

  expect(licenceTermsIn(wim, 1)).toBeUndefined();
});
