// Which packages of others are in the engine: told by the bundler, not by a list that somebody has to keep. Their
// licences are shipped, and the bill of materials names them.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Metafile } from 'esbuild';

export interface BundledPackage {
  name: string;
  version: string;
  /** SPDX expression, as the package states it. */
  licence: string;
  /** Its own text; undefined when it brings none. */
  licenceText: string | undefined;
  /** SHA-512 of its archive, hex, as the lock file pins it. */
  sha512: string;
}

/** Its code is in what it compiles: the decoders in WebAssembly, which are committed as text. */
const compilers = ['node_modules/assemblyscript'];

/** The packages that gave code to these bundles, sorted by name. `root` is the checkout. */
export function packagesOf(root: string, bundles: Metafile[]): BundledPackage[] {
  const inputs = bundles.flatMap(({ outputs }) =>
    Object.values(outputs).flatMap((output) =>
      Object.entries(output.inputs)
        .filter(([, { bytesInOutput }]) => bytesInOutput > 0)
        .map(([path]) => path),
    ),
  );
  const generated = inputs.filter((path) => path.startsWith('src/contract/generated/'));
  const folders = [...inputs, ...generated.flatMap((path) => foldedIn(join(root, path)))].flatMap(packageFolder);
  const lock = readLock(root);
  return [...new Set([...folders, ...compilers])]
    .map((folder) => describePackage(root, folder, lock))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** A package as it is installed in `folder`, a path below the root. */
export function describePackage(root: string, folder: string, lock = readLock(root)): BundledPackage {
  const { name, version, license } = JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8'));
  const pinned = lock[folder];
  if (pinned?.version !== version || pinned?.integrity === undefined) {
    throw new Error(`${folder} holds ${name} ${version}; the lock file pins ${pinned?.version}. Run npm ci.`);
  }
  const file = readdirSync(join(root, folder)).find((each) => /^licen[cs]e([.-].*)?$/i.test(each));
  return {
    name,
    version,
    licence: license,
    licenceText: file === undefined ? undefined : readFileSync(join(root, folder, file), 'utf8'),
    sha512: sha512Hex(pinned.integrity),
  };
}

interface LockEntry {
  version: string;
  integrity?: string;
}

/** Packages of the lock file by their folder. */
export function readLock(root: string): Record<string, LockEntry | undefined> {
  return JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')).packages;
}

/** One file a package and version: two versions of one may be inside. */
export function writeLicences(packages: BundledPackage[], folder: string): void {
  mkdirSync(folder, { recursive: true });
  for (const { name, version, licence, licenceText } of packages) {
    const head = `${name} ${version}, licence: ${licence}\n\n`;
    const text = licenceText ?? 'The package brings no licence text of its own.\n';
    writeFileSync(join(folder, `${name.replaceAll('/', '+')}@${version}.txt`), head + text);
  }
}

/** "sha512-<base64>" of a lock file as hex. */
export function sha512Hex(integrity: string): string {
  return Buffer.from(integrity.replace(/^sha512-/, ''), 'base64').toString('hex');
}

/** The generated validators hold run-time parts of ajv; esbuild names their files in comments. */
function foldedIn(file: string): string[] {
  return [...readFileSync(file, 'utf8').matchAll(/^\/\/ (node_modules\/.*)$/gm)].map((match) => match[1] ?? '');
}

/** node_modules/a/node_modules/@b/c/lib/x.js -> node_modules/a/node_modules/@b/c */
function packageFolder(path: string): string[] {
  const found = /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(path)?.[1];
  return found === undefined ? [] : [found];
}
