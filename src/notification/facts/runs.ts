import type { Run } from '../../contract/generated/types.ts';
import { storedInspection } from '../../images/library/stored-inspection.ts';
import type { Database } from '../../site/database.ts';
import type { Tables } from '../../site/tables.ts';
import { type Detail, type Fact, oneLine, shownTime } from '../fact.ts';
import { type EventKind, eventKinds } from '../kinds.ts';

type RunRow = Tables['run'];

const kinds: Readonly<Record<string, EventKind>> = {
  Succeeded: 'RunSucceeded',
  SucceededWithErrors: 'RunSucceededWithErrors',
  Failed: 'RunFailed',
};

/** Runs that ended at `since` or later. One that succeeded and published nothing brought nothing new. */
export async function runFacts(database: Database, since: string): Promise<Fact[]> {
  const rows = await database
    .selectFrom('run')
    .selectAll()
    .where('completed', '>=', since)
    .where('status', 'in', Object.keys(kinds))
    .orderBy('completed')
    .execute();
  const facts: Fact[] = [];
  for (const row of rows) {
    if (row.status === 'Succeeded' && row.published_json === null && !hasInstalled(row)) continue;
    facts.push(await runFact(database, row));
  }
  return facts;
}

function hasInstalled({ results_json }: RunRow): boolean {
  const results: Run['updateResults'] = JSON.parse(results_json);
  return results.some(({ result }) => result === 'Installed');
}

async function runFact(database: Database, row: RunRow): Promise<Fact> {
  const kind = kinds[row.status] ?? 'RunFailed';
  const proof: Run['proof'] = row.proof_json === null ? null : JSON.parse(row.proof_json);
  const published: Run['published'] = row.published_json === null ? null : JSON.parse(row.published_json);
  const results: Run['updateResults'] = JSON.parse(row.results_json);
  const errors: Run['errors'] = JSON.parse(row.errors_json);
  const image = await database.selectFrom('image').selectAll().where('id', '=', row.image_id).executeTakeFirst();
  const proved = proof?.indexes ?? [];
  const known = image === undefined ? [] : storedInspection(image).indexes.map(({ revision }) => revision);
  const before = distinct(proved.length > 0 ? proved.map((each) => each.before) : known);
  const after = published === null ? '' : distinct(proved.map((each) => each.after));
  const way = after === '' ? `${before === '' ? 'the image' : before} stays` : `${before} → ${after}`;
  const rehearsal = row.rehearsal === 1 ? ' (rehearsal)' : '';
  return {
    ...{ key: `run:${row.run_id}:${row.status}`, kind, level: eventKinds[kind].level },
    image: { id: row.image_id, name: row.image_name },
    at: row.completed ?? row.created,
    title: oneLine(`${row.image_name}: ${way}, ${row.status}${rehearsal}`),
    sentence: oneLine(sentenceOf(row, { results, errors, published })),
    details: detailsOf(row, { results, errors, published, proved, path: image?.path }),
  };
}

type Parts = Pick<Run, 'errors' | 'published'> & { results: Run['updateResults'] };

function sentenceOf(row: RunRow, { results, errors, published }: Parts): string {
  const [first] = errors;
  if (row.status === 'Failed') {
    return first === undefined
      ? 'The registered image was not changed.'
      : `${oneLine(first.detail, 240)} ${first.remedy}`;
  }
  const went = articles(results.filter(({ result }) => result === 'Installed'));
  const missed = results.filter(({ result }) => result === 'Failed' || result === 'NotAttempted');
  const what = went === '' ? 'Nothing new went in' : `${went} went in`;
  const where = published === null ? 'nothing was published' : `published as version ${published.sourceVersion}`;
  const wrong =
    missed.length > 0 ? ` ${articles(missed)} did not go in.` : first === undefined ? '' : ` ${first.detail}`;
  return `${what}; ${where} on ${shownTime(row.completed ?? row.created)}.${wrong}`;
}

function detailsOf(
  row: RunRow,
  parts: Parts & { proved: NonNullable<Run['proof']>['indexes']; path: string | undefined },
): Detail[] {
  const { results, errors, published, proved, path } = parts;
  const detail = (label: string, value: string | null | undefined): Detail[] =>
    value == null || value === '' ? [] : [{ label, value: oneLine(value) }];
  const ways = (before: string, after: string): string =>
    published === null ? `before ${before}; reached ${after}, not published` : `before ${before}, after ${after}`;
  return [
    ...detail('Image', row.image_name),
    ...detail('File', published?.path ?? path),
    ...detail('Version', published === null ? null : String(published.sourceVersion)),
    ...proved.flatMap(({ index, before, after }) =>
      detail(`Index ${index}`, ways(before ?? 'unknown', after ?? 'unknown')),
    ),
    ...results.flatMap(({ articleId, uniqueId, index, result, message }) =>
      detail(
        articleId === '' ? uniqueId : `KB${articleId}`,
        `index ${index}: ${result}${message === '' ? '' : `, ${message}`}`,
      ),
    ),
    ...errors.flatMap(({ id, detail: what }) => detail(id, what)),
    ...detail('Started', row.started === null ? null : shownTime(row.started)),
    ...detail('Ended', row.completed === null ? null : shownTime(row.completed)),
    ...detail('Run', row.run_id),
    ...detail('Log', row.log_path),
  ];
}

function articles(results: Run['updateResults']): string {
  const names = results.map(({ articleId, uniqueId }) => (articleId === '' ? uniqueId : `KB${articleId}`));
  return [...new Set(names)].join(', ');
}

function distinct(revisions: readonly (string | null)[]): string {
  return [...new Set(revisions.flatMap((each) => each ?? []))].join(', ');
}
