/** What the streams of one revision say. They are parts of a document without a root of their own. */
import { xmlChild, xmlChildren, xmlText } from '../../formats/xml/element.ts';
import { parseXml } from '../../formats/xml/parse.ts';
import type { UpdateFile } from '../../updates/update.ts';

export interface Texts {
  title: string;
  description: string;
  url: string;
}

/** Undefined where there is no title in it. Throws FormatError. */
export function readTexts(text: string): Texts | undefined {
  const properties = xmlChild(rooted(text), 'LocalizedProperties');
  const title = xmlText(properties, 'Title').trim();
  if (title === '') return undefined;
  const url = xmlText(properties, 'MoreInfoUrl') || xmlText(properties, 'SupportUrl');
  return { title, description: xmlText(properties, 'Description'), url };
}

/** Files by their SHA-1 in base64, as the master document calls them. Throws FormatError. */
export function readFiles(text: string): Map<string, UpdateFile> {
  const files = new Map<string, UpdateFile>();
  for (const file of xmlChildren(xmlChild(rooted(text), 'Files'), 'File')) {
    const { Digest, FileName, Size } = file.attributes;
    if (Digest === undefined || FileName === undefined) continue;
    const other = xmlChildren(file, 'AdditionalDigest').find(({ attributes }) => attributes['Algorithm'] === 'SHA256');
    const sha256 = hexOf(other?.text, 64);
    files.set(Digest, {
      name: FileName,
      size: /^\d{1,15}$/.test(Size ?? '') ? Number(Size) : null,
      ...(sha256 === undefined ? {} : { sha256 }),
    });
  }
  return files;
}

/** A digest in base64 as lower-case hexadecimal of that length; undefined when it is none. */
export function hexOf(base64: string | undefined, length: number): string | undefined {
  if (base64 === undefined || !/^[A-Za-z0-9+/]+={0,2}$/.test(base64)) return undefined;
  const hex = Buffer.from(base64, 'base64').toString('hex');
  return hex.length === length ? hex : undefined;
}

function rooted(text: string) {
  return parseXml(`<streams>${text.replace(/^\s*<\?xml[^>]*\?>/, '')}</streams>`);
}
