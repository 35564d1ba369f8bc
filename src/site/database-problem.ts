import { type ErrorId, Problem } from '../errors.ts';

/** What SQLite says (primary result codes) where not the statement is wrong, but the place it works on. */
const conditions: Record<number, { id: ErrorId; what: string }> = {
  5: { id: 'ImgSiteBusy', what: 'is locked by another program' },
  6: { id: 'ImgSiteBusy', what: 'is locked by another program' },
  8: { id: 'ImgSiteUnusable', what: 'is read-only' },
  10: { id: 'ImgSiteUnusable', what: 'cannot be read or written' },
  11: { id: 'ImgSiteUnusable', what: 'is damaged' },
  13: { id: 'ImgInsufficientSpace', what: 'cannot grow, because its volume is full' },
  14: { id: 'ImgSiteUnusable', what: 'cannot be opened' },
  26: { id: 'ImgSiteUnusable', what: 'is damaged: it is no database' },
};

/** The problem behind an error of the database in `file`. Any other error (a broken constraint) stays as it is. */
export function databaseProblem(error: unknown, file: string): unknown {
  if (!(error instanceof Error) || !('errcode' in error) || typeof error.errcode !== 'number') return error;
  const condition = conditions[error.errcode & 0xff];
  if (condition === undefined) return error;
  const detail = `The database ${file} ${condition.what} (${error.message}).`;
  return new Problem(condition.id, { detail, cause: error });
}
