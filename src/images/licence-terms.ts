import type { WimFile } from '../formats/wim/types.ts';

/**
 * Where the licence terms of a Windows lie in its index: those of its edition before the common ones, in its own language
 * before others. Undefined where it has none, as Windows PE. Throws FormatError.
 */
export function licenceTermsIn(wim: WimFile, index: number): string | undefined {
  const tree = wim.tree(index);
  const { editionId = '', defaultLanguage = '' } = wim.images.find((each) => each.index === index) ?? {};
  const own = defaultLanguage.toLowerCase();
  const rank = (name: string): number => (name.toLowerCase() === own ? 0 : 1);
  const languages = (tree.find(FOLDER)?.children ?? [])
    .map(({ name }) => name)
    .filter((name) => /^[a-z]{2,3}(?:-[a-z0-9]+)+$/i.test(name))
    .sort((one, other) => rank(one) - rank(other));
  // The path is shown as a part of a command: an edition that is no word is not looked for.
  const editions = /^\w+$/.test(editionId) ? [editionId] : [];
  const ofEdition = editions.flatMap((edition) =>
    languages.flatMap((language) =>
      CHANNELS.map((channel) => `${FOLDER}\\${language}\\Licenses\\${channel}\\${edition}\\license.rtf`),
    ),
  );
  return [...ofEdition, `${FOLDER}\\license.rtf`].find((path) => tree.find(path) !== undefined);
}

const FOLDER = '\\Windows\\System32';
/** How the system was sold. */
const CHANNELS = ['_Default', 'Volume', 'OEM', 'Retail'];
