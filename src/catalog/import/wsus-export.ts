/**
 * Exports of the WSUS administration API: one record for each file of an update, in any order, as JSON lines or as one
 * array. Records of one update are put together; that needs the whole input, so updates come at its end in the order in
 * which each was first seen. Repeated texts are kept once.
 */
import type { NewDigest } from '../../formats/bytes.ts';
import { RecordError } from '../../updates/read-update.ts';
import { parseTitle } from '../../updates/title/parse-title.ts';
import type { UpdateFile } from '../../updates/update.ts';
import type { Imported } from './imported.ts';
import { readRecords } from './records.ts';
import { updateNamespace, uuid5 } from './uuid5.ts';
import { readWsusRecord, type WsusFacts, type WsusRecord } from './wsus-record.ts';

interface Group {
  line: number;
  updateId: string | null;
  facts: WsusFacts;
  files: Map<string, UpdateFile>;
}

export async function* importWsusExport(
  chunks: AsyncIterable<Uint8Array>,
  newDigest: NewDigest,
): AsyncGenerator<Imported> {
  const groups = new Groups();
  for await (const { line, value, error } of readRecords(chunks)) {
    if (error !== undefined) {
      yield { line, error };
      continue;
    }
    try {
      groups.add(line, readWsusRecord(value));
    } catch (problem) {
      if (!(problem instanceof RecordError)) throw problem;
      yield { line, error: problem.message };
    }
  }
  for (const { line, updateId, facts, files } of groups.all()) {
    const derivedId = uuid5(identityOf(facts.title, facts.datePosted ?? ''), updateNamespace, newDigest);
    const ordered = [...files.values()].sort((a, b) => (fileKey(a) < fileKey(b) ? -1 : 1));
    yield { line, update: { uniqueId: updateId?.split('\n')[0] ?? derivedId, ...facts, files: ordered }, derivedId };
  }
}

/** Groups by the update's own id, else by title and creation date; the two meet when a later record has the id. */
class Groups {
  readonly #byId = new Map<string, Group>();
  readonly #byIdentity = new Map<string, Group>();
  readonly #texts = new Map<string, string>();

  add(line: number, record: WsusRecord): void {
    const { facts, file } = record;
    const identity = identityOf(facts.title, record.creationDate ?? '');
    // One id under which two updates were published names both: the id alone puts records of one KB and month together.
    const updateId = record.updateId === null ? null : idOf(record.updateId, facts);
    const group = this.#find(updateId, identity) ?? this.#begin(line, { ...record, updateId }, identity);
    if (updateId !== null && group.updateId === null) {
      group.updateId = updateId;
      this.#byId.set(updateId, group);
    }
    group.facts = this.#merge(group.facts, facts);
    if (file !== null) group.files.set(fileKey(file), file);
  }

  *all(): Iterable<Group> {
    yield* new Set([...this.#byIdentity.values(), ...this.#byId.values()]);
  }

  #find(updateId: string | null, identity: string): Group | undefined {
    const own = updateId === null ? undefined : this.#byId.get(updateId);
    if (own !== undefined) return own;
    const same = this.#byIdentity.get(identity);
    return same === undefined || updateId === null || same.updateId === null ? same : undefined;
  }

  #begin(line: number, { updateId, facts }: WsusRecord, identity: string): Group {
    const group: Group = { line, updateId, facts: { ...facts }, files: new Map() };
    if (!this.#byIdentity.has(identity)) this.#byIdentity.set(identity, group);
    if (updateId !== null) this.#byId.set(updateId, group);
    return group;
  }

  /** What a later record adds is kept, and a lost value never replaces a known one. */
  #merge(known: WsusFacts, later: WsusFacts): WsusFacts {
    const merged: WsusFacts = {
      ...known,
      ...later,
      articleId: later.articleId ?? known.articleId,
      classification: later.classification ?? known.classification,
      products: [...new Set([...known.products, ...later.products])].sort(),
      // It was there since its earliest record; a re-publication does not make it younger.
      datePosted: earlierOf(known.datePosted, later.datePosted),
    };
    if (merged.description !== undefined) merged.description = this.#once(merged.description);
    return merged;
  }

  #once(text: string): string {
    const known = this.#texts.get(text);
    if (known === undefined) this.#texts.set(text, text);
    return known ?? text;
  }
}

/** The id of a record with the KB and the month of its update. */
function idOf(updateId: string, { articleId, title }: WsusFacts): string {
  const { articleId: named, month } = parseTitle(title);
  return `${updateId}\n${articleId ?? named ?? ''}\n${month ?? ''}`;
}

function earlierOf(a: string | null, b: string | null): string | null {
  if (a === null || b === null) return a ?? b;
  return Date.parse(a) <= Date.parse(b) ? a : b;
}

function identityOf(title: string, creationDate: string): string {
  return `${title}\n${creationDate}`;
}

function fileKey(file: UpdateFile): string {
  return `${file.name.toLowerCase()}\n${file.sha1 ?? ''}`;
}
