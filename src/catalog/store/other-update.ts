import { parseTitle } from '../../updates/title/parse-title.ts';
import type { UpdateDocument } from '../../updates/update.ts';

/**
 * Some updates were published under the id of another one. A record with the id of a stored update, but another KB or
 * month, is an update of its own and gets an id of its own; null when it is the same update, as far as anybody says.
 */
export function idOfOther(stored: UpdateDocument, update: UpdateDocument): string | null {
  if (stored.title === update.title) return null;
  const [known, later] = [parseTitle(stored.title), parseTitle(update.title)];
  const articles = [stored.articleId ?? known.articleId, update.articleId ?? later.articleId];
  const differs = (a: string | null | undefined, b: string | null | undefined): boolean =>
    a != null && b != null && a !== b;
  if (differs(articles[0], articles[1])) return `${update.uniqueId}~kb${articles[1]}`;
  return differs(known.month, later.month) ? `${update.uniqueId}~${later.month}` : null;
}
