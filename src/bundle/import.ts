/**
 * Takes a bundle in: the signature first and whose it is, then its records like those of any source, then its package
 * files, each verified and stored by itself. One that was cut goes on where it stopped.
 */
import { addContent } from '../content/add.ts';
import type { BundleError, Sync } from '../contract/generated/types.ts';
import { Problem } from '../errors.ts';
import type { Ports } from '../ports/index.ts';
import type { Site } from '../site/site.ts';
import { siteKey } from '../site/site-key.ts';
import {
  assertTrusted,
  type Bundle,
  type BundleContent,
  bundlePath,
  fingerprintFrom,
  readManifest,
} from '../sources/bundle/manifest.ts';
import { recordsByKey } from '../sources/store/records.ts';
import { addSource, changeSource, sourceRows } from '../sources/store/sources.ts';
import { type SyncRequest, synchronise } from '../sources/sync/sync.ts';
import type { SourceTable } from '../sources/tables.ts';

export interface ImportBundle {
  path: string;
  /** Keys that a person names now. */
  trust: readonly string[];
  /** Takes package files too. */
  content: boolean;
  dryRun: boolean;
  signal: AbortSignal;
  tell: SyncRequest['tell'];
}

export interface ImportedBundle {
  path: string;
  fingerprint: string;
  made: string;
  /** Name of the source under which its records are kept. */
  source: string;
  sync: Sync;
  copied: number;
  copiedBytes: number;
  present: number;
  errors: BundleError[];
}

/** Throws Problem ImgBundleInvalid and nothing was taken then; ImgFileNotFound; what a sync throws. */
export async function importBundle(
  { ports, site }: { ports: Ports; site: Site },
  request: ImportBundle,
): Promise<ImportedBundle> {
  const { path, content } = request;
  const bundle = readManifest(ports, path);
  const known = await bundleSources(site);
  const named = request.trust.map((each) => fingerprintFrom(ports.signing, each));
  const own = siteKey({ ports, site });
  const trusted = [...named, ...known.flatMap(({ trust }) => trust), ...(own === null ? [] : [own.fingerprint])];
  assertTrusted(bundle, trusted, path);
  const source = await sourceOf({ ports, site }, known, bundle, request);
  const sync = await syncOf({ ports, site }, source, request);
  const contents = content ? bundle.list.contents : [];
  return {
    ...{ path, fingerprint: bundle.fingerprint, made: bundle.list.made, source: source.name, sync },
    ...(await takeContents({ ports, site }, { source, contents, request })),
  };
}

interface KnownSource {
  row: SourceTable;
  path: string;
  trust: string[];
}

async function bundleSources({ database }: Site): Promise<KnownSource[]> {
  const rows = (await sourceRows(database)).filter(({ type }) => type === 'bundle');
  return rows.map((row) => ({ row, ...(JSON.parse(row.settings_json) as { path: string; trust: string[] }) }));
}

/**
 * The source under which the bundles of this maker are kept; it is what remembers the trust. One that is made here is
 * left out of a sync that names none, because the folder is there only now and then.
 */
async function sourceOf(
  { ports, site }: { ports: Ports; site: Site },
  known: readonly KnownSource[],
  { fingerprint }: Bundle,
  { path, dryRun }: ImportBundle,
): Promise<SourceTable> {
  const now = ports.clock.now().toISOString();
  const found = known.find(({ trust }) => trust.includes(fingerprint));
  if (found === undefined) {
    const settings = { path, trust: [fingerprint] };
    const name = `bundle-${fingerprint.slice(0, 8)}`;
    return addSource(site.database, { name, type: 'bundle', settings, enabled: false }, { now, dryRun });
  }
  if (found.path === path) return found.row;
  const settings = { path, trust: found.trust };
  return changeSource(site.database, found.row.name, { settings, now, dryRun, keepsCursor: true });
}

/** Throws Problem: that of the sync, when it failed as a whole. */
async function syncOf(
  { ports, site }: { ports: Ports; site: Site },
  source: SourceTable,
  { dryRun, signal, tell }: ImportBundle,
): Promise<Sync> {
  const asked = { ports, site, source: [source.name], rows: [source], articles: [], full: false };
  const [sync] = await synchronise({ ...asked, dryRun, signal, tell });
  if (sync === undefined) throw new Problem('ImgSourceNotFound', { detail: `There is no source ${source.name}.` });
  if (sync.problem === null) return sync;
  const { id, detail, remedy } = sync.problem;
  throw new Problem(id as Problem['id'], { detail, remedy });
}

/** What ends an import: the next file would meet it again. */
const ending: readonly string[] = ['ImgInsufficientSpace', 'ImgCanceled', 'ImgSiteBusy', 'ImgSiteUnusable'];

async function takeContents(
  { ports, site }: { ports: Ports; site: Site },
  work: { source: SourceTable; contents: readonly BundleContent[]; request: ImportBundle },
): Promise<Pick<ImportedBundle, 'copied' | 'copiedBytes' | 'present' | 'errors'>> {
  const { contents, request } = work;
  const { path, dryRun, signal, tell } = request;
  const counts = { copied: 0, copiedBytes: 0, present: 0 };
  const errors: BundleError[] = [];
  const keys = [...new Set(contents.map(({ uniqueId }) => uniqueId))];
  const records = await recordsByKey(site.database, work.source.name_key, keys);
  for (const [index, content] of contents.entries()) {
    signal.throwIfAborted();
    const { sha256, size, name, standIn } = content;
    // The catalog here may know the update under another id.
    const uniqueId = records.get(content.uniqueId)?.unique_id ?? content.uniqueId;
    const stored = await pathOfContent({ ports, site }, content);
    if (stored?.uniqueIds.includes(uniqueId) === true) {
      counts.present += 1;
      continue;
    }
    const data = { done: index, total: contents.length };
    tell({ level: 'info', type: 'bundle.progress', message: shortened(name), data });
    const from = stored?.path ?? bundlePath(path, sha256);
    if (ports.files.facts(from)?.kind !== 'file') {
      errors.push({ name, message: content.held ? lacking.held : lacking.file });
      continue;
    }
    if (!dryRun) {
      try {
        const { warnings } = await addContent(
          { ports, site },
          { ...{ path: from, name, sha256, uniqueId, standIn, signal }, dryRun: false },
        );
        for (const message of warnings) tell({ level: 'warning', type: 'content.warning', message });
      } catch (error) {
        if (!(error instanceof Problem) || ending.includes(error.id)) throw error;
        errors.push({ name, message: error.facts.detail });
        continue;
      }
    }
    if (stored !== undefined) counts.present += 1;
    else {
      counts.copied += 1;
      counts.copiedBytes += size;
    }
  }
  return { ...counts, errors };
}

const lacking = {
  file: 'It is not in the folder; copy the bundle again.',
  held: 'The bundle was made for a site that has it; export it again without an inventory.',
};

/** Where the file lies in the library here, and for which updates; undefined when it is not there. */
async function pathOfContent(
  { ports, site }: { ports: Ports; site: Site },
  { sha256, size }: BundleContent,
): Promise<{ path: string; uniqueIds: string[] } | undefined> {
  const rows = await site.database.selectFrom('content').selectAll().where('sha256', '=', sha256).execute();
  const good = rows.filter((row) => ports.files.facts(row.path)?.size === size);
  const [first] = good;
  return first && { path: first.path, uniqueIds: good.map(({ unique_id }) => unique_id) };
}

/** A name of the bundle as it may stand in a message. */
function shortened(name: string): string {
  return name.replace(/\p{C}/gu, '').slice(0, 200);
}
