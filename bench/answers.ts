/**
 * Answers of the commands out of a large catalog: what one image needs, explaining every line, what is deployed.
 * `node bench/answers.ts [updates]`; the imported site is kept beside the catalog.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { openSite } from '../src/database.ts';
import { makeRehearsalImage } from '../src/emulator/make-image.ts';
import { type Called, callOperation } from '../src/operations/call.ts';
import { operations } from '../src/operations/index.ts';
import { realPorts } from '../src/ports/index.ts';
import { writeCatalog } from './make-catalog.ts';
import { engine, median, runProgram } from './measure.ts';
import { madeOnce } from './scratch.ts';
import { ms, printRows } from './table.ts';

const updates = Number(process.argv[2] ?? 500_000);
const runs = Number(process.argv[3] ?? 5);

const file = await madeOnce(`catalog-${updates}.jsonl`, (path) => writeCatalog(path, updates));
const folder = `${file}.site`;
if (!existsSync(join(folder, 'site.db'))) {
  runProgram(engine('update', 'import', file, '--site', folder, '--events', 'none'));
}
const ports = realPorts({});
const site = await openSite(ports, { folder, emulator: [] });
const image = join(folder, 'image.wim');
if (!existsSync(image)) {
  const sink = ports.files.sink(image);
  const spec = { name: 'Image', edition: 'Enterprise', installationType: 'Client', language: 'en-US' };
  const index = { ...spec, release: '24H2', build: 26100, revision: 1742, architecture: 'x64' as const };
  makeRehearsalImage({ indexes: [index] }, { sink, newDigest: ports.newDigest });
  sink.close();
  await call('image.add', { path: image, name: 'image', acceptEula: true });
}

async function call(name: string, request: object): Promise<Called['document']> {
  const operation = operations.get(name);
  if (operation === undefined) throw new Error(name);
  const installation = { engine: [], emulator: [], schemaFolder: '', version: '0.0.0' };
  const context = { ports, site: async () => site, installation, emit: () => undefined, dryRun: false };
  return (await callOperation(operation, request, { ...context, signal: new AbortController().signal })).document;
}

async function timed(name: string, request: object): Promise<number> {
  const times: number[] = [];
  for (let run = 0; run < runs; run += 1) {
    const begin = performance.now();
    await call(name, request);
    times.push(performance.now() - begin);
  }
  return median(times);
}

const rows: [what: string, name: string, request: object, budget: number][] = [
  ['what one image needs', 'update.recommend', { image: 'image' }, 20],
  ['latest of its lines', 'update.list', { latest: true, applicableTo: 'image' }, 20],
  ['everything for it, first page', 'update.list', { applicableTo: 'image' }, 1000],
  ['deployed updates', 'update.list', { deployed: true }, 1000],
  ['updates that are not deployed, first page', 'update.list', { deployed: false }, 1000],
  ['explain every line', 'update.list', { explain: true }, 1000],
  ['its status', 'image.status', { image: 'image' }, 1000],
];
const table = [];
for (const [what, name, request, budget] of rows) {
  const measured = await timed(name, request);
  console.error(`${what}: ${ms(measured)}`);
  table.push({ what, measured: ms(measured), budget: `${budget} ms`, within: measured <= budget });
}
await site.close();
printRows(`Answers out of ${updates.toLocaleString('en')} updates`, table);
