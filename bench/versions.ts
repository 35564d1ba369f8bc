/**
 * What ten months of an image cost: versions are published one after the other, and the oldest kept one is held against the
 * bytes of it that the next one really does not have. `node bench/versions.ts`
 */
import { mkdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { openSite } from '../src/database.ts';
import { publish } from '../src/distribution/publishing/publish.ts';
import { makeRehearsalImage } from '../src/emulator/make-image.ts';
import { openImageFile } from '../src/images/library/open-image.ts';
import { callOperation } from '../src/operations/call.ts';
import { operations } from '../src/operations/index.ts';
import { realPorts } from '../src/ports/index.ts';
import { withFreshFolder } from './scratch.ts';
import { printRows, times } from './table.ts';

const months = 11;
const ports = realPorts(process.env);

await withFreshFolder(async (folder) => {
  mkdirSync(folder, { recursive: true });
  const site = await openSite(ports, { folder: join(folder, 'site'), emulator: ['emulator'] });
  const paths = Array.from({ length: months }, (_, month) => monthly(folder, month));
  const [first = ''] = paths;
  const context = {
    ports,
    site: async () => site,
    installation: { engine: [], emulator: [], schemaFolder: '', version: '' },
    emit: () => undefined,
    signal: new AbortController().signal,
    dryRun: false,
  };
  const add = operations.get('image.add');
  if (add === undefined) throw new Error('image.add is in no table');
  const path = join(folder, 'Image.wim');
  await ports.files.copy(first, path, {});
  await callOperation(add, { path, name: 'Image', acceptEula: true }, context);
  const publishing = { database: site.database, ports, retention: { versions: months, days: 0, bytes: 0 } };
  for (const file of paths.slice(1)) {
    const image = await site.database.selectFrom('image').selectAll().executeTakeFirstOrThrow();
    const { sha256 } = await ports.files.digest(file, ['sha256'], {});
    const version = { file, sha256, size: statSync(file).size, revision: null, inspectionJson: '{}', runId: null };
    await publish(publishing, image, version);
  }
  const rows = await site.database.selectFrom('image_version').selectAll().orderBy('source_version', 'asc').execute();
  const [tenth] = rows;
  if (tenth === undefined) throw new Error('no version is kept');
  const cost = statSync(tenth.path).size;
  const changed = bytesNotIn(first, paths[1] ?? '');
  const whole = rows.reduce((sum, { size }) => sum + size, 0);
  const kept = rows.reduce((sum, each) => sum + statSync(each.path).size, 0);
  printRows(`${months} versions of an image of ${statSync(first).size} bytes`, [
    {
      what: 'the tenth kept version, against the bytes that changed',
      measured: `${cost} of ${changed} bytes, ${times(cost / changed)}`,
      budget: '1.20 x',
      within: cost <= changed * 1.2,
    },
    { what: 'all versions, against whole files', measured: `${kept} of ${whole} bytes, ${times(kept / whole)}` },
  ]);
  await site.close();
});

/** The image of a month: most files stay, hives and packages change. */
function monthly(folder: string, month: number): string {
  const path = join(folder, `month-${month}.wim`);
  const sink = ports.files.sink(path);
  const index = {
    ...{ name: 'Windows 11 Enterprise', edition: 'Enterprise', installationType: 'Client', release: '24H2' },
    ...{ build: 26100, revision: 1742 + month, architecture: 'x64' as const, language: 'en-US' },
    ...{ files: 500, bytes: 60_000_000, packages: 100 + 40 * month },
  };
  makeRehearsalImage({ indexes: [index] }, { sink, newDigest: ports.newDigest });
  sink.close();
  return path;
}

/** Stored bytes of all that one file has and the other has not, by SHA-1. */
function bytesNotIn(path: string, other: string): number {
  const [one, two] = [openImageFile(ports, path), openImageFile(ports, other)];
  try {
    const blobs = [...one.wim.blobs.values()].filter(({ sha1 }) => !two.wim.blobs.has(sha1));
    return [...blobs, ...one.wim.metadata].reduce((sum, { storedSize }) => sum + storedSize, 0);
  } finally {
    one.close();
    two.close();
  }
}
