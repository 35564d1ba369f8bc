/** What a server offers, and what the catalog says of it. */
import { readFileSync, writeFileSync } from 'node:fs';
import { afterEach, beforeEach } from 'vitest';
import { type DownloadServer, serveDownloads } from '../helpers/download-server.ts';
import { type KnownUpdate, type Month, openMonth, packageFile, sha256 } from '../helpers/month.ts';

interface Where {
  month: Month;
  server: DownloadServer;
}

interface Offering {
  /** Offers the package of an update, and says so in the catalog. Its path on the server. */
  offer(update: KnownUpdate, file?: object, more?: object): Promise<string>;
  /** Has the catalog know of files of an update. */
  record(update: KnownUpdate, files: object[], more?: object): Promise<void>;
}

/** Opens a site and a server before each test of a file, and closes both behind it. */
export function eachOffering(use: (where: Where) => void): Offering {
  let where: Where;
  beforeEach(async () => {
    where = { server: await serveDownloads(), month: await openMonth() };
    use(where);
  });
  afterEach(async () => {
    await where.month.close();
    await where.server.close();
  });
  return offering(() => where);
}

/** `where`: the site and the server of the test that runs. */
function offering(where: () => Where): Offering {
  let revision = 2;
  async function record({ uniqueId, title }: KnownUpdate, files: object[], more: object = {}): Promise<void> {
    const document = {
      uniqueId,
      title,
      classification: 'Security Updates',
      products: ['Windows 11'],
      revisionNumber: revision++,
      files,
      ...more,
    };
    const { month } = where();
    writeFileSync(month.path('more.jsonl'), JSON.stringify({ datePosted: '2025-06-10T17:00:00Z', ...document }));
    await month.call('update.import', { path: month.path('more.jsonl') });
  }

  async function offer(update: KnownUpdate, file: object = {}, more: object = {}): Promise<string> {
    const { month, server } = where();
    const path = packageFile(month.folder, update);
    const bytes = readFileSync(path);
    const name = path.split(/[\\/]/).at(-1) ?? '';
    const url = server.offer(`/${name}`, bytes);
    await record(update, [{ name, size: bytes.length, sha256: sha256(path), url, ...file }], more);
    return `/${name}`;
  }

  return { offer, record };
}
