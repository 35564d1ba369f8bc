/** An update as the WSUS administration API has it, with all its files, from the members that its exports have too. */
import { RecordError } from '../../updates/read-update.ts';
import type { UpdateDocument, UpdateFile } from '../../updates/update.ts';
import { readWsusRecord } from './wsus-record.ts';

export interface WsusUpdateFacts {
  update: UpdateDocument;
  /** Files that were left out, each with the reason. */
  contradictions: string[];
}

/** Throws `RecordError`. `files`: the members of each file, in the spelling of an export. */
export function readWsusUpdate(
  record: Record<string, unknown>,
  files: readonly Record<string, unknown>[],
  digestTrust: 'trusted' | 'find',
): WsusUpdateFacts {
  const { updateId, facts } = readWsusRecord(record);
  if (updateId === null) throw new RecordError('UpdateId is missing');
  const contradictions: string[] = [];
  const kept = new Map<string, UpdateFile>();
  for (const each of files) {
    const { file } = readWsusRecord({ ...record, ...each });
    if (file === null) continue;
    const contradiction = contradictionOf(file);
    if (contradiction !== null) {
      contradictions.push(contradiction);
      continue;
    }
    const urls = [each['OriginUri'], each['FileUri']].flatMap((url) =>
      typeof url === 'string' && url !== '' ? url : [],
    );
    const [url, ...further] = [...new Set(urls)];
    const hasDigest = file.sha1 !== undefined || file.sha256 !== undefined;
    kept.set(`${file.name.toLowerCase()} ${file.sha1}`, {
      ...file,
      ...(url === undefined ? {} : { url }),
      ...(further.length === 0 ? {} : { urls: further }),
      ...(hasDigest ? { digestTrust } : {}),
    });
  }
  const ordered = [...kept.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, file]) => file);
  return { update: { uniqueId: updateId, ...facts, files: ordered }, contradictions };
}

/**
 * Addresses of Microsoft end in the SHA-1 of their file. Where that is another one than the record's, one of the two
 * belongs to another file, and nobody can tell which.
 */
export function contradictionOf({ name, sha1, url }: UpdateFile): string | null {
  const named = /(?:^|[_/])([0-9a-f]{40})\.[a-z0-9]{1,4}$/i.exec(url ?? '')?.[1]?.toLowerCase();
  if (sha1 === undefined || named === undefined || named === sha1) return null;
  return `the address of ${name} names the SHA-1 ${named}, the record ${sha1}`;
}
