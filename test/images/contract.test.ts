import { readdirSync, readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { expect, it } from 'vitest';
import { listFiles } from '../../src/images/files.ts';
import { inspectImage } from '../../src/images/inspect.ts';
import { installedUpdates } from '../../src/images/installed.ts';
import { hivePath, imageTime, sampleWim, softwareHive, windows11Info, windows11Values } from './sample-image.ts';

const rollup = 'Package_for_RollupFix~31bf3856ad364e35~amd64~~26100.4349.1.8';
const { wim, bytes } = sampleWim([
  {
    files: { [hivePath]: softwareHive(windows11Values, { [rollup]: { state: 112, installed: imageTime } }) },
    info: windows11Info,
  },
  { files: { '\\data.txt': 'no Windows' } },
]);
const inspection = inspectImage(wim, { path: 'install.wim', size: bytes.length, packages: true });

it.each([
  ['image.inspect.result', inspection],
  [
    'image.installed.result',
    { updates: installedUpdates(inspection), indexes: inspection.indexes, warnings: inspection.warnings },
  ],
  ['image.files.result', { entries: listFiles(wim, 1), next: null }],
])('keeps to the schema %s', (name, document) => {
  const validate = schemas().getSchema(`https://imgupdate.invalid/schemas/v1/${name}.json`);

  expect(validate?.({ formatVersion: '1.0', ...document })).toBe(true);
  expect(validate?.({})).toBe(false);
});

function schemas(): Ajv {
  const ajv = new Ajv({ strict: false });
  ajv.addFormat('date-time', { validate: (text: string) => /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/.test(text) });
  ajv.addFormat('uri', true);
  const folder = new URL('../../schemas/v1/', import.meta.url);
  for (const file of readdirSync(folder)) ajv.addSchema(JSON.parse(readFileSync(new URL(file, folder), 'utf8')));
  return ajv;
}
