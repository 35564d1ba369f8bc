import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Ajv, type ValidateFunction } from 'ajv';
import addFormats from 'ajv-formats';

const folder = new URL('../../schemas/v1/', import.meta.url);

/** Throws when a document is not what the result schema of its operation promises. */
export function expectForm(operation: string, document: unknown): void {
  checkForm(`${operation}.result`, document);
}

/** Throws, with what is wrong, when a document does not fit a schema of `schemas/v1`. */
export function checkForm(schema: string, document: unknown): void {
  const form = forms().getSchema(`https://imgupdate.invalid/schemas/v1/${schema}.json`) as ValidateFunction;
  if (!form(document)) throw new Error(`not a ${schema}: ${forms().errorsText(form.errors)}`);
}

/** Names of all schemas, without `.json`. */
export const schemaNames = readdirSync(folder).map((file) => file.replace(/\.json$/, ''));

let loaded: Ajv | undefined;

function forms(): Ajv {
  if (loaded !== undefined) return loaded;
  loaded = new Ajv({ strict: false, allErrors: true });
  addFormats.default(loaded);
  for (const name of schemaNames) {
    loaded.addSchema(JSON.parse(readFileSync(fileURLToPath(new URL(`${name}.json`, folder)), 'utf8')));
  }
  return loaded;
}
