// Cuts the engine into pieces (see src/pieces.ts): one for every set of modules that the same operations need. The bundler
// splits ECMAScript modules alone, and their loader takes longer to start than a command to run: each piece is made
// CommonJS afterwards.
import { writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { type BuildOptions, build, type Metafile, type OutputFile, transform } from 'esbuild';

/** Name of the file that holds the pieces that not every command needs. */
const textFile = 'imgupdate.pieces';

/** Writes `<name>.bundle.cjs` and the file of pieces into `out`. The metafile names these two as outputs. */
export async function bundleInPieces(options: BuildOptions, source: string, name: string, out: string) {
  const { outputFiles = [], metafile } = await build({
    ...options,
    entryPoints: [{ in: source, out: `${name}.bundle` }],
    outdir: out,
    outExtension: { '.js': '.cjs' },
    format: 'esm',
    splitting: true,
    banner: {},
    write: false,
  });
  if (metafile === undefined) throw new Error('The bundler does not say what the engine holds.');
  const entry = outputFiles.find(({ path }) => basename(path) === `${name}.bundle.cjs`)?.path ?? '';
  const always = alwaysNeeded(metafile, basename(entry));
  const functions: string[] = [];
  const texts: string[] = [];
  const places: Record<string, [start: number, end: number, number: number]> = {};
  let size = 0;
  for (const file of outputFiles.sort((a, b) => (a.path < b.path ? -1 : 1))) {
    const path = pathOf(file.path);
    const piece = await pieceOf(file);
    if (always.has(basename(file.path))) {
      functions.push(`${JSON.stringify(path)}:${piece}`);
      continue;
    }
    const text = `module.exports=${piece}\n`;
    const start = size;
    size += Buffer.byteLength(text);
    texts.push(text);
    places[path] = [start, size, texts.length];
  }
  const cut = `{entry:${JSON.stringify(pathOf(entry))},always:{${functions.join(',')}},others:${JSON.stringify(places)}}`;
  writeFileSync(entry, `${await head(options)}pieces.runPieces(${cut},__dirname,require);\n`);
  writeFileSync(join(out, textFile), texts.join(''));
  return { ...metafile, outputs: joined(metafile, [basename(entry), textFile]) };
}

/** How pieces name each other. */
function pathOf(file: string): string {
  return `./${basename(file)}`;
}

/** In brackets: V8 then compiles the body at once, so that it is in the compiled form that Node keeps. */
async function pieceOf({ text }: OutputFile): Promise<string> {
  const { code } = await transform(text, {
    format: 'cjs',
    platform: 'node',
    target: 'node24',
    minify: true,
    // An import of a CommonJS file would start the loader of the others.
    supported: { 'dynamic-import': false },
  });
  return `(function(exports,require,module,__dirname){${code}})`;
}

async function head(options: BuildOptions): Promise<string> {
  const { outputFiles } = await build({
    ...options,
    entryPoints: ['src/pieces.ts'],
    format: 'iife',
    globalName: 'pieces',
    banner: {},
    write: false,
  });
  return outputFiles?.[0]?.text ?? '';
}

/** Names of the outputs that the entry loads in any case, its own too. */
function alwaysNeeded({ outputs }: Metafile, entry: string): Set<string> {
  const importsOf = new Map(Object.entries(outputs).map(([path, { imports }]) => [basename(path), imports]));
  const needed = new Set([entry]);
  for (const name of needed) {
    for (const { kind, path, external } of importsOf.get(name) ?? []) {
      if (kind === 'import-statement' && external !== true) needed.add(basename(path));
    }
  }
  return needed;
}

/** What the bundler tells of its outputs, as if each of these files held them all. */
function joined({ outputs }: Metafile, names: string[]): Metafile['outputs'] {
  const inputs = Object.values(outputs).flatMap((output) =>
    Object.entries(output.inputs).filter(([, { bytesInOutput }]) => bytesInOutput > 0),
  );
  const all = { bytes: 0, imports: [], exports: [], inputs: Object.fromEntries(inputs) };
  return Object.fromEntries(names.map((name) => [`dist/${name}`, all]));
}
