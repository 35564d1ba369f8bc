/** The text files that lie in an .msu beside the packages. Encodings differ: UTF-16, UTF-8 and ANSI occur. */
import type { PackageIdentity } from '../formats/mum/identity.ts';
import { type XmlElement, xmlChild, xmlChildren } from '../formats/xml/element.ts';
import { parseXml } from '../formats/xml/parse.ts';
import { vocabularyArchitecture } from '../updates/kinds.ts';
import type { PackageFacts } from './types.ts';

export function decodeText(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

/** `*-pkgProperties.txt`: lines `Key="Value"`. Lines of another form say nothing. */
export function propertiesFacts(bytes: Uint8Array, from: string): PackageFacts {
  const values = new Map<string, string>();
  for (const line of decodeText(bytes).split(/\r?\n/)) {
    const [, key, value] = /^\s*([^="]{1,64})="(.*)"\s*$/.exec(line) ?? [];
    if (key !== undefined && value !== undefined) values.set(key.trim().toLowerCase(), value.trim());
  }
  const text = (key: string): string | undefined => values.get(key) || undefined;
  const article = /^(?:KB)?(\d{6,8})$/i.exec(text('kb article number') ?? '')?.[1];
  const architecture = text('processor architecture')?.toLowerCase();
  const language = text('language');
  return {
    from,
    articleId: article,
    architecture: architecture === undefined ? undefined : vocabularyArchitecture(architecture),
    language: language === undefined || /^(all|neutral)$/i.test(language) ? undefined : language,
    releaseType: text('package type'),
    created: momentIn(text('build date')?.replaceAll('/', '-')),
    appliesTo: systemsIn(text('applicabilityinfo')),
    supportUrl: addressIn(text('support link')),
  };
}

/** A time or a day that a package can be of; others say nothing. */
export function momentIn(text: string | undefined): string | undefined {
  const [, day, time = ''] = /^(\d{4}-\d{2}-\d{2})(T\d{2}:\d{2}:\d{2}(?:\.\d{1,7})?Z)?$/.exec(text ?? '') ?? [];
  if (day === undefined || Number.isNaN(Date.parse(`${day}${time}`))) return undefined;
  const year = Number(day.slice(0, 4));
  return year >= oldest && year <= newest ? `${day}${time}` : undefined;
}

/** The address of a page; other text says nothing. */
export function addressIn(text: string | undefined): string | undefined {
  return text !== undefined && /^https?:\/\/[^\s"<>]{1,2000}$/i.test(text) ? text : undefined;
}

/** Years in which packages of this kind can have been made. */
const [oldest, newest] = [2000, 2099];
const mostSystems = 100;

/** "Windows 7.0 Client SP1;Windows 7.0 Server SP1;" */
function systemsIn(text: string | undefined): string[] | undefined {
  const names = (text ?? '').split(';').flatMap((name) => name.trim() || []);
  return names.length === 0 ? undefined : names.slice(0, mostSystems);
}

/** What the answer file of an .msu installs. */
export interface AnswerFile {
  facts: PackageFacts;
  /** Name of the cabinet of the first package, without folders; '' when none is named. */
  cabinet: string;
}

/** Undefined when the document is another one. Throws `FormatError` when it is no XML. */
export function parseAnswerFile(bytes: Uint8Array, from: string): AnswerFile | undefined {
  const root = parseXml(decodeText(bytes));
  if (root.name !== 'unattend') return undefined;
  const packages = xmlChildren(xmlChild(root, 'servicing'), 'package');
  // The servicing stack comes first where it is brought along: the last one is what the file is named after.
  const last = packages.at(-1);
  const identity = identityOf(xmlChild(last, 'assemblyIdentity'));
  const location = xmlChild(last, 'source')?.attributes['location'] ?? '';
  return {
    facts: { from, identity, architecture: identity && vocabularyArchitecture(identity.architecture) },
    cabinet: location.split(/[\\/]/).at(-1) ?? '',
  };
}

function identityOf(element: XmlElement | undefined): PackageIdentity | undefined {
  const { name, version, language = '', processorArchitecture = '', publicKeyToken = '' } = element?.attributes ?? {};
  if (!name || !version) return undefined;
  const neutral = language.toLowerCase() === 'neutral';
  return { name, version, language: neutral ? '' : language, architecture: processorArchitecture, publicKeyToken };
}
