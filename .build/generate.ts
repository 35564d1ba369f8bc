// Writes everything that is derived from the schemas, so that it can be committed and reviewed:
//   src/contract/generated/types.ts         a type per schema
//   src/contract/generated/validators/      a compiled validator per request, kind of settings and file that is read again,
//                                           and what they share: a command loads its own
//   src/contract/generated/members.ts       the members of each request, from which the command line makes its flags
//   README.md, docs/operations.md           tables (see tables.ts)
// and the decoders that are compiled from `src/formats/assembly/` (see assembly.ts).
// With --check nothing is written: the program fails and names the files that are not current.
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { default as AjvClass } from 'ajv';
import { build, type Plugin } from 'esbuild';
import { compile } from 'json-schema-to-typescript';
import type { RequestMembers } from '../src/contract/members.ts';
import { assembledModules } from './assembly.ts';
import { documentTables } from './tables.ts';

interface Schema {
  $id?: string;
  $ref?: string;
  title?: string;
  description?: string;
  type?: string | string[];
  enum?: unknown[];
  items?: Schema;
  anyOf?: Schema[];
  properties?: Record<string, Schema>;
  required?: string[];
  default?: unknown;
  [member: string]: unknown;
}

const require = createRequire(import.meta.url);
const root = fileURLToPath(new URL('..', import.meta.url));
const schemaFolder = join(root, 'schemas/v1');
const notice = '// Made by `npm run generate` from schemas/v1. Do not edit.\n';

const schemas = new Map(
  readdirSync(schemaFolder)
    .sort()
    .map((file) => [file.replace(/\.json$/, ''), JSON.parse(readFileSync(join(schemaFolder, file), 'utf8')) as Schema]),
);
const requests = [...schemas.keys()].filter((name) => name.endsWith('.request'));
/** Settings of the kinds of sources come inside requests, some documents in files of their own: each is checked by itself. */
const documents = ['boot-minimums', 'point-manifest', 'point-manifest-file'];
const validated = [...requests, ...[...schemas.keys()].filter((name) => name.endsWith('.settings')), ...documents];

const generated = 'src/contract/generated';
const validatorFolder = `${generated}/validators`;
const members = requestTable();
/** Path below the root -> text. */
const files = new Map<string, string>([
  [`${generated}/types.ts`, await typesFile()],
  [`${generated}/validator.ts`, validatorFile()],
  ...(await validatorFiles()),
  ...declarationFiles(),
  [`${generated}/members.ts`, membersFile()],
  ...documentTables(root, members),
  ...assembledModules(root),
]);

process.exitCode = process.argv.includes('--check') ? check() : write();

/** One synthetic root that refers to every schema, so that a shared schema becomes one type and not many. */
async function typesFile(): Promise<string> {
  const properties = Object.fromEntries([...schemas.keys()].map((name) => [name, { $ref: `${name}.json` }]));
  const everything = { title: 'Contract', type: 'object', properties, additionalProperties: false };
  const titled = new Map([...schemas].map(([name, schema]) => [name, { ...schema, title: typeName(name) }]));
  const text = await compile(everything as never, 'Contract', {
    bannerComment: '',
    format: false,
    cwd: schemaFolder,
    additionalProperties: false,
    $refOptions: {
      resolve: {
        file: {
          order: 1,
          canRead: true,
          read: ({ url }: { url: string }) => {
            const name =
              url
                .split('/')
                .at(-1)
                ?.replace(/\.json$/, '') ?? '';
            return JSON.stringify(titled.get(name));
          },
        },
      },
    },
  });
  return notice + text;
}

/**
 * ajv's output still calls its own run-time helpers; esbuild folds them in, so that the files need no package. What several
 * validators call becomes a file that they share.
 */
async function validatorFiles(): Promise<[string, string][]> {
  const { default: Ajv } = require('ajv') as { default: typeof AjvClass };
  const { default: addFormats } = require('ajv-formats') as { default: (ajv: unknown) => void };
  const { default: standaloneCode } = require('ajv/dist/standalone/index.js') as {
    default: (ajv: unknown, names: Record<string, string>) => string;
  };
  /** An instance each: the names in a file then depend on its own schemas alone, not on what was compiled before. */
  const compileValidator = (name: string): string => {
    const ajv = new Ajv({
      allErrors: true,
      useDefaults: true,
      strict: true,
      allowUnionTypes: true,
      code: { source: true, esm: true },
    });
    addFormats(ajv);
    for (const schema of schemas.values()) ajv.addSchema(schema);
    return standaloneCode(ajv, { [validatorName(name)]: schemas.get(name)?.$id ?? '' });
  };
  const compiled: Plugin = {
    name: 'compiled-schemas',
    setup(bundler) {
      bundler.onResolve({ filter: /^schema:/ }, ({ path }) => ({ path: path.slice(7), namespace: 'schema' }));
      bundler.onLoad({ filter: /.*/, namespace: 'schema' }, ({ path: name }) => ({
        contents: compileValidator(name),
        resolveDir: root,
      }));
    },
  };
  const { outputFiles } = await build({
    entryPoints: validated.map((name) => ({ in: `schema:${name}`, out: fileOf(name) })),
    chunkNames: 'shared-[hash]',
    outdir: join(root, validatorFolder),
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node24',
    write: false,
    legalComments: 'none',
    plugins: [compiled],
  });
  return outputFiles.map(({ path, text }) => [`${validatorFolder}/${basename(path)}`, notice + text]);
}

/** What a compiled validator is to those who call it. */
function validatorFile(): string {
  return `${notice}
/** A compiled validator: true when \`data\` is a T (defaults are filled in); else \`errors\` says why. */
export interface Validator<T> {
  (data: unknown): data is T;
  errors?: { instancePath: string; keyword: string; message?: string; params: Record<string, unknown> }[] | null;
}
`;
}

function declarationFiles(): [string, string][] {
  return validated.map((name) => [
    `${validatorFolder}/${fileOf(name)}.d.ts`,
    `${notice}import type { ${typeName(name)} } from '../types.ts';
import type { Validator } from '../validator.ts';

export const ${validatorName(name)}: Validator<${typeName(name)}>;
`,
  ]);
}

function requestTable(): Record<string, RequestMembers> {
  const table = requests.map((name) => {
    const schema = schemas.get(name) ?? {};
    const entries = Object.entries(schema.properties ?? {}).map(([member, value]) => [
      member,
      memberOf(value, schema.required?.includes(member) ?? false),
    ]);
    return [name.replace(/\.request$/, ''), { description: schema.description, members: Object.fromEntries(entries) }];
  });
  return Object.fromEntries(table);
}

function membersFile(): string {
  return `${notice}import type { RequestMembers } from '../members.ts';

export const requestMembers: Record<string, RequestMembers> = ${JSON.stringify(members, null, 2)};
`;
}

function memberOf(schema: Schema, required: boolean): Record<string, unknown> {
  const resolved = resolve(schema);
  const isList = [resolved.type].flat().includes('array');
  const item = isList ? resolve(resolved.items ?? {}) : resolved;
  return {
    type: item.type ?? 'string',
    ...(isList ? { list: true } : {}),
    ...(item.enum === undefined ? {} : { choices: item.enum }),
    ...(required ? { required } : {}),
    ...(resolved.default === undefined ? {} : { default: resolved.default }),
    description: schema.description ?? resolved.description ?? '',
  };
}

function resolve(schema: Schema): Schema {
  return schema.$ref === undefined ? schema : (schemas.get(schema.$ref.replace(/\.json$/, '')) ?? schema);
}

/** update.list.request -> UpdateListRequest */
function typeName(name: string): string {
  return name
    .split(/[.-]/)
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join('');
}

/** update.list.request -> updateList */
function validatorName(name: string): string {
  const type = typeName(name.replace(/\.request$/, ''));
  return type.charAt(0).toLowerCase() + type.slice(1);
}

/** image.add.request -> image.add, the file of its validator. */
function fileOf(name: string): string {
  return name.replace(/\.request$/, '');
}

function write(): number {
  mkdirSync(join(root, validatorFolder), { recursive: true });
  for (const stale of staleFiles()) rmSync(join(root, stale));
  for (const [path, text] of files) writeFileSync(join(root, path), text);
  return 0;
}

function check(): number {
  const different = [...files]
    .filter(([path, text]) => !existsSync(join(root, path)) || readFileSync(join(root, path), 'utf8') !== text)
    .map(([path]) => path);
  const wrong = [...different, ...staleFiles()];
  if (wrong.length === 0) return 0;
  console.error(`Not current: ${wrong.join(', ')}. Run: npm run generate`);
  return 1;
}

function staleFiles(): string[] {
  return [generated, validatorFolder]
    .filter((folder) => existsSync(join(root, folder)))
    .flatMap((folder) => readdirSync(join(root, folder), { withFileTypes: true }).map((file) => ({ folder, file })))
    .filter(({ file }) => file.isFile())
    .map(({ folder, file }) => `${folder}/${file.name}`)
    .filter((path) => !files.has(path));
}
