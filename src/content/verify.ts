/** Reads stored files again and holds them against what was stored; what is bad goes to quarantine. */
import { readDerived } from '../catalog/store/read-derived.ts';
import { fileProblem } from '../images/library/file-problem.ts';
import type { PinnedRoot } from '../packages/microsoft-roots.ts';
import type { Transfer } from '../ports/files.ts';
import type { Ports } from '../ports/index.ts';
import { writeTransaction } from '../site/database.ts';
import type { Site } from '../site/site.ts';
import { fileOfRecord } from './expected.ts';
import { type Judgement, judge } from './judge.ts';
import { quarantineStored } from './quarantine-stored.ts';
import type { ContentRow } from './stored.ts';

export interface BadContent {
  uniqueId: string;
  name: string;
  sha256: string;
  reason: string;
  detail: string;
  /** Where it lies now; null when the file is gone, or nothing was moved. */
  quarantinePath: string | null;
}

export interface VerifiedLibrary {
  checked: number;
  bytes: number;
  bad: BadContent[];
  /** Files that nothing vouches for. */
  unverified: { uniqueId: string; name: string; sha256: string; reason: string }[];
}

export interface VerifyRequest extends Transfer {
  ports: Ports;
  site: Site;
  /** Only files of these updates; undefined = all. */
  uniqueIds?: readonly string[] | undefined;
  dryRun: boolean;
  /** Default: those of Microsoft. */
  signatureRoots?: readonly PinnedRoot[] | undefined;
}

export async function verifyLibrary(request: VerifyRequest): Promise<VerifiedLibrary> {
  const { ports, site, uniqueIds, signal } = request;
  const all = await site.database.selectFrom('content').selectAll().orderBy('path').execute();
  const rows = uniqueIds === undefined ? all : all.filter(({ unique_id }) => uniqueIds.includes(unique_id));
  const byPath = Map.groupBy(rows, ({ path }) => path);
  const total = [...byPath.values()].reduce((sum, [row]) => sum + (row?.size ?? 0), 0);
  const result: VerifiedLibrary = { checked: 0, bytes: 0, bad: [], unverified: [] };
  for (const [path, [first, ...others]] of byPath) {
    if (first === undefined) continue;
    signal?.throwIfAborted();
    result.checked += 1;
    if (ports.files.facts(path)?.kind !== 'file') {
      result.bad.push(...(await gone(request, [first, ...others])));
      continue;
    }
    const before = result.bytes;
    const onProgress = (done: number): void => request.onProgress?.(before + done, total);
    const digests = await ports.files.digest(path, ['sha1', 'sha256'], { signal, onProgress }).catch((error) => {
      throw fileProblem(error, { path, doing: 'read' });
    });
    result.bytes += ports.files.facts(path)?.size ?? 0;
    if (digests.sha256 === first.sha256) {
      for (const row of [first, ...others]) await judgeAgain(request, row, digests, result);
      continue;
    }
    const detail = `${path} has the digest ${digests.sha256}; it was stored with ${first.sha256}`;
    const place = request.dryRun
      ? null
      : await quarantineStored({ ports, site }, first, { sha256: digests.sha256, detail });
    for (const row of [first, ...others]) result.bad.push(bad(row, 'wrong-digest', detail, place));
  }
  return result;
}

async function gone({ site, dryRun }: VerifyRequest, rows: readonly ContentRow[]): Promise<BadContent[]> {
  const [first] = rows;
  if (!dryRun && first !== undefined) {
    await writeTransaction(site.database, (writer) =>
      writer.deleteFrom('content').where('path', '=', first.path).execute(),
    );
  }
  return rows.map((row) => bad(row, 'missing', `${row.path} is gone from the content library`, null));
}

/** The file is what was stored. What vouches for it may have changed: the catalog knows more now, or something else. */
async function judgeAgain(
  { ports, site, dryRun, signal, signatureRoots }: VerifyRequest,
  row: ContentRow,
  digests: { sha1: string; sha256: string },
  result: VerifiedLibrary,
): Promise<void> {
  const judgement = await judgementOf({ ports, site, signal, signatureRoots }, row, digests);
  if (judgement === undefined) {
    if (row.verification === 'unverified') result.unverified.push(unverified(row, row.verification_reason));
    return;
  }
  if ('rejected' in judgement) {
    const { reason, detail } = judgement.rejected;
    const facts = { sha256: row.sha256, detail, reason };
    const place = dryRun ? null : await quarantineStored({ ports, site }, row, facts);
    result.bad.push(bad(row, reason, detail, place));
    return;
  }
  const { verification, reason } = judgement;
  if (verification === 'unverified') result.unverified.push(unverified(row, reason));
  if (dryRun || (row.verification === verification && row.verification_reason === reason)) return;
  await writeTransaction(site.database, (writer) =>
    writer
      .updateTable('content')
      .set({ verification, verification_reason: reason, stand_in: verification === 'stand-in' ? 1 : 0 })
      .where('sha256', '=', row.sha256)
      .where('unique_id', '=', row.unique_id)
      .execute(),
  );
}

/**
 * Undefined where there is nothing to judge by: a stand-in that was added as one keeps its rule, and what the catalog
 * does not know any more keeps what was found when it came. A record that now has another digest speaks of another file.
 */
async function judgementOf(
  { ports, site, signal, signatureRoots }: Pick<VerifyRequest, 'ports' | 'site' | 'signal' | 'signatureRoots'>,
  row: ContentRow,
  digests: { sha1: string; sha256: string },
): Promise<Judgement | undefined> {
  if (row.matched_by === 'stand-in') return undefined;
  const update = (await readDerived(site.database, [row.unique_id])).get(row.unique_id);
  const expected = update && fileOfRecord(update, { name: row.name, ...digests });
  if (expected === undefined) return undefined;
  const isOther =
    (expected.sha256 ?? digests.sha256) !== digests.sha256 || (expected.sha1 ?? digests.sha1) !== digests.sha1;
  if (isOther) return { verification: 'unverified', reason: 'its record now has another digest' };
  const file = { path: row.path, name: row.name, size: row.size, digests };
  return judge(ports, file, expected, { signal, roots: signatureRoots });
}

function bad(
  { unique_id, name, sha256 }: ContentRow,
  reason: string,
  detail: string,
  place: string | null,
): BadContent {
  return { uniqueId: unique_id, name, sha256, reason, detail, quarantinePath: place };
}

function unverified({ unique_id, name, sha256 }: ContentRow, reason: string): VerifiedLibrary['unverified'][number] {
  return { uniqueId: unique_id, name, sha256, reason };
}
