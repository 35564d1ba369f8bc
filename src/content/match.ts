import type { Content } from '../contract/generated/types.ts';
import { Problem } from '../errors.ts';
import type { Site } from '../site/site.ts';
import { isDeclaredCompanion } from './companion.ts';

export interface FileFacts {
  path: string;
  name: string;
  size: number;
  sha1: string;
  sha256: string;
}

/** The update that a file belongs to, and how that was found out. */
export interface Match {
  uniqueId: string;
  title: string;
  matchedBy: Content['matchedBy'];
  /** It is a checkpoint beside the package of the update, not the update itself. */
  isCompanion: boolean;
}

interface Candidate {
  unique_id: string;
  article_id: string | null;
  kind: string;
  title: string;
  name_key: string;
  hidden: number;
  declined_here: number;
  is_declined: number;
  is_expired: number;
  size: number | null;
  sha1: string | null;
  sha256: string | null;
}

/**
 * Finds the update of a file. A digest of the catalog decides; name and size count only for a record that has no digest.
 * Throws Problem ImgContentUnknown, ImgContentTampered (an update is named, or a name fits, and the digest differs),
 * ImgUpdateAmbiguous, ImgUpdateNotFound.
 */
export async function matchFile(site: Site, file: FileFacts, uniqueId: string | undefined): Promise<Match> {
  const candidates = await candidatesOf(site, file, uniqueId);
  if (uniqueId !== undefined && candidates.length === 0) await assertUpdate(site, uniqueId);
  for (const matchedBy of ['sha256', 'sha1', 'name-and-size'] as const) {
    const found = candidates.filter((candidate) => fits[matchedBy](candidate, file));
    const ids = [...new Set(found.map(({ unique_id }) => unique_id))];
    if (ids.length > 1 && uniqueId === undefined && matchedBy === 'name-and-size') {
      throw new Problem('ImgUpdateAmbiguous', {
        detail: `${file.name} fits ${ids.length} updates: ${ids.join(', ')}.`,
      });
    }
    // Several records may have the same file. One that somebody set aside is never asked for its content; and of the
    // others the record that it is the package of comes before a later one, beside which it is a checkpoint.
    const first = found.toSorted((a, b) => rankOf(a, file) - rankOf(b, file))[0];
    if (first !== undefined) {
      return { uniqueId: first.unique_id, title: first.title, matchedBy, isCompanion: isCompanion(first, file) };
    }
  }
  const named = candidates.find(({ name_key }) => name_key === file.name.toLowerCase());
  if (named !== undefined || (uniqueId !== undefined && candidates.some(hasDigest))) {
    throw new Problem('ImgContentTampered', {
      detail: `${file.path} has the SHA-256 ${file.sha256}, which is not that of ${named?.name_key ?? 'any file'} of ${named?.title ?? uniqueId}.`,
    });
  }
  throw new Problem('ImgContentUnknown', {
    detail: `${file.path} (SHA-256 ${file.sha256}) belongs to no update of the catalog.`,
  });
}

const fits: Record<'sha256' | 'sha1' | 'name-and-size', (candidate: Candidate, file: FileFacts) => boolean> = {
  sha256: (candidate, file) => candidate.sha256 === file.sha256,
  sha1: (candidate, file) => candidate.sha256 === null && candidate.sha1 === file.sha1,
  'name-and-size': (candidate, file) =>
    !hasDigest(candidate) && candidate.name_key === file.name.toLowerCase() && candidate.size === file.size,
};

/** The lower, the rather a file is filed under this record. */
function rankOf(candidate: Candidate, file: FileFacts): number {
  const { hidden, declined_here, is_declined, is_expired } = candidate;
  const isSetAside = hidden + declined_here + is_declined > 0;
  return (isSetAside ? 4 : 0) + (is_expired > 0 ? 2 : 0) + (isCompanion(candidate, file) ? 1 : 0);
}

function isCompanion({ article_id, kind }: Candidate, { name }: FileFacts): boolean {
  return isDeclaredCompanion({ kind, articleId: article_id }, name);
}

function hasDigest({ sha1, sha256 }: Candidate): boolean {
  return sha1 !== null || sha256 !== null;
}

async function candidatesOf(site: Site, file: FileFacts, uniqueId: string | undefined): Promise<Candidate[]> {
  const query = site.database
    .selectFrom('catalog_file')
    .innerJoin('catalog_update', 'catalog_update.id', 'catalog_file.update_id')
    .select(['unique_id', 'article_id', 'kind', 'title', 'name_key', 'size', 'sha1', 'sha256'])
    .select(['hidden', 'declined_here', 'is_declined', 'is_expired']);
  if (uniqueId !== undefined) return query.where('unique_id', '=', uniqueId).execute();
  return query
    .where((file_) =>
      file_.or([
        file_('sha256', '=', file.sha256),
        file_('sha1', '=', file.sha1),
        file_('name_key', '=', file.name.toLowerCase()),
      ]),
    )
    .execute();
}

async function assertUpdate(site: Site, uniqueId: string): Promise<void> {
  const row = await site.database
    .selectFrom('catalog_update')
    .select('id')
    .where('unique_id', '=', uniqueId)
    .executeTakeFirst();
  if (row === undefined) {
    throw new Problem('ImgUpdateNotFound', { detail: `The catalog has no update ${JSON.stringify(uniqueId)}.` });
  }
}
