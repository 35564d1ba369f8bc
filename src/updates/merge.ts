/**
 * One update as several sources tell of it. The first source that knows a fact is believed; files meet by their digests;
 * what replaces what is everything that anybody says; withdrawn is what one of them calls withdrawn.
 */
import type { UpdateDocument, UpdateFile } from './update.ts';

/** What one source says of an update. */
export interface Statement {
  /** Name of the source. */
  source: string;
  update: UpdateDocument;
}

/** Which members of a merged update came from which source, and under which id it is known there. */
export type Evidence = {
  source: string;
  uniqueId: string;
  revisionNumber?: number;
  members: string[];
  /** Where that source has it from in turn: a bundle carries what another site was told. */
  evidence?: unknown;
};

/** Members that are put together from all statements instead of taken from the first. */
const joined = ['files', 'products', 'supersedes', 'supersededBy', 'languages'] as const;
const flags = ['isExpired', 'isDeclined', 'isSuperseded'] as const;
const own = ['uniqueId', 'evidence'];

/**
 * Puts statements together, in the order of belief. `uniqueId` is the id of the catalog. A single statement is the update
 * itself, without evidence.
 */
export function mergeStatements(uniqueId: string, statements: readonly Statement[]): UpdateDocument {
  const [first, ...others] = statements;
  if (first === undefined) throw new RangeError('there is nothing to merge');
  if (others.length === 0) return { ...first.update, uniqueId };
  const merged: UpdateDocument = { ...first.update, uniqueId };
  const evidence: Evidence[] = [];
  const taken = new Set<string>();
  for (const { source, update } of statements) {
    const members = Object.keys(update).filter((name) => !own.includes(name) && isFact(update[name]));
    const fresh = members.filter((name) => !taken.has(name) || (joined as readonly string[]).includes(name));
    for (const name of fresh) {
      if (!taken.has(name)) merged[name] = update[name];
      taken.add(name);
    }
    evidence.push({
      source,
      uniqueId: update.uniqueId,
      ...(update.revisionNumber === undefined ? {} : { revisionNumber: update.revisionNumber }),
      members: fresh.sort(),
      ...(Array.isArray(update['evidence']) ? { evidence: update['evidence'] } : {}),
    });
  }
  const revisions = statements.flatMap(({ update }) => update.revisionNumber ?? []);
  // An update never falls behind the revision that the catalog holds of it.
  if (revisions.length > 0) merged.revisionNumber = Math.max(...revisions);
  merged.files = mergeFiles(statements.flatMap(({ update }) => update.files));
  for (const name of joined) {
    if (name === 'files' || merged[name] === undefined) continue;
    merged[name] = [...new Set(statements.flatMap(({ update }) => update[name] ?? []))];
  }
  for (const name of flags) {
    if (statements.some(({ update }) => update[name] === true)) merged[name] = true;
  }
  merged['evidence'] = evidence;
  return merged;
}

/** Unknown is null, absent or empty: another source may know it. */
function isFact(value: unknown): boolean {
  return value !== undefined && value !== null && value !== '' && !(Array.isArray(value) && value.length === 0);
}

/** Files with a digest in common are one; without digests, those of one name. Further addresses are kept. */
function mergeFiles(files: readonly UpdateFile[]): UpdateFile[] {
  const merged: UpdateFile[] = [];
  for (const file of files) {
    const at = merged.findIndex((known) => sameFile(known, file));
    if (at < 0) merged.push({ ...file });
    else merged[at] = mergeFile(merged[at] as UpdateFile, file);
  }
  return merged;
}

function sameFile(a: UpdateFile, b: UpdateFile): boolean {
  if (a.sha256 !== undefined && b.sha256 !== undefined) return a.sha256 === b.sha256;
  if (a.sha1 !== undefined && b.sha1 !== undefined) return a.sha1 === b.sha1;
  const isBare = (file: UpdateFile): boolean => file.sha1 === undefined && file.sha256 === undefined;
  return (
    (isBare(a) || isBare(b)) &&
    a.name.toLowerCase() === b.name.toLowerCase() &&
    (a.size ?? b.size) === (b.size ?? a.size)
  );
}

/** A digest that only finds never joins one that decides: of such a file the address alone is taken. */
function mergeFile(known: UpdateFile, other: UpdateFile): UpdateFile {
  const [base, more] = decides(known) || !decides(other) ? [known, other] : [other, known];
  const { sha1, sha256, digestTrust, ...described } = more;
  const digests = decides(more) === decides(base) ? { ...(sha1 && { sha1 }), ...(sha256 && { sha256 }) } : {};
  const urls = [known, other].flatMap(({ url, urls = [] }) => (url === undefined ? urls : [url, ...urls]));
  const [url, ...further] = [...new Set(urls)];
  return {
    ...described,
    ...digests,
    ...base,
    name: known.name,
    size: base.size ?? more.size,
    ...(url === undefined ? {} : { url }),
    ...(further.length === 0 ? {} : { urls: further }),
  };
}

function decides({ digestTrust }: UpdateFile): boolean {
  return digestTrust !== 'find';
}
