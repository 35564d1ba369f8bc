import { RecordError, readUpdate } from '../../updates/read-update.ts';
import type { Imported } from './imported.ts';
import { readRecords } from './records.ts';

/** Our own format: one update document a line (docs/catalog-format.md), in UTF-8. */
export async function* importImgUpdate(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Imported> {
  for await (const { line, value, error } of readRecords(chunks)) {
    if (error !== undefined) {
      yield { line, error };
      continue;
    }
    try {
      yield { line, update: readUpdate(value) };
    } catch (problem) {
      if (!(problem instanceof RecordError)) throw problem;
      yield { line, error: problem.message };
    }
  }
}
