import { listReleases } from '../../catalog/store/releases.ts';
import type { ReleaseListRequest, ReleaseListResult } from '../../contract/generated/types.ts';
import { releaseList as validate } from '../../contract/generated/validators/release.list.js';
import type { Operation } from '../operation.ts';

export const releaseList: Operation<ReleaseListRequest, ReleaseListResult> = {
  name: 'release.list',
  validate,
  async run({ product, release, articleId, kind, asOf, latest = false, limit = 500, after }, { site }) {
    const { database } = await site();
    const filter = {
      ...(product === undefined ? {} : { product }),
      ...(release === undefined ? {} : { release }),
      ...(articleId === undefined ? {} : { articleId }),
      ...(kind === undefined ? {} : { kind }),
      ...(asOf === undefined ? {} : { asOf }),
      latest,
    };
    const rows = await listReleases(database, filter);
    const start = after === undefined ? 0 : rows.findIndex((row) => keyOf(row) === after) + 1;
    const page = rows.slice(start, start + limit);
    const last = page.at(-1);
    return {
      result: {
        releases: page.map(({ family, release: name, date, build, revision, articleId, kind: of }) => ({
          product: family,
          release: name,
          date,
          build: `${build}.${revision}`,
          kb: articleId ?? '',
          kind: of,
        })),
        next: start + limit < rows.length && last !== undefined ? keyOf(last) : null,
      },
    };
  },
};

/** Cursor of a row: what names it in the table. */
function keyOf(row: Awaited<ReturnType<typeof listReleases>>[number]): string {
  return [row.family, row.release, `${row.build}.${row.revision}`, row.articleId ?? ''].join('|');
}
