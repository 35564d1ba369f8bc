// Puts the engine together: one CommonJS bundle each for the engine and the emulator, the few lines that start each with
// its compiled form kept, the launchers that npm links, the schemas that `schema show` prints, the licences of the
// packages that went in, and what the engine consists of (version.json).
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type BuildOptions, build, type Metafile, type Plugin } from 'esbuild';
import { packagesOf, writeLicences } from './bundled-packages.ts';
import { sha256 } from './digests.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const out = join(root, 'dist');

/**
 * yargs measures text with `string-width`, whose tables cost more start-up time than all of ours, and compares two
 * values with `assert`, which brings a module that prints differences in colour. Our help is ASCII. node-powershell tells
 * what crosses it through `debug`, onto our standard output when a variable of the environment says so.
 */
const light: Record<string, string> = {
  'string-width': 'export default (text) => String(text).length;',
  assert: `const check = (holds, message) => { if (!holds) throw new Error(message); };
    export const strictEqual = (actual, expected, message) => check(Object.is(actual, expected), message);
    export const notStrictEqual = (actual, expected, message) => check(!Object.is(actual, expected), message);`,
  debug: `const silent = Object.assign(() => {}, { extend: () => silent });
    export default Object.assign(() => silent, { enable() {} });`,
};
const lightParts: Plugin = {
  name: 'light-parts',
  setup(bundler) {
    bundler.onResolve({ filter: /^(string-width|assert|debug)$/ }, ({ path }) => ({ path, namespace: 'light-parts' }));
    bundler.onLoad({ filter: /.*/, namespace: 'light-parts' }, ({ path }) => ({ contents: light[path] ?? '' }));
  },
};

/**
 * A library of many small modules is first made one module: where something of it is loaded only when asked for, the
 * bundler wraps every module in a function of its own, and a hundred and fifty wrappers cost more than what they hold.
 */
const flat: Plugin = {
  name: 'flat-libraries',
  setup(bundler) {
    bundler.onLoad({ filter: /node_modules[\\/]kysely[\\/]dist[\\/](esm[\\/])?index\.js$/ }, async ({ path }) => {
      const { outputFiles } = await build({
        entryPoints: [path],
        bundle: true,
        write: false,
        format: 'esm',
        platform: 'node',
        target: 'node24',
      });
      return { contents: outputFiles[0]?.text ?? '' };
    });
  },
};

const engine: BuildOptions = {
  bundle: true,
  platform: 'node',
  target: 'node24',
  format: 'cjs',
  minify: true,
  legalComments: 'none',
  absWorkingDir: root,
  logLevel: 'warning',
  metafile: true,
  // A CommonJS bundle has no import.meta; yargs and our own entry points ask it where they are.
  define: { 'import.meta.url': 'importMetaUrl', 'import.meta.dirname': '__dirname' },
  banner: { js: 'const importMetaUrl = require("node:url").pathToFileURL(__filename).href;' },
  plugins: [lightParts, flat],
};

/**
 * Parts with large libraries that most commands never need: files of their own, loaded when asked for. They share nothing
 * with the engine, so they throw no `Problem` of it.
 */
const partsApart = [
  { source: 'src/sources/catalog-site/pages/index.ts', file: 'imgupdate.catalog-pages.cjs' },
  { source: 'src/packages/authenticode.ts', file: 'imgupdate.signatures.cjs' },
  { source: 'src/ports/execa.ts', file: 'imgupdate.processes.cjs' },
  { source: 'src/ports/http/client.ts', file: 'imgupdate.http.cjs' },
  { source: 'src/ports/http/server.ts', file: 'imgupdate.http-server.cjs' },
  { source: 'src/ports/power-shell/shell.ts', file: 'imgupdate.powershell.cjs' },
  { source: 'src/notification/mail/transport.ts', file: 'imgupdate.mail.cjs' },
  { source: 'src/distribution/points/s3/client.ts', file: 'imgupdate.s3.cjs' },
];
const apart: Plugin = {
  name: 'parts-apart',
  setup(bundler) {
    bundler.onResolve({ filter: /^\.\.?\// }, ({ kind, path, resolveDir }) => {
      const part = partsApart.find(({ source }) => join(root, source) === join(resolveDir, path));
      return kind === 'dynamic-import' && part !== undefined ? { path: `./${part.file}`, external: true } : undefined;
    });
  },
};

mkdirSync(out, { recursive: true });
for (const stale of ['schemas', 'licences']) rmSync(join(out, stale), { recursive: true, force: true });
const made: Metafile[] = [];
for (const { source, file } of partsApart) made.push(await bundle(source, file, {}));
made.push(...(await bundleProgram('src/bin.ts', 'imgupdate')));
if (existsSync(join(root, 'src/emulator/bin.ts')))
  made.push(...(await bundleProgram('src/emulator/bin.ts', 'imgupdate-dism')));
cpSync(join(root, 'schemas'), join(out, 'schemas'), { recursive: true });
const packages = packagesOf(root, made);
writeLicences(packages, join(out, 'licences'));
writeFileSync(join(out, 'packages.json'), `${JSON.stringify(packages)}\n`);
const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const programs = made.flatMap(({ outputs }) => Object.keys(outputs)).filter((path) => !path.includes('/launch-'));
// The module compares these before it starts the engine: an installation that broke off half-way is told as that.
const files = programs.sort().map((path) => [basename(path), sha256(readFileSync(join(root, path)))]);
writeFileSync(join(out, 'version.json'), `${JSON.stringify({ version, files: Object.fromEntries(files) })}\n`);

async function bundleProgram(entry: string, name: string): Promise<Metafile[]> {
  return [
    await bundle(entry, `${name}.bundle.cjs`, { plugins: [...(engine.plugins ?? []), apart] }),
    await bundle('src/start.ts', `${name}.cjs`, {
      define: { ...engine.define, BUNDLE: JSON.stringify(`${name}.bundle.cjs`) },
      banner: {},
      minify: false,
    }),
    await bundle('src/launcher.ts', `launch-${name}.cjs`, {
      target: 'node18',
      define: { TARGET: JSON.stringify(`./${name}.cjs`) },
      banner: { js: '#!/usr/bin/env node' },
      minify: false,
      plugins: [],
    }),
  ];
}

async function bundle(entry: string, file: string, more: BuildOptions): Promise<Metafile> {
  const { metafile } = await build({ ...engine, entryPoints: [entry], outfile: join(out, file), ...more });
  if (metafile === undefined) throw new Error(`The bundler does not say what ${file} holds.`);
  return metafile;
}
