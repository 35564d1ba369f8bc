import { FormatError } from '../format-error.ts';
import { type XmlElement, xmlChild, xmlChildren, xmlElement, xmlText } from '../xml/element.ts';
import type { WimImageInfo, WimVersion } from './types.ts';

/**
 * What the XML says of each image, in the order of the indexes. An image that the XML leaves out gets an empty record.
 * FormatError 'corrupt' when an index occurs twice or is not one of 1..`imageCount`.
 */
export function imageInfos(root: XmlElement, imageCount: number): WimImageInfo[] {
  const byIndex = new Map<number, XmlElement>();
  const elements = xmlChildren(root, 'IMAGE');
  if (elements.length === 0 && imageCount > 0) {
    throw new FormatError('corrupt', `the XML describes none of the ${imageCount} images`);
  }
  for (const element of elements) {
    const index = wholeNumber(element.attributes['INDEX'] ?? '');
    if (index < 1 || index > imageCount || byIndex.has(index)) {
      throw new FormatError('corrupt', `the XML describes image '${element.attributes['INDEX']}' of ${imageCount}`);
    }
    byIndex.set(index, element);
  }
  return Array.from({ length: imageCount }, (_, place) => {
    const index = place + 1;
    return imageInfo(byIndex.get(index) ?? { ...xmlElement('IMAGE'), attributes: { INDEX: `${index}` } }, index);
  });
}

function imageInfo(xml: XmlElement, index: number): WimImageInfo {
  const windows = xmlChild(xml, 'WINDOWS');
  const languages = xmlChild(windows, 'LANGUAGES');
  const architecture = xmlText(windows, 'ARCH');
  return {
    index,
    name: xmlText(xml, 'NAME'),
    description: xmlText(xml, 'DESCRIPTION'),
    flags: xmlText(xml, 'FLAGS'),
    displayName: xmlText(xml, 'DISPLAYNAME'),
    displayDescription: xmlText(xml, 'DISPLAYDESCRIPTION'),
    directoryCount: wholeNumber(xmlText(xml, 'DIRCOUNT')),
    fileCount: wholeNumber(xmlText(xml, 'FILECOUNT')),
    totalBytes: wholeNumber(xmlText(xml, 'TOTALBYTES')),
    hardLinkBytes: wholeNumber(xmlText(xml, 'HARDLINKBYTES')),
    created: fileTime(xmlChild(xml, 'CREATIONTIME')),
    modified: fileTime(xmlChild(xml, 'LASTMODIFICATIONTIME')),
    architecture: /^\d+$/.test(architecture) ? wholeNumber(architecture) : undefined,
    productName: xmlText(windows, 'PRODUCTNAME'),
    editionId: xmlText(windows, 'EDITIONID'),
    installationType: xmlText(windows, 'INSTALLATIONTYPE'),
    productType: xmlText(windows, 'PRODUCTTYPE'),
    productSuite: xmlText(windows, 'PRODUCTSUITE'),
    languages: xmlChildren(languages, 'LANGUAGE').map((language) => language.text),
    defaultLanguage: xmlText(languages, 'DEFAULT'),
    version: versionOf(xmlChild(windows, 'VERSION')),
    systemRoot: xmlText(windows, 'SYSTEMROOT'),
    xml,
  };
}

function versionOf(element: XmlElement | undefined): WimVersion | undefined {
  if (element === undefined) return undefined;
  return {
    major: wholeNumber(xmlText(element, 'MAJOR')),
    minor: wholeNumber(xmlText(element, 'MINOR')),
    build: numberOf(xmlText(element, 'BUILD')),
    spBuild: numberOf(xmlText(element, 'SPBUILD')),
    spLevel: numberOf(xmlText(element, 'SPLEVEL')),
  };
}

/** A decimal number; null where there is none: nobody wrote a 0. */
function numberOf(text: string): number | null {
  return /^\d{1,15}$/.test(text.trim()) ? Number(text) : null;
}

/** A decimal number; 0 for anything else. */
function wholeNumber(text: string): number {
  const value = /^\d{1,16}$/.test(text.trim()) ? Number(text) : 0;
  return Number.isSafeInteger(value) ? value : 0;
}

function fileTime(element: XmlElement | undefined): bigint {
  const [high, low] = [xmlText(element, 'HIGHPART'), xmlText(element, 'LOWPART')];
  const part = /^0x[0-9a-f]{1,8}$/i;
  return part.test(high) && part.test(low) ? (BigInt(high) << 32n) | BigInt(low) : 0n;
}
