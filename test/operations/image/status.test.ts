import { afterAll, beforeAll, expect, it } from 'vitest';
import { importUpdates } from '../../../src/catalog/store/import-updates.ts';
import type { UpdateStatus } from '../../../src/contract/generated/types.ts';
import type { UpdateDocument } from '../../../src/updates/update.ts';
import { type ImageSite, openImageSite } from './image-site.ts';

let site: ImageSite;
let path: string;
beforeAll(async () => {
  site = await openImageSite();
  // Index 1 is older than both updates of its line, index 2 holds the first of them, index 3 is a server.
  path = site.image(
    'install.wim',
    {},
    { revision: 4061 },
    { edition: 'ServerStandard', installationType: 'Server', name: 'Windows Server 2025' },
  );
  await site.call('image.add', { path, name: 'a', acceptEula: true });
  const records = [may, june, server, windows10].map((update, at) => ({ line: at + 1, update }));
  const imported = await importUpdates(site.site.database, {
    records: (async function* () {
      yield* records;
    })(),
    source: 'test',
    now: '2026-01-01T00:00:00Z',
  });
  expect(imported).toMatchObject({ added: 4, failed: 0 });
});
afterAll(() => site.close());

const may = lcu('2025-05', {
  product: 'Windows 11 Version 24H2',
  family: 'Windows 11',
  kb: '5058411',
  build: '26100.4061',
});
const june = lcu('2025-06', {
  product: 'Windows 11 Version 24H2',
  family: 'Windows 11',
  kb: '5060842',
  build: '26100.4349',
});
const server = lcu('2025-06', {
  product: 'Microsoft server operating system version 24H2',
  family: 'Microsoft Server operating system-24H2',
  kb: '5060842',
  build: '26100.4349',
});
const windows10 = lcu('2025-06', {
  product: 'Windows 10 Version 22H2',
  family: 'Windows 10',
  kb: '5060533',
  build: '19045.5965',
});

function lcu(
  month: string,
  { product, family, kb, build }: { product: string; family: string; kb: string; build: string },
): UpdateDocument {
  return {
    uniqueId: `00000000-0000-4000-8000-${kb.padStart(8, '0')}${product.length.toString().padStart(4, '0')}`,
    title: `${month} Cumulative Update for ${product} for x64-based Systems (KB${kb}) (${build})`,
    articleId: kb,
    classification: 'Security Updates',
    products: [family],
    datePosted: `${month}-12T17:00:00Z`,
    files: [{ name: `windows-kb${kb}-x64.msu`, size: 1000 }],
  };
}

async function status(request: object): Promise<UpdateStatus[]> {
  return (await site.call('image.status', request)).document['statuses'] as UpdateStatus[];
}

it('tells for each index which updates of its line it has and needs, newest first', async () => {
  const rows = (await status({ image: 'a' })).map((row) => [row.index, row.uniqueId, row.status, row.statusCode]);

  expect(rows).toEqual([
    [1, june.uniqueId, 'Applicable', 3],
    [1, may.uniqueId, 'Applicable', 3],
    [2, june.uniqueId, 'Applicable', 3],
    [2, may.uniqueId, 'Installed', 2],
    [3, server.uniqueId, 'Applicable', 3],
  ]);
});

it('answers for a file that is not registered, and for one index', async () => {
  const rows = await status({ path, index: 2 });

  expect(rows.map(({ imageId, index, articleId }) => [imageId, index, articleId])).toEqual([
    [null, 2, '5060842'],
    [null, 2, '5058411'],
  ]);
});

it('says of a named update of another line why it is not needed', async () => {
  const rows = await status({ image: 'a', index: 1, uniqueId: [windows10.uniqueId.toUpperCase()] });

  expect(rows).toMatchObject([{ uniqueId: windows10.uniqueId, status: 'NotRequired', reasonCode: 'OtherFamily' }]);
});

it('carries what the last run did with an update', async () => {
  const [image] = await site.site.database.selectFrom('image').select('id').execute();
  const row = { image_id: image?.id ?? '', unique_id: june.uniqueId, run_id: 'r1' };
  await site.site.database
    .insertInto('image_update')
    .values([
      { ...row, image_index: 1, result: 'Failed', error_code: '0x800f0823', applied: null },
      { ...row, image_index: 2, result: 'Succeeded', error_code: null, applied: '2026-01-02T00:00:00Z' },
    ])
    .execute();

  const rows = await status({ image: 'a', uniqueId: [june.uniqueId] });

  expect(rows.map(({ index, errorCode, appliedDateTime }) => [index, errorCode, appliedDateTime])).toEqual([
    [1, '0x800f0823', null],
    [2, null, '2026-01-02T00:00:00Z'],
    [3, null, null],
  ]);
});

it('names an update that the catalog does not have', async () => {
  await expect(status({ image: 'a', uniqueId: ["'); DROP TABLE image; --"] })).rejects.toMatchObject({
    id: 'ImgUpdateNotFound',
  });
});

it('takes the KB of an installed cumulative update from the catalog', async () => {
  const { document } = await site.call('image.installed', { image: 'a', index: 2 });

  expect(document['updates']).toMatchObject([{ articleId: '5058411' }]);
});
