/**
 * Makes what every example works with: a throw-away site with a real catalog, a small Windows 11 24H2 image, and a
 * stand-in package for the update that is right for it. Nothing of Microsoft's is in the image or the package.
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Document, engineFor } from './engine.ts';

const catalog = fileURLToPath(new URL('catalog/', import.meta.url));

export const imageName = 'Windows 11 Enterprise';

export interface RehearsalSite {
  folder: string;
  /** Environment for whatever works on this site. */
  env: Record<string, string>;
  image: string;
  imported: { updates: number; releases: number };
  chosen: { uniqueId: string; title: string; articleId: string; revision: string };
}

/** Makes the site below `folder`; `tell` gets a line for each thing that was done. */
export function makeRehearsalSite(folder: string, tell: (line: string) => void): RehearsalSite {
  const env = { IMGUPDATE_SITE: join(folder, 'site'), IMGUPDATE_DISM_STATE: join(folder, 'mounts') };
  const engine = engineFor(env);
  const image = join(folder, 'images', 'install.wim');
  mkdirSync(join(folder, 'images'), { recursive: true });

  const releases = engine(['release', 'import', join(catalog, 'windows-11-releases.tsv')]);
  const exported = engine(['update', 'import', join(catalog, 'wsus-export.jsonl.gz'), '--format', 'wsus-export']);
  const known = engine(['update', 'import', join(catalog, 'windows-11-24h2.jsonl')]);
  const imported = { updates: count(exported) + count(known), releases: count(releases) };
  tell(`catalog   ${imported.updates} real updates and ${imported.releases} rows of the release table imported`);

  const made = engine(['rehearsal', 'image'], {
    out: image,
    spec: { indexes: [index('Windows 11 Enterprise', 'Enterprise'), index('Windows 11 Pro', 'Professional')] },
  });
  tell(`image     a synthetic install.wim, 2 indexes, ${megabytes(made['size'])}, Windows 11 24H2 at 26100.4349`);
  engine(['image', 'add', image, '--name', imageName, '--accept-eula']);
  tell(`library   registered as "${imageName}"`);

  const chosen = latestFor(
    engine(['update', 'list', '--latest', '--kind', 'CumulativeUpdate', '--applicable-to', imageName]),
  );
  const stand = join(folder, `kb${chosen.articleId}-stand-in.msu`);
  const [build, revision] = chosen.revision.split('.').map(Number);
  engine(['rehearsal', 'package'], {
    out: stand,
    spec: {
      kind: 'CumulativeUpdate',
      articleId: chosen.articleId,
      release: '24H2',
      installationType: 'Client',
      ...{ build, revision },
      architecture: 'x64',
    },
  });
  engine(['content', 'add', stand, '--unique-id', chosen.uniqueId, '--stand-in']);
  tell(`content   a stand-in for KB${chosen.articleId}: the real package has gigabytes and is not ours to ship`);
  return { folder, env, image, imported, chosen };
}

/** What the way over an air gap begins with: package files of two months in a folder, and an image before both. */
export function makeAirGap(folder: string): { packages: string; image: string } {
  const engine = engineFor({ IMGUPDATE_SITE: join(folder, 'unused') });
  const packages = join(folder, 'packages');
  const image = join(folder, 'images', 'install.wim');
  for (const each of [packages, join(folder, 'images')]) mkdirSync(each, { recursive: true });
  engine(['rehearsal', 'image'], { out: image, spec: { indexes: [index('Windows 11 Enterprise', 'Enterprise')] } });
  for (const [articleId, revision] of [
    ['5068861', 7171],
    ['5072033', 7462],
  ] as const) {
    const system = { release: '24H2', installationType: 'Client', build: 26100, architecture: 'x64' };
    engine(['rehearsal', 'package'], {
      out: join(packages, `windows11.0-kb${articleId}-x64.msu`),
      spec: { kind: 'CumulativeUpdate', articleId, revision, ...system },
    });
  }
  return { packages, image };
}

function index(name: string, edition: string): object {
  return {
    ...{ name, edition },
    installationType: 'Client',
    release: '24H2',
    build: 26100,
    revision: 4349,
    architecture: 'x64',
    language: 'en-US',
    packages: 12,
    files: 300,
    bytes: 12_000_000,
  };
}

function latestFor(listed: Document): RehearsalSite['chosen'] {
  const [update] = listed['updates'] as RehearsalSite['chosen'][];
  if (update === undefined) throw new Error('The catalog of the examples has no update for the image of the examples.');
  return update;
}

function count(imported: Document): number {
  return Number(imported['added']);
}

function megabytes(bytes: unknown): string {
  return `${(Number(bytes) / 1e6).toFixed(1)} MB`;
}
