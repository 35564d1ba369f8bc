import type { subscribed } from '../categories/usual.ts';
import { type RevisionList, ServerFault } from './answers.ts';
import type { ServerCursor } from './cursor.ts';
import type { Session } from './session.ts';
import type { ListFilter } from './soap.ts';

/**
 * What is new of what was subscribed to already, and everything of what is subscribed to since: an anchor speaks of the
 * categories that it was given for.
 */
export async function newRevisions(
  session: Session,
  { anchor, subscription }: Pick<ServerCursor, 'anchor' | 'subscription'>,
  { products, classifications, languages }: ReturnType<typeof subscribed>,
): Promise<RevisionList> {
  const before = new Set(subscription);
  const old = (ids: readonly string[]) => ids.filter((id) => before.has(id));
  const added = (ids: readonly string[]) => ids.filter((id) => !before.has(id));
  // Another language may be that of updates which were passed over.
  const otherLanguages = subscription.some((id) => isTag(id)) && added(languages).length > 0;
  const leftLanguages = languages.length === 0 && subscription.some((id) => isTag(id));
  const known = { products: old(products), classifications: old(classifications) };
  const incremental = known.products.length > 0 && known.classifications.length > 0;
  if (anchor === null || !incremental || otherLanguages || leftLanguages) {
    return revisionsOf(session, { anchor: null, config: false, products, classifications });
  }
  const found = await revisionsOf(session, { anchor, config: false, ...known });
  const more: Pick<ListFilter, 'products' | 'classifications'>[] = [
    { products: added(products), classifications },
    { products: known.products, classifications: added(classifications) },
  ];
  for (const filter of more) {
    if (filter.products.length === 0 || filter.classifications.length === 0) continue;
    const { revisions } = await revisionsOf(session, { anchor: null, config: false, ...filter });
    for (const [id, revision] of revisions) found.revisions.add(id, revision);
  }
  return found;
}

/** An anchor that the server does not know (any more) is worth nothing. */
export async function revisionsOf(session: Session, filter: ListFilter): Promise<RevisionList> {
  try {
    return await session.revisions(filter);
  } catch (error) {
    const isAnchor = error instanceof ServerFault && error.code === 'InvalidParameters' && filter.anchor !== null;
    if (!isAnchor) throw error;
    return session.revisions({ ...filter, anchor: null });
  }
}

/** Languages have tags, everything else a GUID. */
export function isTag(id: string): boolean {
  return id.length < 36;
}
