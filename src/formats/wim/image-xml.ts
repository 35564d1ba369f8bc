import { cloneXml, setXmlChild, type XmlElement, xmlChild, xmlElement } from '../xml/element.ts';
import { writeXml } from '../xml/write.ts';
import type { WimImageInfo, WimVersion } from './types.ts';

/** What to write about an image. A member that is left out keeps what `xml` says of it. */
export type NewImageInfo = Partial<Omit<WimImageInfo, 'index'>>;

type TextMember = { [Key in keyof WimImageInfo]: WimImageInfo[Key] extends string ? Key : never }[keyof WimImageInfo];

const BEFORE_TIMES: readonly [string, 'directoryCount' | 'fileCount' | 'totalBytes' | 'hardLinkBytes'][] = [
  ['DIRCOUNT', 'directoryCount'],
  ['FILECOUNT', 'fileCount'],
  ['TOTALBYTES', 'totalBytes'],
  ['HARDLINKBYTES', 'hardLinkBytes'],
];
const AFTER_WINDOWS: readonly [string, TextMember][] = [
  ['NAME', 'name'],
  ['DESCRIPTION', 'description'],
  ['FLAGS', 'flags'],
  ['DISPLAYNAME', 'displayName'],
  ['DISPLAYDESCRIPTION', 'displayDescription'],
];
const IN_WINDOWS: readonly [string, TextMember][] = [
  ['PRODUCTNAME', 'productName'],
  ['EDITIONID', 'editionId'],
  ['INSTALLATIONTYPE', 'installationType'],
  ['PRODUCTTYPE', 'productType'],
  ['PRODUCTSUITE', 'productSuite'],
];

/**
 * The IMAGE element for `info`: a copy of `info.xml` (so that elements unknown here stay) with the given members put in.
 * A text of '' and a time of 0n remove their element.
 */
export function imageXml(info: NewImageInfo & { index: number }): XmlElement {
  const image = info.xml === undefined ? xmlElement('IMAGE') : cloneXml(info.xml);
  image.attributes['INDEX'] = `${info.index}`;
  for (const [name, member] of BEFORE_TIMES) putNumber(image, name, info[member]);
  putTime(image, 'CREATIONTIME', info.created);
  putTime(image, 'LASTMODIFICATIONTIME', info.modified);
  putWindows(image, info);
  for (const [name, member] of AFTER_WINDOWS) putText(image, name, info[member]);
  return image;
}

/** The XML document of a file as it is stored: UTF-16LE with a byte order mark. */
export function encodeWimXml(root: XmlElement): Uint8Array {
  const text = `\ufeff${writeXml(root)}`;
  const bytes = new Uint8Array(2 * text.length);
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    bytes[2 * index] = unit;
    bytes[2 * index + 1] = unit >>> 8;
  }
  return bytes;
}

function putWindows(image: XmlElement, info: NewImageInfo): void {
  const windows = xmlChild(image, 'WINDOWS') ?? xmlElement('WINDOWS');
  putNumber(windows, 'ARCH', info.architecture);
  for (const [name, member] of IN_WINDOWS) putText(windows, name, info[member]);
  putLanguages(windows, info);
  if (info.version !== undefined) putVersion(windows, info.version);
  putText(windows, 'SYSTEMROOT', info.systemRoot);
  if (windows.children.length > 0) setXmlChild(image, windows);
}

function putLanguages(windows: XmlElement, info: NewImageInfo): void {
  if (info.languages === undefined && info.defaultLanguage === undefined) return;
  const languages = xmlChild(windows, 'LANGUAGES') ?? xmlElement('LANGUAGES');
  if (info.languages !== undefined) {
    const others = languages.children.filter((child) => child.name !== 'LANGUAGE');
    languages.children = [...info.languages.map((language) => xmlElement('LANGUAGE', language)), ...others];
  }
  putText(languages, 'DEFAULT', info.defaultLanguage);
  if (languages.children.length > 0) setXmlChild(windows, languages);
}

function putVersion(windows: XmlElement, version: WimVersion): void {
  const element = xmlChild(windows, 'VERSION') ?? xmlElement('VERSION');
  putNumber(element, 'MAJOR', version.major);
  putNumber(element, 'MINOR', version.minor);
  putNumber(element, 'BUILD', version.build);
  putNumber(element, 'SPBUILD', version.spBuild);
  putNumber(element, 'SPLEVEL', version.spLevel);
  setXmlChild(windows, element);
}

function putNumber(parent: XmlElement, name: string, value: number | null | undefined): void {
  if (value !== undefined && value !== null) setXmlChild(parent, xmlElement(name, `${value}`));
}

function putText(parent: XmlElement, name: string, value: string | undefined): void {
  if (value === undefined) return;
  if (value !== '') setXmlChild(parent, xmlElement(name, value));
  else parent.children = parent.children.filter((child) => child.name !== name);
}

function putTime(parent: XmlElement, name: string, value: bigint | undefined): void {
  if (value === undefined) return;
  if (value === 0n) {
    putText(parent, name, '');
    return;
  }
  const part = (bits: bigint) => `0x${(bits & 0xffff_ffffn).toString(16).toUpperCase().padStart(8, '0')}`;
  setXmlChild(
    parent,
    xmlElement(name, [xmlElement('HIGHPART', part(value >> 32n)), xmlElement('LOWPART', part(value))]),
  );
}
