import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Ajv, type ValidateFunction } from 'ajv';
import addFormats from 'ajv-formats';
import type { EngineEvent } from '../../../src/contract/event.ts';
import { openSite } from '../../../src/database.ts';
import { makeRehearsalImage, type RehearsalIndexSpec } from '../../../src/emulator/make-image.ts';
import { type Called, callOperation } from '../../../src/operations/call.ts';
import { operations } from '../../../src/operations/index.ts';
import type { Context } from '../../../src/operations/operation.ts';
import { type Ports, realPorts } from '../../../src/ports/index.ts';
import type { Site } from '../../../src/site/site.ts';

/** A site in a folder of its own with real ports, and a way to call operations on it. */
export interface ImageSite {
  /** Folder for the files of a test. */
  folder: string;
  site: Site;
  ports: Ports;
  /** Of the last call. */
  events: EngineEvent[];
  /** Calls an operation and checks that its result has the form that its schema promises. */
  call(name: string, request: object, options?: { dryRun?: boolean; signal?: AbortSignal }): Promise<Called>;
  /** Makes a rehearsal image in `folder` and returns its path. */
  image(name: string, ...indexes: Partial<RehearsalIndexSpec>[]): string;
  close(): Promise<void>;
}

export async function openImageSite(env: Record<string, string> = {}): Promise<ImageSite> {
  const folder = mkdtempSync(join(tmpdir(), 'imgupdate-test-'));
  const ports = realPorts(env);
  const site = await openSite(ports, { folder: join(folder, 'site'), emulator: ['emulator'] });
  const events: EngineEvent[] = [];
  return {
    folder,
    site,
    ports,
    events,
    async call(name, request, { dryRun = false, signal = new AbortController().signal } = {}) {
      const operation = operations.get(name);
      if (operation === undefined) throw new Error(`${name} is in no table`);
      events.length = 0;
      const context: Context = {
        ports,
        site: async () => site,
        installation: { engine: [], emulator: [], schemaFolder, version: '0.0.0' },
        emit: (event) => events.push(event),
        signal,
        dryRun,
      };
      const called = await callOperation(operation, request, context);
      expectForm(name, JSON.parse(JSON.stringify(called.document)));
      return called;
    },
    image(name, ...indexes) {
      const path = join(folder, name);
      const sink = ports.files.sink(path);
      makeRehearsalImage(
        { indexes: indexes.map((each) => ({ ...index, ...each })) },
        { sink, newDigest: ports.newDigest },
      );
      sink.close();
      return path;
    },
    async close() {
      await site.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

const index: RehearsalIndexSpec = {
  name: 'Windows 11 Enterprise',
  edition: 'Enterprise',
  installationType: 'Client',
  release: '24H2',
  build: 26100,
  revision: 1742,
  architecture: 'x64',
  language: 'en-US',
};

const schemaFolder = fileURLToPath(new URL('../../../schemas/v1', import.meta.url));
const forms = loadForms();

function loadForms(): Ajv {
  const ajv = new Ajv({ strict: false });
  addFormats.default(ajv);
  for (const file of readdirSync(schemaFolder))
    ajv.addSchema(JSON.parse(readFileSync(join(schemaFolder, file), 'utf8')));
  return ajv;
}

function expectForm(name: string, document: unknown): void {
  const form = forms.getSchema(`https://imgupdate.invalid/schemas/v1/${name}.result.json`) as ValidateFunction;
  if (!form(document)) throw new Error(`${name} answers against its schema: ${forms.errorsText(form.errors)}`);
}
