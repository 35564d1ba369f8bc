/**
 * A first synchronisation with a server of many updates, compared record by record, and a second one with 200 changes.
 * The server is our own, as a process beside: `node bench/server.ts [updates]`
 */
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { openDatabase } from '../src/database.ts';
import type { UpdateDocument } from '../src/updates/update.ts';
import { type UpstreamBeside, upstreamBeside } from '../test/helpers/upstream/beside.ts';
import { GeneratedCatalog } from '../test/helpers/upstream/catalog.ts';
import { engine, peakOf, processorTime, runProgram } from './measure.ts';
import { withFreshFolder } from './scratch.ts';
import { printRows } from './table.ts';

const updates = Number(process.argv[2] ?? 200_000);
const detectoids = 4200;
const added = 150;
const revised = 50;
const seed = 1;

await withFreshFolder(async (folder) => {
  const upstream = await upstreamBeside({ updates, seed, detectoids });
  try {
    const site = ['--site', join(folder, 'site'), '--events', 'none'];
    runProgram(engine('source', 'add', 'server', '--type', 'server', '--url', upstream.url, ...site));
    const catalog = new GeneratedCatalog({ seed, updates, detectoids });
    const first = await measured(site, upstream);
    const wrong = await differing(folder, catalog);
    upstream.send(`add ${added}`);
    catalog.add(added);
    for (let index = 0; index < revised; index += 1) {
      upstream.send(`revise ${index * 7}`);
      catalog.revise(index * 7);
    }
    const second = await measured(site, upstream);
    const wrongThen = await differing(folder, catalog);
    const seconds = (milliseconds: number) => `${(milliseconds / 1000).toFixed(1)} s`;
    const traffic = ({ requests, bytes }: Measured) =>
      `${requests.toLocaleString('en')} requests, ${(bytes / 2 ** 20).toFixed(1)} MB`;
    printRows(`Server with ${updates.toLocaleString('en')} updates`, [
      {
        what: 'first sync, as a process',
        measured: `${seconds(first.milliseconds)}, of that ${first.processor.toFixed(1)} s of processor`,
      },
      { what: 'what it asked for', measured: traffic(first) },
      peak('its peak memory', first),
      { what: 'records that are missing or differ', measured: String(wrong), budget: '0', within: wrong === 0 },
      { what: `second sync, ${added} new and ${revised} revised`, measured: seconds(second.milliseconds) },
      {
        what: 'its own time (processor)',
        ...{ measured: `${second.processor.toFixed(1)} s`, budget: '2 s', within: second.processor <= 2 },
      },
      { what: 'what it asked for', measured: `${traffic(second)}, ${second.asked} documents` },
      peak('its peak memory', second),
      { what: 'records that are missing or differ', measured: String(wrongThen), budget: '0', within: wrongThen === 0 },
      {
        what: 'breaches of the protocol',
        measured: String(second.offences),
        budget: '0',
        within: second.offences === 0,
      },
    ]);
  } finally {
    upstream.end();
  }
});

function peak(what: string, { megabytes }: Measured) {
  return { what, measured: `${megabytes.toFixed(0)} MB`, budget: '300 MB', within: megabytes <= 300 };
}

interface Measured {
  milliseconds: number;
  processor: number;
  megabytes: number;
  requests: number;
  bytes: number;
  /** Documents that the server was asked for. */
  asked: number;
  offences: number;
}

async function measured(site: readonly string[], upstream: UpstreamBeside): Promise<Measured> {
  const before = await upstream.counts();
  const beforeTime = processorTime();
  const { milliseconds, megabytes } = peakOf(engine('update', 'sync', ...site));
  const processor = processorTime() - beforeTime;
  const after = await upstream.counts();
  const { syncs } = JSON.parse(runProgram(engine('sync', 'list', '--limit', '1', ...site)));
  const { requests, bytes } = syncs[0];
  return {
    milliseconds,
    megabytes,
    processor,
    requests,
    bytes,
    asked: after.asked - before.asked,
    offences: after.offences.length,
  };
}

/** How many updates of the server are not in the catalog as they should be, and how many there are besides. */
async function differing(folder: string, catalog: GeneratedCatalog): Promise<number> {
  const database = await openDatabase(join(folder, 'site', 'site.db'));
  let wrong = 0;
  let seen = 0;
  try {
    const rows = database.selectFrom('catalog_update').select('document').stream();
    for await (const { document } of rows) {
      const update = JSON.parse(document) as UpdateDocument;
      const expected = catalog.record(catalog.indexOf(update.uniqueId));
      const shown = {
        ...{ uniqueId: update.uniqueId, revisionNumber: update.revisionNumber, title: update.title },
        ...{ articleId: update.articleId, classification: update.classification, products: update.products },
        ...{ datePosted: update.datePosted, supersedes: update.supersedes ?? [], severity: update.severity },
        isExpired: update.isExpired === true,
        files: update.files.map(({ name, size, sha1, sha256, url }) => ({ name, size, sha1, sha256, url })),
      };
      seen += 1;
      if (!isDeepStrictEqual(shown, expected)) wrong += 1;
    }
  } finally {
    await database.destroy();
  }
  return wrong + Math.abs(catalog.updates - seen);
}
