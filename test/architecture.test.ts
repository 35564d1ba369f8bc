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

const pure = within(
  ...['src/formats', 'src/selection', 'src/schedule', 'src/servicing/plan', 'src/updates', 'src/deployment/step'],
);
const effects = within('src/ports', 'src/emulator');
const entries = within('src/bin.ts', 'src/start.ts', 'src/emulator/bin.ts', 'src/launcher.ts');

/**
 * Who may import whom, from the ground up: a room stands on rooms above it in this list alone, and each arrow is in use.
 * The same table stands in docs/architecture.md. A new arrow is a decision: it is made here and there.
 */
const arrows: Readonly<Record<string, readonly string[]>> = {
  errors: [],
  wildcard: [],
  contract: [],
  formats: [],
  updates: ['wildcard'],
  selection: ['updates'],
  schedule: ['errors', 'contract'],
  ports: ['errors', 'formats'],
  threads: ['ports'],
  report: ['ports'],
  dism: ['ports'],
  site: ['errors', 'contract', 'ports'],
  catalog: ['errors', 'wildcard', 'formats', 'updates', 'site'],
  images: ['errors', 'wildcard', 'contract', 'formats', 'updates', 'ports', 'threads', 'site', 'catalog'],
  packages: ['formats', 'updates', 'images'],
  boot: ['errors', 'contract', 'formats', 'ports', 'images', 'packages'],
  discs: ['errors', 'formats', 'ports', 'images', 'boot'],
  content: ['errors', 'contract', 'formats', 'updates', 'ports', 'site', 'catalog', 'images', 'packages'],
  sources: ['errors', 'wildcard', 'contract', 'formats', 'updates', 'ports', 'site', 'catalog', 'packages'],
  bundle: ['errors', 'contract', 'updates', 'ports', 'site', 'catalog', 'images', 'content', 'sources'],
  notification: ['errors', 'wildcard', 'contract', 'selection', 'ports', 'report', 'site', 'images'],
  rules: ['errors', 'wildcard', 'contract', 'updates', 'selection', 'site'],
  answers: ['errors', 'contract', 'updates', 'selection', 'site', 'catalog', 'images'],
  distribution: ['errors', 'contract', 'formats', 'ports', 'site', 'images', 'content', 'notification'],
  multicast: ['errors', 'contract', 'ports'],
  servicing: [
    ...[
      'errors',
      'contract',
      'formats',
      'updates',
      'selection',
      'schedule',
      'ports',
      'report',
      'dism',
      'site',
      'catalog',
      'images',
      'boot',
      'content',
      'sources',
    ],
    ...['notification', 'rules', 'answers', 'distribution'],
  ],
  deployment: ['errors', 'ports', 'site'],
  environment: ['errors', 'contract', 'updates', 'ports', 'dism', 'site', 'images', 'servicing'],
  database: [
    'ports',
    'site',
    'catalog',
    'images',
    'content',
    'sources',
    'notification',
    'rules',
    'distribution',
    'servicing',
    'deployment',
  ],
  emulator: ['formats', 'updates', 'ports', 'packages'],
  operations: [
    ...[
      'errors',
      'wildcard',
      'contract',
      'formats',
      'updates',
      'selection',
      'schedule',
      'ports',
      'report',
      'dism',
      'site',
      'catalog',
      'images',
    ],
    ...[
      'packages',
      'boot',
      'discs',
      'content',
      'sources',
      'bundle',
      'notification',
      'rules',
      'answers',
      'distribution',
      'multicast',
      'servicing',
      'deployment',
      'environment',
      'emulator',
    ],
  ],
  cli: ['errors', 'contract', 'ports', 'site', 'database', 'operations'],
  bin: ['ports', 'images', 'cli'],
};

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

describe('rooms', () => {
  /** Files of a program that nothing imports. */
  const apart = within('src/start.ts', 'src/launcher.ts');
  const roomOf = (path: string): string => path.split('/')[1]?.replace(/\.ts$/, '') ?? '';
  const used = sources
    .filter(({ path }) => !apart(path))
    .flatMap(({ path, imports }) =>
      imports
        .filter(({ from }) => from.startsWith('src/') && roomOf(from) !== roomOf(path))
        .map(({ from }) => ({ path, from, arrow: `${roomOf(path)} -> ${roomOf(from)}` })),
    );
  const allowed = new Set(Object.entries(arrows).flatMap(([room, below]) => below.map((each) => `${room} -> ${each}`)));

  it('are those of the table', () => {
    const found = new Set(sources.filter(({ path }) => !apart(path)).map(({ path }) => roomOf(path)));

    expect(Object.keys(arrows).sort()).toEqual([...found].sort());
  });

  it('import the rooms that the table allows, and no others', () => {
    const offending = used.filter(({ arrow }) => !allowed.has(arrow)).map(({ path, from }) => `${path} -> ${from}`);

    expect(offending).toEqual([]);
  });

  it('use every arrow of the table', () => {
    const drawn = new Set(used.map(({ arrow }) => arrow));

    expect([...allowed].filter((arrow) => !drawn.has(arrow))).toEqual([]);
  });

  it('stand on what is above them in the table: no arrow goes up', () => {
    const order = Object.keys(arrows);
    const upward = [...allowed].filter((arrow) => {
      const [from = '', to = ''] = arrow.split(' -> ');
      return order.indexOf(to) >= order.indexOf(from);
    });

    expect(upward).toEqual([]);
  });

  it('stand in docs/architecture.md with the same arrows', () => {
    const document = readFileSync(join(root, 'docs/architecture.md'), 'utf8');
    const rows = [...document.matchAll(/^\| `src\/([\w-]+)(?:\.ts)?` \| [^|]+ \| ([^|]*) \|$/gm)];
    const written = rows.map(([, room = '', below = '']) => [
      room,
      below
        .split(',')
        .map((each) => each.trim())
        .filter(Boolean),
    ]);

    expect(Object.fromEntries(written)).toEqual(arrows);
    expect(written.map(([room]) => room)).toEqual(Object.keys(arrows));
  });
});

describe('pure folders', () => {
  it('import nothing of Node and no package but the XML reader, and the calendar of schedules', () => {
    const allowed = (from: string): boolean => from.startsWith('src/') || from === 'saxes';
    const calendar = ['temporal-polyfill', 'croner'];
    const schedules = within('src/schedule');
    const others = (path: string): boolean => pure(path) && !schedules(path);

    expect(offences(others, allowed)).toEqual([]);
    expect(offences(schedules, (from) => allowed(from) || calendar.includes(from))).toEqual([]);
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
      'src/deployment',
      'src/images',
      'src/distribution',
      'src/content',
      'src/sources',
      'src/notification',
      'src/bundle',
      'src/rules',
      'src/answers',
      'src/operations',
    ],
    ['node:sqlite', 'src/site', 'src/emulator'],
    ['execa', 'src/ports'],
    ['@aws-sdk/client-s3', 'src/distribution/points/s3/client.ts'],
    ['nodemailer', 'src/notification/mail/transport.ts'],
    ['cheerio', 'src/sources/catalog-site/pages'],
    ['temporal-polyfill', 'src/schedule'],
    ['croner', 'src/schedule'],
  ])('%s is known only to %s', (name, ...folders) => {
    const users = sources.filter(({ imports }) =>
      imports.some(({ from }) => from === name || from.startsWith(`${name}/`)),
    );

    expect(users.length).toBeGreaterThan(0);
    expect(users.map(({ path }) => path).filter((path) => !within(...folders)(path))).toEqual([]);
  });
});

describe('layers', () => {
  it('of operations only rehearsals know the emulator, and only the log the words of DISM', () => {
    const emulates = (path: string): boolean => within('src/emulator', 'src/operations/rehearsal')(path);
    const knowsDism = (path: string): boolean =>
      within('src/dism', 'src/servicing', 'src/environment', 'src/operations/log')(path);
    const outside = (knows: (path: string) => boolean) => (path: string) => !knows(path);

    expect(offences(outside(emulates), (from) => !within('src/emulator')(from))).toEqual([]);
    expect(offences(outside(knowsDism), (from) => !within('src/dism')(from))).toEqual([]);
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
