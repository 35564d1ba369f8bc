import type { WimFile, WimImageInfo } from '../../formats/wim/types.ts';
import { optionValue, refused } from '../command-line.ts';
import { chosenImage, withImageFile } from '../image-file.ts';
import type { Command, Session } from '../session.ts';
import { dateOfFileTime } from '../windows-facts.ts';

/** Lists the indexes of a file, or shows one in detail. Reads the XML only, so ESD files are shown too. */
export const getImageInfo: Command = {
  names: ['Get-ImageInfo', 'Get-WimInfo'],
  values: ['ImageFile', 'WimFile', 'Index', 'Name'],
  async run(session) {
    const { line, console } = session;
    const { culture } = session.machine;
    const path = imageFileOption(session);
    const index = optionValue(line, 'Index');
    const name = optionValue(line, 'Name');
    await withImageFile(session, path, async ({ wim }) => {
      const one = index !== undefined || name !== undefined;
      const images = one ? [chosenImage(wim, { index, name })] : wim.images;
      await console.line(`Details for image : ${path}`);
      await console.line();
      for (const image of images) {
        for (const text of summary(image, culture)) await console.line(text);
        if (one) for (const text of details(wim, image, culture)) await console.line(text);
        await console.line();
      }
    });
  },
};

/** The file that /ImageFile or, the older name, /WimFile gives. */
export function imageFileOption({ line }: Session): string {
  const path = optionValue(line, 'ImageFile') ?? optionValue(line, 'WimFile');
  if (path === undefined) throw refused('The /ImageFile: option is missing a required argument.');
  return path;
}

function summary(image: WimImageInfo, culture: string): string[] {
  return [
    `Index : ${image.index}`,
    `Name : ${shown(image.name)}`,
    `Description : ${shown(image.description)}`,
    `Size : ${image.totalBytes.toLocaleString(culture)} bytes`,
  ];
}

function details(wim: WimFile, image: WimImageInfo, culture: string): string[] {
  const { version } = image;
  const number = version && `${version.major}.${version.minor}.${version.build}`;
  return [
    `WIM Bootable : ${wim.header.bootIndex === image.index ? 'Yes' : 'No'}`,
    `Architecture : ${shown(architectureNames[image.architecture ?? -1] ?? '')}`,
    'Hal : <undefined>',
    `Version : ${shown(number ?? '')}`,
    `ServicePack Build : ${version?.spBuild ?? '<undefined>'}`,
    `ServicePack Level : ${version?.spLevel ?? '<undefined>'}`,
    `Edition : ${shown(image.editionId)}`,
    `Installation : ${shown(image.installationType)}`,
    `ProductType : ${shown(image.productType)}`,
    `ProductSuite : ${shown(image.productSuite)}`,
    `System Root : ${shown(image.systemRoot)}`,
    `Directories : ${image.directoryCount}`,
    `Files : ${image.fileCount}`,
    `Created : ${shownDate(image.created, culture)}`,
    `Modified : ${shownDate(image.modified, culture)}`,
    'Languages :',
    ...image.languages.map((name) => `\t${name}${name === image.defaultLanguage ? ' (Default)' : ''}`),
  ];
}

/** A name from a foreign file must not look like a line of its own. */
function shown(value: string): string {
  const text = value.replace(/[\r\n]+/g, ' ');
  return text === '' ? '<undefined>' : text;
}

function shownDate(fileTime: bigint, culture: string): string {
  if (fileTime === 0n) return '<undefined>';
  const date = dateOfFileTime(fileTime);
  return `${date.toLocaleDateString(culture)} - ${date.toLocaleTimeString(culture).replace(/\u202f/g, ' ')}`;
}

const architectureNames: Record<number, string> = { 0: 'x86', 5: 'arm', 6: 'ia64', 9: 'x64', 12: 'arm64' };
