// A NuGet package, which is what PowerShell's repositories hold: a zip file with the parts that OPC asks for (content
// types, relationships, core properties) and a .nuspec beside the files of the module. Same input, same bytes.
import { strToU8, unzipSync, type Zippable, zipSync } from 'fflate';
import { type XmlElement, xmlElement } from '../src/formats/xml/element.ts';
import { writeXml } from '../src/formats/xml/write.ts';
import { sha256 } from './digests.ts';

export interface PackageFacts {
  id: string;
  version: string;
  authors: string;
  description: string;
  copyright: string;
  tags: string[];
}

const namespaces = {
  nuspec: 'http://schemas.microsoft.com/packaging/2011/08/nuspec.xsd',
  types: 'http://schemas.openxmlformats.org/package/2006/content-types',
  relationships: 'http://schemas.openxmlformats.org/package/2006/relationships',
  core: 'http://schemas.openxmlformats.org/package/2006/metadata/core-properties',
};

/** Local time, as zip files state it: the same in every time zone. */
const earliest = new Date(1980, 0, 1);

/** The package as bytes. `files`: path with forward slashes -> bytes. */
export function makePackage(facts: PackageFacts, files: ReadonlyMap<string, Uint8Array>): Uint8Array {
  const manifest = `${facts.id}.nuspec`;
  const properties = `package/services/metadata/core-properties/${sha256(strToU8(`${facts.id} ${facts.version}`)).slice(0, 32)}.psmdcp`;
  const parts: [string, string][] = [
    ['_rels/.rels', relationships(manifest, properties)],
    [manifest, nuspec(facts)],
    [properties, coreProperties(facts)],
    ['[Content_Types].xml', contentTypes([manifest, properties, ...files.keys()])],
  ];
  const sorted = [...files].sort(([a], [b]) => (a < b ? -1 : 1));
  const entries: Zippable = {};
  for (const [path, bytes] of [...parts.map(([path, text]) => [path, strToU8(text)] as const), ...sorted]) {
    if (entries[path] !== undefined) throw new Error(`The package would hold ${path} twice.`);
    entries[path] = bytes;
  }
  return zipSync(entries, { level: 6, mtime: earliest });
}

/** The files of the module in a package; throws when it is no whole zip file. */
export function readPackage(bytes: Uint8Array): Map<string, Uint8Array> {
  const isPart = (path: string): boolean =>
    path === '_rels/.rels' || path === '[Content_Types].xml' || /\.(nuspec|psmdcp)$/.test(path);
  return new Map(Object.entries(unzipSync(bytes)).filter(([path]) => !isPart(path)));
}

function nuspec(facts: PackageFacts): string {
  const { id, version, authors, description, copyright, tags } = facts;
  const members = {
    id,
    version,
    authors,
    owners: authors,
    requireLicenseAcceptance: 'false',
    description,
    copyright,
    // What a repository tells modules from scripts by.
    tags: ['PSModule', ...tags].join(' '),
  };
  const metadata = xmlElement('metadata', texts(members));
  return document('package', { xmlns: namespaces.nuspec }, [metadata]);
}

function relationships(manifest: string, properties: string): string {
  const targets: [string, string][] = [
    ['http://schemas.microsoft.com/packaging/2010/07/manifest', manifest],
    [`${namespaces.relationships}/metadata/core-properties`, properties],
  ];
  const each = targets.map(([Type, path], index) =>
    empty('Relationship', { Type, Target: `/${path}`, Id: `R${index + 1}` }),
  );
  return document('Relationships', { xmlns: namespaces.relationships }, each);
}

function coreProperties({ id, version, authors, description, tags }: PackageFacts): string {
  const members = {
    'dc:creator': authors,
    'dc:description': description,
    'dc:identifier': id,
    version,
    keywords: tags.join(' '),
  };
  const attributes = { 'xmlns:dc': 'http://purl.org/dc/elements/1.1/', xmlns: namespaces.core };
  return document('coreProperties', attributes, texts(members));
}

/** A type for every extension, and one of its own for a file without any. */
function contentTypes(paths: string[]): string {
  const binary = 'application/octet-stream';
  const known: Record<string, string> = {
    rels: 'application/vnd.openxmlformats-package.relationships+xml',
    psmdcp: 'application/vnd.openxmlformats-package.core-properties+xml',
  };
  const extensions = new Set(['rels', ...paths.flatMap((path) => extensionOf(path) ?? [])]);
  const defaults = [...extensions]
    .sort()
    .map((Extension) => empty('Default', { Extension, ContentType: known[Extension] ?? binary }));
  const overrides = paths
    .filter((path) => extensionOf(path) === undefined)
    .sort()
    .map((path) => empty('Override', { PartName: `/${path}`, ContentType: binary }));
  return document('Types', { xmlns: namespaces.types }, [...defaults, ...overrides]);
}

function extensionOf(path: string): string | undefined {
  return /[^/]\.([^./]+)$/.exec(path)?.[1]?.toLowerCase();
}

function texts(members: Record<string, string>): XmlElement[] {
  return Object.entries(members).map(([name, text]) => xmlElement(name, text));
}

function empty(name: string, attributes: Record<string, string>): XmlElement {
  return { ...xmlElement(name), attributes };
}

function document(name: string, attributes: Record<string, string>, children: XmlElement[]): string {
  return `<?xml version="1.0" encoding="utf-8"?>\n${writeXml({ ...xmlElement(name, children), attributes })}\n`;
}
