// Makes dist/ImgUpdate.<version>.nupkg of the module folder that `npm run module` put together, and completes that
// folder on the way: node.exe for Windows, a signature where there is a certificate, the bill of materials, digests.
//   node .build/package.ts                 all of it
//   node .build/package.ts --check FILE    compares the files in a package with the digests that it holds
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { digestList, sha256 } from './digests.ts';
import { makePackage, type PackageFacts, readPackage } from './nupkg.ts';
import { billOfMaterials } from './sbom.ts';
import { signModule } from './sign.ts';
import { NodeMissing, windowsNode } from './windows-node.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const dist = join(root, 'dist');
const module = join(dist, 'ImgUpdate');
const digestsFile = 'SHA256SUMS';
const billFile = 'sbom.cdx.json';
/** Some feeds refuse larger ones. */
const limit = 48 * 1024 * 1024;

const [option, file] = process.argv.slice(2);
try {
  if (option === undefined) pack();
  else if (option === '--check' && file !== undefined) process.exitCode = check(file);
  else throw new Error('Usage: node .build/package.ts [--check FILE]');
} catch (error) {
  console.error(`Error: No package was made: ${(error as Error).message}`);
  process.exitCode = error instanceof NodeMissing ? 5 : 1;
}

function pack(): void {
  const { version, description } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const node = windowsNode(root);
  writeFileSync(join(module, 'node.exe'), node.program);
  writeFileSync(join(module, 'licences', 'node.txt'), `node ${node.version}, licence: MIT\n\n${node.licence}`);
  signModule(module);
  const bill = billOfMaterials({
    version,
    description,
    packages: JSON.parse(readFileSync(join(dist, 'packages.json'), 'utf8')),
    node: { version: node.version, sha512: node.sha512, sha256: sha256(node.program) },
  });
  writeFileSync(join(module, billFile), `${JSON.stringify(bill, null, 2)}\n`);
  const files = filesBelow(module);
  files.delete(digestsFile);
  files.set(digestsFile, Buffer.from(digestList(files)));
  // A session that loads the module meanwhile reads the old list or the new one, never a part.
  writeFileSync(join(dist, `${digestsFile}.tmp`), files.get(digestsFile) ?? '');
  renameSync(join(dist, `${digestsFile}.tmp`), join(module, digestsFile));

  const bytes = makePackage(factsOf(readFileSync(join(module, 'ImgUpdate.psd1'), 'utf8')), files);
  if (bytes.length > limit) throw new Error(`The package has ${bytes.length} bytes; at most ${limit} are wanted.`);
  const target = join(dist, `ImgUpdate.${version}.nupkg`);
  try {
    writeFileSync(`${target}.tmp`, bytes);
    if (check(`${target}.tmp`) !== 0) throw new Error('what was written is not what was packed.');
    renameSync(`${target}.tmp`, target);
  } finally {
    rmSync(`${target}.tmp`, { force: true });
  }
  // Not beside its name: a folder that is a repository reads every file whose name begins with that of the module.
  writeFileSync(join(dist, digestsFile), `${sha256(bytes)}  ${relative(dist, target)}\n`);
  const size = (bytes.length / 1024 / 1024).toFixed(1);
  console.log(`${relative(root, target)}: ${files.size} files, ${size} MB, Node ${node.version} for Windows inside`);
}

/** 0, or 4 with one problem on standard error. */
function check(file: string): number {
  const wrong = existsSync(file) ? wrongWith(file) : 'there is no such file';
  if (wrong === undefined) return 0;
  console.error(`Error: The package file is damaged: ${file}: ${wrong}.`);
  console.error('  Copy or download it again, and compare its SHA-256 digest. [ImgModuleDamaged]');
  return 4;
}

function wrongWith(file: string): string | undefined {
  let files: Map<string, Uint8Array>;
  try {
    files = readPackage(readFileSync(file));
  } catch (error) {
    return (error as Error).message;
  }
  const listed = files.get(digestsFile);
  files.delete(digestsFile);
  if (listed === undefined) return `it holds no ${digestsFile}`;
  const stated = new Set(Buffer.from(listed).toString('utf8').split('\n').filter(Boolean));
  const found = new Set(digestList(files).split('\n').filter(Boolean));
  const different = [...stated.symmetricDifference(found)].map((line) => line.slice(66)).sort();
  return different.length === 0 ? undefined : `${different[0]} is not what was packed`;
}

/** Path with forward slashes -> bytes. */
function filesBelow(folder: string): Map<string, Uint8Array> {
  const entries = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  const paths = entries.filter((path) => statSync(join(folder, path)).isFile());
  return new Map(paths.map((path) => [path.split(sep).join('/'), readFileSync(join(folder, path))]));
}

/** What a repository shows of the module: the module's own manifest says it. */
function factsOf(manifest: string): PackageFacts {
  const text = (name: string): string => {
    const found = new RegExp(`^\\s*${name}\\s*=\\s*'([^']+)'`, 'm').exec(manifest)?.[1];
    if (found === undefined) throw new Error(`ImgUpdate.psd1 has no ${name}.`);
    return found;
  };
  const tags = /^\s*Tags\s*=\s*@\(([^)]*)\)/m.exec(manifest)?.[1] ?? '';
  return {
    id: 'ImgUpdate',
    version: text('ModuleVersion'),
    authors: text('Author'),
    description: text('Description'),
    copyright: text('Copyright'),
    tags: [...tags.matchAll(/'([^']+)'/g)].map((match) => match[1] ?? ''),
  };
}
