import { articleOfFile } from '../updates/file-names.ts';

/** Whether a file lies beside the package of a cumulative update: a checkpoint, which is of another KB. */
export function isDeclaredCompanion(
  { kind, articleId }: { kind: string; articleId: string | null },
  name: string,
): boolean {
  if (articleId === null || !kind.startsWith('CumulativeUpdate')) return false;
  const named = articleOfFile(name);
  return named !== null && named !== articleId;
}
