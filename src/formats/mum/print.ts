/** Writes package manifests, for rehearsal packages and for what the emulator leaves in an image. */
import type { PackageIdentity } from './identity.ts';
import type { ManifestFeature, PackageManifest, PackageParent } from './manifest.ts';

/** The XML text of a manifest, UTF-8, line ends CRLF. Members that are '' or empty are left out. */
export function printManifest(manifest: PackageManifest): string {
  const lines = [
    '<?xml version="1.0" encoding="utf-8"?>',
    `<assembly${attributes({
      xmlns: 'urn:schemas-microsoft-com:asm.v3',
      manifestVersion: '1.0',
      description: manifest.description,
      displayName: manifest.displayName,
      company: manifest.company,
      copyright: manifest.copyright,
      supportInformation: manifest.supportInformation,
      creationTimeStamp: manifest.creationTimeStamp,
    })}>`,
    `  ${assemblyIdentity(manifest.identity)}`,
    `  <package${attributes({
      identifier: manifest.identifier,
      releaseType: manifest.releaseType,
      restart: manifest.restart,
      psfName: manifest.psfName,
    })}>`,
    ...manifest.parents.flatMap(parentLines),
    ...installerLines(manifest),
    ...manifest.packages.flatMap(packageLines),
    ...manifest.features.flatMap(featureLines),
    ...manifest.capabilities.flatMap(capabilityLines),
    ...customLines(manifest.custom),
    '  </package>',
    '</assembly>',
  ];
  return lines.map((line) => `${line}\r\n`).join('');
}

/** A manifest that only says who the package is: the ground to build one on. */
export function manifestOf(identity: PackageIdentity): PackageManifest {
  return {
    identity,
    description: '',
    displayName: 'default',
    company: '',
    copyright: '',
    supportInformation: '',
    creationTimeStamp: '',
    identifier: identity.name,
    releaseType: '',
    restart: '',
    psfName: '',
    parents: [],
    installerVersion: '',
    packages: [],
    features: [],
    capabilities: [],
    custom: {},
  };
}

function parentLines({ identities, buildCompare, serviceCompare, integrate, disposition }: PackageParent): string[] {
  return [
    `    <parent${attributes({ buildCompare, serviceCompare, integrate, disposition })}>`,
    ...identities.map((identity) => `      ${assemblyIdentity(identity)}`),
    '    </parent>',
  ];
}

function installerLines({ installerVersion, identity }: PackageManifest): string[] {
  if (installerVersion === '') return [];
  const installer = { ...identity, name: 'Microsoft-Windows-ServicingStack', version: installerVersion, language: '' };
  return [`    <installerAssembly${identityAttributes(installer)}/>`];
}

function packageLines(identity: PackageIdentity, index: number): string[] {
  return [
    `    <update${attributes({ name: `package-${index + 1}` })}>`,
    `      <package integrate="hidden">${assemblyIdentity(identity)}</package>`,
    '    </update>',
  ];
}

function featureLines({ name, displayName }: ManifestFeature): string[] {
  return [
    `    <update${attributes({ name, displayName })}>`,
    '      <selectable disposition="staged"/>',
    '    </update>',
  ];
}

function capabilityLines(capability: string): string[] {
  const [name = '', publisher = '', processorArchitecture = '', language = '', version = ''] = capability.split('~');
  const identity = attributes({ name, publisher, processorArchitecture, language, version });
  return [
    '    <declareCapability>',
    `      <capability><capabilityIdentity${identity}/></capability>`,
    '    </declareCapability>',
  ];
}

function customLines(custom: Record<string, string>): string[] {
  if (Object.keys(custom).length === 0) return [];
  const own = Object.entries(custom).filter(([name]) => !name.includes('\\'));
  const declared = { 'xmlns:mum2': 'urn:schemas-microsoft-com:asm.v3', ...Object.fromEntries(own) };
  const inside = Object.entries(custom).filter(([name]) => name.includes('\\'));
  if (inside.length === 0) return [`    <mum2:customInformation${attributes(declared)}/>`];
  return [
    `    <mum2:customInformation${attributes(declared)}>`,
    ...inside.map(([name, value]) => {
      const [element = '', attribute = ''] = name.split('\\');
      return `      <${element}${attributes({ [attribute]: value })}/>`;
    }),
    '    </mum2:customInformation>',
  ];
}

function assemblyIdentity(identity: PackageIdentity): string {
  return `<assemblyIdentity${identityAttributes(identity)}/>`;
}

function identityAttributes({ name, version, language, architecture, publicKeyToken }: PackageIdentity): string {
  return attributes({
    name,
    version,
    language: language === '' ? 'neutral' : language,
    processorArchitecture: architecture,
    publicKeyToken,
  });
}

function attributes(values: Record<string, string>): string {
  return Object.entries(values)
    .filter(([, value]) => value !== '')
    .map(([name, value]) => ` ${name}="${escaped(value)}"`)
    .join('');
}

const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

function escaped(value: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters that XML cannot carry at all.
  const carried = value.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '');
  return carried.replace(/[&<>"]/g, (character) => escapes[character] ?? character).replace(/[\t\n\r]/g, controlEntity);
}

function controlEntity(character: string): string {
  return `&#${character.charCodeAt(0)};`;
}
