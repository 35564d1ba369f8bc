/** The rules of docs/architecture.md that a program can read from the import lines. */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { requestMembers } from '../src/contract/generated/members.ts';
import { operations } from '../src/operations/index.ts';
import { schemaNames } from './helpers/result-forms.ts';

const root = fileURLToPath(new URL('..', import.meta.url));

interface Source {
  /** src/cli/main.ts */
  path: string;
  /** Without comments. */
  code: string;
  /** What it imports at run time, and what only for its types: src/... for our own files, else the name. */
  imports: { from: string; isType: boolean }[];
}

const sources: Source[] = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts') && !file.endsWith('.d.ts'))
  .map((file) => join('src', file).replaceAll('\\', '/'))
  .filter((path) => !path.startsWith('src/contract/generated/') && !path.startsWith('src/formats/assembly/'))
  .map(readSource);

function readSource(path: string): Source {
  const code = readFileSync(join(root, path), 'utf8')
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/^\s*\/\/.*$/gm, '');
  const statement =
    /\b(import|export)\s+(type\s+)?(?:[^'";]*?\sfrom\s+)?'([^']+)'|\bimport\(\s*'([^']+)'|\brequire\(\s*['"]([^'"]+)/g;
  const imports = [...code.matchAll(statement)].map((match) => ({
    from: resolved(path, match[3] ?? match[4] ?? match[5] ?? ''),
    isType: match[2] !== undefined,
  }));
  return { path, code, imports };
}

function resolved(path: string, name: string): string {
  return name.startsWith('.') ? relative(root, join(root, dirname(path), name)).replaceAll('\\', '/') : name;
}

/** 'path -> import' of every import of these files that `allowed` does not let pass. */
function offences(of: (path: string) => boolean, allowed: (from: string, isType: boolean) => boolean): string[] {
  return sources
    .filter(({ path }) => of(path))
    .flatMap(({ path, imports }) =>
      imports.filter(({ from, isType }) => !allowed(from, isType)).map(({ from }) => `${path} -> ${from}`),
    );
}

const within =
  (...folders: string[]) =>
  (path: string): boolean =>
    folders.some((folder) => path === folder || path.startsWith(`${folder}/`));

const pure = within('src/formats', 'src/selection', 'src/schedule', 'src/servicing/plan', 'src/updates');
const effects = within('src/ports', 'src/emulator');
const entries = within('src/bin.ts', 'src/start.ts', 'src/emulator/bin.ts', 'src/launcher.ts');

it('finds the sources and their imports', () => {
  expect(sources.length).toBeGreaterThan(200);
  expect(sources.find(({ path }) => path === 'src/cli/main.ts')?.imports).toContainEqual({
    ...{ from: 'src/operations/operation.ts', isType: true },
  });
});

it('has no files that import each other in a circle, not even for a type', () => {
  const imports = new Map(sources.map(({ path, imports }) => [path, imports.map(({ from }) => from)]));
  const done = new Set<string>();
  const circles: string[] = [];
  const visit = (path: string, way: readonly string[]): void => {
    if (way.includes(path)) circles.push([...way.slice(way.indexOf(path)), path].join(' -> '));
    if (way.includes(path) || done.has(path)) return;
    for (const from of imports.get(path) ?? []) visit(from, [...way, path]);
    done.add(path);
  };
  for (const path of imports.keys()) visit(path, []);
  expect(circles).toEqual([]);
});

describe('pure folders', () => {
  it('import nothing of Node, no package but the XML reader, and no file with effects', () => {
    const effectful = within(
      'src/ports',
      'src/site',
      'src/cli',
      'src/operations',
      'src/dism',
      'src/emulator',
      'src/content',
    );
    const allowed = (from: string, isType: boolean): boolean =>
      from.startsWith('src/') ? isType || !effectful(from) : from === 'saxes';

    expect(offences(pure, allowed)).toEqual([]);
  });

  it('import at run time nothing that is not pure itself, whichever way it goes', () => {
    const byPath = new Map(sources.map((source) => [source.path, source]));
    const reached = new Set<string>();
    const open = sources.filter(({ path }) => pure(path)).map(({ path }) => path);
    for (let path = open.pop(); path !== undefined; path = open.pop()) {
      if (reached.has(path)) continue;
      reached.add(path);
      for (const { from, isType } of byPath.get(path)?.imports ?? []) if (!isType) open.push(from);
    }

    expect([...reached].filter((path) => path.startsWith('node:') || effects(path))).toEqual([]);
  });

  it('ask no clock and no chance', () => {
    const impure = sources.filter(
      ({ path, code }) => pure(path) && /\bDate\.now\(|\bnew Date\(\)|\bMath\.random\(|\bprocess\./.test(code),
    );

    expect(impure.map(({ path }) => path)).toEqual([]);
  });

  it('of the binary formats import nothing but formats', () => {
    const isOwn = (from: string): boolean => within('src/formats')(from) || from === 'saxes';

    expect(offences(within('src/formats'), isOwn)).toEqual([]);
  });
});

describe('effects', () => {
  const mayNot =
    (...names: string[]) =>
    (from: string): boolean =>
      !names.includes(from);

  it('on files are only behind ports, in the emulator, and where a program starts', () => {
    const outside = (path: string): boolean => !effects(path) && !entries(path);

    expect(offences(outside, mayNot('node:fs', 'node:fs/promises', 'fs', 'fs/promises'))).toEqual([]);
  });

  it('that start programs are only behind ports; the emulator goes through them too', () => {
    const outside = (path: string): boolean => !within('src/ports')(path) && !entries(path);

    expect(offences(outside, mayNot('node:child_process', 'child_process', 'execa'))).toEqual([]);
  });

  it.each<[what: string, words: RegExp, allowed: (path: string) => boolean]>([
    ['the time', /\bDate\.now\(|\bnew Date\(\)/, within('src/ports', 'src/launcher.ts', 'src/start.ts')],
    ['chance', /\bMath\.random\(|\brandomUUID\(|\brandomBytes\(/, within('src/ports')],
    ['the environment', /\bprocess\.env\b/, (path) => effects(path) || entries(path)],
    ['the end of the process', /\bprocess\.exit\(|\bprocess\.exitCode\b/, entries],
    ['the console', /\bconsole\.(log|error|warn|info)\(/, () => false],
  ])('such as %s have their place', (_what, words, allowed) => {
    const found = sources.filter(({ path, code }) => words.test(code) && !allowed(path));

    expect(found.map(({ path }) => path)).toEqual([]);
  });

  it.each([
    ['yargs', 'src/cli'],
    [
      'kysely',
      'src/site',
      'src/catalog',
      'src/servicing',
      'src/images',
      'src/distribution',
      'src/content',
      'src/operations',
    ],
    ['node:sqlite', 'src/site', 'src/emulator'],
    ['execa', 'src/ports'],
  ])('%s is known only to %s', (name, ...folders) => {
    const users = sources.filter(({ imports }) =>
      imports.some(({ from }) => from === name || from.startsWith(`${name}/`)),
    );

    expect(users.length).toBeGreaterThan(0);
    expect(users.map(({ path }) => path).filter((path) => !within(...folders)(path))).toEqual([]);
  });
});

describe('layers', () => {
  it('nothing below imports the command line', () => {
    expect(
      offences(
        (path) => !within('src/cli', 'src/bin.ts', 'src/start.ts')(path),
        (from) => !within('src/cli')(from),
      ),
    ).toEqual([]);
  });

  it('nothing below imports operations', () => {
    const below = (path: string): boolean => !within('src/cli', 'src/operations', 'src/bin.ts')(path);

    expect(offences(below, (from) => !within('src/operations')(from))).toEqual([]);
  });

  it('only the servicing parts know dism, and nobody but rehearsals the emulator', () => {
    const mayDism = within('src/dism', 'src/servicing', 'src/operations/log');
    const mayEmulate = within('src/emulator', 'src/operations/rehearsal');

    expect(
      offences(
        (path) => !mayDism(path),
        (from) => !within('src/dism')(from),
      ),
    ).toEqual([]);
    expect(
      offences(
        (path) => !mayEmulate(path),
        (from) => !within('src/emulator')(from),
      ),
    ).toEqual([]);
  });

  it('errors are problems of the table: nothing in an operation throws a bare error', () => {
    const bare = sources.filter(({ path, code }) => within('src/operations')(path) && /\bthrow new Error\(/.test(code));

    expect(bare.map(({ path }) => path)).toEqual([]);
  });
});

describe('operations', () => {
  const names = [...operations.keys()].sort();
  const having = (suffix: string): string[] =>
    schemaNames
      .filter((name) => name.endsWith(suffix))
      .map((name) => name.slice(0, -suffix.length))
      .sort();

  it('have a request and a result schema each, and each schema has its operation', () => {
    expect(having('.request')).toEqual(names);
    expect(having('.result')).toEqual(names);
    expect(Object.keys(requestMembers).sort()).toEqual(names);
  });

  it.each(names)('%s stands in the file of its name', (name) => {
    const [noun, verb] = name.split('.');

    expect(sources.map(({ path }) => path)).toContain(`src/operations/${noun}/${verb}.ts`);
  });
});
