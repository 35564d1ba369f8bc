import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { publish } from '../../../src/distribution/publishing/publish.ts';
import { retentionOf } from '../../../src/distribution/publishing/publishing.ts';
import { type LiveSite, openLiveSite, wdsStore } from '../../sources/live-site.ts';

export interface Stored {
  ImageName: string;
  FileName: string;
  Enabled: boolean;
  Description: string;
  /** Name of its transmission, where it has one. */
  Transmission?: string;
}

/** A site with the image `Clients`, and a server whose group `Windows 11` is its distribution point `WDS`. */
export interface WdsSite extends LiveSite {
  /** Folder that the server imports from. */
  path: string;
  set(settings: object): Promise<unknown>;
  // biome-ignore lint/suspicious/noExplicitAny: documents as the test looks at them
  send(): Promise<any>;
  stored(): Stored[];
  /** Publishes other content, as servicing does. */
  next(revision: number): Promise<void>;
  /** Has the calls fail that are like this. */
  fail(call: string): void;
  work(): void;
}

export async function openWdsSite(...indexes: object[]): Promise<WdsSite> {
  const site = await openLiveSite();
  rmSync(wdsStore, { recursive: true, force: true });
  mkdirSync(wdsStore);
  const path = join(site.folder, 'wds');
  const file = site.image('image.wim', ...(indexes.length === 0 ? [{}] : indexes));
  await site.call('image.add', { path: file, name: 'Clients', acceptEula: true });
  const settings = { server: 'wds1.example', imageGroup: 'Windows 11', attempts: 1 };
  await site.call('distribution.add', { name: 'WDS', type: 'wds', path, settings });
  return {
    ...site,
    path,
    set: (more) => site.call('distribution.set', { name: 'WDS', settings: more }),
    send: async () => (await site.call('distribution.send', { image: ['Clients'], point: ['WDS'] })).document,
    stored: () => JSON.parse(readFileSync(join(wdsStore, 'store.json'), 'utf8')).images,
    async next(revision) {
      const row = await site.site.database.selectFrom('image').selectAll().executeTakeFirstOrThrow();
      const other = site.image(`${revision}.wim`, { revision });
      const { sha256 } = await site.ports.files.digest(other, ['sha256'], {});
      const size = site.ports.files.facts(other)?.size ?? 0;
      const inspectionJson = row.inspection_json;
      const published = { file: other, sha256, size, revision: `26100.${revision}`, runId: null, inspectionJson };
      const retention = retentionOf(await site.site.settings());
      await publish({ database: site.site.database, ports: site.ports, retention }, row, published);
    },
    fail: (call) => writeFileSync(join(wdsStore, 'fail.txt'), `${call}\n`),
    work: () => rmSync(join(wdsStore, 'fail.txt'), { force: true }),
  };
}
