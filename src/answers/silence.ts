import { sql } from 'kysely';
import type { LineChoice } from '../selection/decision.ts';
import type { ImageFacts } from '../selection/facts.ts';
import type { LineRequest } from '../selection/line-request.ts';
import { type Silence, silence } from '../selection/silence.ts';
import type { Database } from '../site/database.ts';
import { listOf, releaseNames } from '../updates/filter.ts';
import { isWindowsPE } from '../updates/windows-pe.ts';
import { notUnderstoodOf } from './not-understood.ts';
import { verdictsOn } from './verdicts.ts';

/** Why a question about these images, or about a filter alone, has an empty answer. */
export async function silenceOf(
  database: Database,
  images: readonly ImageFacts[] | undefined,
  { question, lines = [] }: { question: LineRequest; lines?: readonly LineChoice[] },
): Promise<Silence> {
  const known = await database.selectFrom('catalog_line').select(['family', 'release']).distinct().execute();
  const any = await sql<{ found: number }>`SELECT EXISTS (SELECT 1 FROM catalog_update) AS found`.execute(database);
  const named = (values: (string | null)[]): string[] => [...new Set(values.flatMap((value) => value ?? []))];
  const families = images === undefined ? listOf(question.family) : named(images.map(({ family }) => family));
  const releases = images === undefined ? releaseNames(question.release) : named(images.map(({ release }) => release));
  const unclear = [];
  for (const family of families) {
    for (const release of releases.length === 0 ? [null] : releases) {
      unclear.push(...(await notUnderstoodOf(database, { family, release }, question.asOf)));
    }
  }
  const ids = lines.flatMap(({ chosen }) => chosen ?? []);
  const verdicts = images === undefined ? [] : [...(await verdictsOn(database, images, ids)).values()].flat();
  return silence({
    isCatalogEmpty: any.rows[0]?.found !== 1,
    ...{ families, releases, known },
    isWindowsPE: images?.length !== 0 && images?.every(isWindowsPE) === true,
    isImageUnknown: images?.length !== 0 && images?.every(({ family }) => family === null) === true,
    notUnderstood: [...new Set(unclear.map(({ message }) => message))],
    undecided: lines.filter(isUndecided).map((line) => `${lineName(line)}: ${line.reason}`),
    outcomes: lines.map(({ reasonCode }) => reasonCode),
    verdicts: verdicts.map(({ reasonCode }) => reasonCode),
  });
}

/** There are updates that are allowed, and none of them could be chosen. */
function isUndecided({ decided, reasonCode }: LineChoice): boolean {
  return !decided && reasonCode !== 'NothingAllowed' && reasonCode !== 'NotReplacing';
}

function lineName({ family, release, architecture, kind }: LineChoice): string {
  return [family, release, architecture, kind].filter((part) => part !== '').join(' ');
}
