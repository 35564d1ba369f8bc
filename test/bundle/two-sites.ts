/** What crosses between two sites in a bundle. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BundleExportResult, BundleImportResult } from '../../src/contract/generated/types.ts';
import { makeRehearsalPackage } from '../../src/emulator/make-package.ts';
import { ownKeyPair } from '../../src/site/site-key.ts';
import { type BundleList, readManifest, writeManifest } from '../../src/sources/bundle/manifest.ts';
import type { UpdateDocument } from '../../src/updates/update.ts';
import type { ImageSite } from '../operations/image/image-site.ts';

interface Where {
  a: ImageSite;
  b: ImageSite;
  /** Folder of the bundle. */
  bundle: string;
}

/** Site A exports and site B imports; `where`: those of the test that runs. */
export function betweenSites(where: () => Where) {
  /** Package files in a folder that site A has as a source, put into its content library by hand or by a download. */
  async function fillA(revisions: readonly number[], by: 'hand' | 'download' = 'hand'): Promise<void> {
    const drop = join(where().a.folder, 'drop');
    mkdirSync(drop, { recursive: true });
    for (const revision of revisions) {
      const path = join(drop, `windows11.0-kb50${revision}-x64.msu`);
      const { files, newDigest, compression } = where().a.ports;
      const sink = files.sink(path);
      makeRehearsalPackage(
        {
          ...{ form: 'msu-wim', kind: 'CumulativeUpdate', articleId: `50${revision}`, release: '24H2' },
          ...{ installationType: 'Client', build: 26100, revision, architecture: 'x64' },
        } as never,
        { sink, newDigest, deflateRaw: compression.deflateRaw } as never,
      );
      sink.close();
    }
    if ((await where().a.call('source.list', {})).document['sources']?.toString() === '') {
      await where().a.call('source.add', { name: 'drop', type: 'folder', path: drop });
    }
    await where().a.call('update.sync', {});
    if (by === 'download') {
      await where().a.call('content.save', { uniqueId: revisions.map((revision) => `KB50${revision}`) });
      return;
    }
    for (const revision of revisions) {
      await where().a.call('content.add', { path: join(drop, `windows11.0-kb50${revision}-x64.msu`) });
    }
  }

  async function importInto(site: ImageSite, records: readonly Partial<UpdateDocument>[]): Promise<void> {
    const path = join(site.folder, 'records.jsonl');
    writeFileSync(
      path,
      records.map((each) => JSON.stringify({ title: 'An update', products: [], ...each })).join('\n'),
    );
    await site.call('update.import', { path });
  }

  const exported = async (request: object = {}): Promise<BundleExportResult> =>
    (await where().a.call('bundle.export', { to: where().bundle, ...request })).document as never;
  const imported = async (request: object = {}, options = {}): Promise<BundleImportResult> =>
    (await where().b.call('bundle.import', { path: where().bundle, ...request }, options)).document as never;
  const fingerprint = async (): Promise<string> => (await ownKeyPair(where().a)).fingerprint;
  const trusted = async (request: object = {}): Promise<BundleImportResult> =>
    imported({ trust: [await fingerprint()], ...request });

  async function updatesOf(site: ImageSite): Promise<UpdateDocument[]> {
    const rows = await site.site.database
      .selectFrom('catalog_update')
      .select('document')
      .orderBy('unique_id')
      .execute();
    return rows.map(({ document }) => JSON.parse(document));
  }
  async function contentsOf(
    site: ImageSite,
  ): Promise<{ sha256: string; name: string; path: string; uniqueId: string }[]> {
    return (await site.call('content.list', {})).document['contents'] as never;
  }
  const listOf = (): BundleList => readManifest(where().a.ports, where().bundle).list;
  async function resign(change: (list: BundleList) => void): Promise<void> {
    const list = listOf();
    change(list);
    writeManifest(where().a.ports, where().bundle, list, await ownKeyPair(where().a));
  }

  return { fillA, importInto, exported, imported, fingerprint, trusted, updatesOf, contentsOf, listOf, resign };
}
