import { join } from 'node:path';
import type { SchemaShowRequest, SchemaShowResult } from '../../contract/generated/types.ts';
import { schemaShow as validate } from '../../contract/generated/validators/schema.show.js';
import { Problem } from '../../errors.ts';
import type { Operation } from '../operation.ts';

export const schemaShow: Operation<SchemaShowRequest, SchemaShowResult> = {
  name: 'schema.show',
  validate,
  async run({ name }, { ports, installation }) {
    const known = ports.files.names(installation.schemaFolder);
    const file = `${name.replace(/\.json$/, '')}.json`;
    if (!known.includes(file)) {
      throw new Problem('ImgRequestInvalid', {
        detail: `There is no schema ${JSON.stringify(name)}.`,
        errors: [{ pointer: '/name', message: `is none of: ${known.map((each) => each.slice(0, -5)).join(', ')}` }],
        remedy: 'Pass the name of a schema, for example update.list.request.',
      });
    }
    return { result: { schema: JSON.parse(ports.files.text(join(installation.schemaFolder, file), 1_000_000)) } };
  },
};
