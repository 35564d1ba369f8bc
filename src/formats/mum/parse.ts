/**
 * Reads package manifests (`.mum`): who the package is, what it applies to, what it needs and brings.
 *
 * Guarantees: read in one pass without building a tree (the manifest of a cumulative update is large); only what
 * `PackageManifest` names is kept; declarations of entities are not expanded; anything that is not a manifest throws
 * `FormatError`. To read one more fact: a member in `manifest.ts`, one line in `opened`, one in `print.ts`.
 */
import { SaxesParser, type SaxesTagPlain } from 'saxes';
import { FormatError } from '../format-error.ts';
import type { PackageIdentity } from './identity.ts';
import type { ManifestFeature, PackageManifest, PackageParent } from './manifest.ts';

const largestManifest = 64 * 2 ** 20;
const deepestElement = 100;

/** Parses a manifest from its bytes (UTF-8 or UTF-16, with or without byte order mark) or its text. */
export function parseManifest(content: Uint8Array | string): PackageManifest {
  if (content.length > largestManifest) {
    throw new FormatError('limit', `the package manifest has ${content.length} bytes`);
  }
  const reading = new ManifestReading();
  const parser = new SaxesParser();
  parser.on('opentag', (tag) => reading.opened(tag));
  parser.on('closetag', () => reading.closed());
  parser.on('error', (error) => {
    throw new FormatError('corrupt', `the package manifest is not valid XML: ${error.message}`, { cause: error });
  });
  parser.write(typeof content === 'string' ? content : decoded(content)).close();
  return reading.result();
}

function decoded(bytes: Uint8Array): string {
  const utf16 = bytes[0] === 0xff && bytes[1] === 0xfe;
  return new TextDecoder(utf16 ? 'utf-16le' : 'utf-8').decode(bytes);
}

class ManifestReading {
  readonly #path: string[] = [];
  readonly #parents: PackageParent[] = [];
  /** The parents that are open, innermost last. */
  readonly #open: PackageParent[] = [];
  readonly #packages: PackageIdentity[] = [];
  readonly #features: ManifestFeature[] = [];
  readonly #capabilities: string[] = [];
  readonly #custom: Record<string, string> = {};
  /** The update that was opened last. */
  #update: ManifestFeature = { name: '', displayName: '' };
  #identity: PackageIdentity | undefined;
  #assembly: Record<string, string> = {};
  #package: Record<string, string> = {};
  #installerVersion = '';

  opened({ name, attributes }: SaxesTagPlain): void {
    const element = name.slice(name.indexOf(':') + 1);
    this.#path.push(element);
    if (this.#path.length > deepestElement) throw new FormatError('limit', 'the package manifest is nested too deeply');
    const parent = this.#path.at(-2);
    if (this.#path.length === 1) this.#openRoot(element, attributes);
    else if (element === 'assemblyIdentity') this.#name(parent, identityOf(attributes));
    else if (element === 'package' && this.#path.length === 2) this.#package = attributes;
    else if (element === 'parent') this.#openParent(attributes);
    else if (element === 'update') {
      this.#update = { name: attributes['name'] ?? '', displayName: attributes['displayName'] ?? '' };
    } else if (element === 'selectable' && parent === 'update') this.#features.push(this.#update);
    else if (element === 'installerAssembly') this.#installerVersion = attributes['version'] ?? '';
    else if (element === 'capabilityIdentity' && parent === 'capability') {
      this.#capabilities.push(capabilityOf(attributes));
    } else if (element === 'customInformation') this.#customise(attributes);
    else if (parent === 'customInformation') this.#customise(attributes, `${name}\\`);
  }

  closed(): void {
    if (this.#path.pop() === 'parent') this.#open.pop();
  }

  result(): PackageManifest {
    if (this.#identity === undefined) throw new FormatError('corrupt', 'the package manifest names no package');
    const assembly = this.#assembly;
    return {
      identity: this.#identity,
      description: assembly['description'] ?? '',
      displayName: assembly['displayName'] ?? '',
      company: assembly['company'] ?? '',
      copyright: assembly['copyright'] ?? '',
      supportInformation: assembly['supportInformation'] ?? '',
      creationTimeStamp: assembly['creationTimeStamp'] ?? '',
      identifier: this.#package['identifier'] ?? '',
      releaseType: this.#package['releaseType'] ?? '',
      restart: this.#package['restart'] ?? '',
      psfName: this.#package['psfName'] ?? '',
      parents: this.#parents,
      installerVersion: this.#installerVersion,
      packages: this.#packages,
      features: this.#features,
      capabilities: this.#capabilities,
      custom: this.#custom,
    };
  }

  #openRoot(element: string, attributes: Record<string, string>): void {
    if (element !== 'assembly') throw new FormatError('not-recognised', `<${element}> is no package manifest`);
    this.#assembly = attributes;
  }

  #openParent(attributes: Record<string, string>): void {
    const parent = {
      buildCompare: attributes['buildCompare'] ?? '',
      serviceCompare: attributes['serviceCompare'] ?? '',
      integrate: attributes['integrate'] ?? '',
      disposition: attributes['disposition'] ?? '',
      identities: [],
    };
    this.#parents.push(parent);
    this.#open.push(parent);
  }

  #customise(attributes: Record<string, string>, of = ''): void {
    for (const [name, value] of Object.entries(attributes)) {
      if (!name.startsWith('xmlns')) this.#custom[`${of}${name}`] = value;
    }
  }

  #name(parent: string | undefined, identity: PackageIdentity): void {
    if (this.#path.length === 2) this.#identity ??= identity;
    else if (parent === 'parent') this.#open.at(-1)?.identities.push(identity);
    else if (parent === 'package' && this.#path.at(-3) === 'update') this.#packages.push(identity);
  }
}

function identityOf(attributes: Record<string, string>): PackageIdentity {
  const language = attributes['language'] ?? '';
  return {
    name: attributes['name'] ?? '',
    publicKeyToken: attributes['publicKeyToken'] ?? '',
    architecture: attributes['processorArchitecture'] ?? '',
    language: language.toLowerCase() === 'neutral' ? '' : language,
    version: attributes['version'] ?? '',
  };
}

/** The parts that a capability is named by, as DISM joins them. */
function capabilityOf(attributes: Record<string, string>): string {
  return ['name', 'publisher', 'processorArchitecture', 'language', 'version']
    .map((part) => attributes[part] ?? '')
    .join('~');
}
