import { isCalendarDay } from './calendar-day.ts';
import { isArchitecture, isUpdateKind } from './kinds.ts';
import type { UpdateDocument, UpdateFile } from './update.ts';

/** An object of JSON. Members are asked for by fixed names only, none of which every object has. */
type Members = Readonly<Record<string, unknown>>;

/** Why a record is not an update. The message names the member. */
export class RecordError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'RecordError';
  }
}

/**
 * Checks one record of our own format and brings it to the usual spelling: GUIDs and digests in lower case, the KB
 * without letters, times in UTC. Unknown members are kept. Throws `RecordError`.
 */
export function readUpdate(value: unknown): UpdateDocument {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new RecordError('it is not an object');
  const record = value as Members;
  const document: UpdateDocument = {
    ...record,
    uniqueId: text(record, 'uniqueId').toLowerCase(),
    title: text(record, 'title'),
    articleId: article(record['articleId']),
    classification: optionalText(record, 'classification') ?? null,
    products: textList(record, 'products') ?? [],
    datePosted: time(record, 'datePosted'),
    files: readFiles(record['files']),
  };
  optionalTexts(record, document);
  flags(record);
  const kind = record['kind'];
  if (present(kind) && !isUpdateKind(kind)) throw new RecordError(`kind ${quoted(kind)} is not a kind of update`);
  const architecture = record['architecture'];
  if (present(architecture) && !isArchitecture(architecture)) {
    throw new RecordError(`architecture ${quoted(architecture)} is none of x86, x64, arm64`);
  }
  const number = record['revisionNumber'];
  if (present(number) && !isCount(number)) throw new RecordError('revisionNumber is not a whole number');
  return withoutNulls(document);
}

/** A time that is written as we write it, on a day that every month has: only the fraction is to be cut off. */
const usualTime = /^(\d{4}-\d\d-(?:0[1-9]|1\d|2[0-8])T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d)(?:\.000)?Z$/;

/** RFC 3339 in UTC without fractions of a second of zero; null when there is none. Throws `RecordError`. */
export function utcTime(value: string): string {
  const usual = usualTime.exec(value);
  if (usual !== null && !Number.isNaN(Date.parse(value))) return `${usual[1]}Z`;
  const at = Date.parse(/^\d{4}-\d\d-\d\dT[\d:.]+$/.test(value) ? `${value}Z` : value);
  if (!isCalendarDay(value.slice(0, 10)) || Number.isNaN(at)) throw new RecordError(`${quoted(value)} is not a time`);
  return new Date(at).toISOString().replace('.000Z', 'Z');
}

function optionalTexts(record: Members, document: UpdateDocument): void {
  for (const name of ['description', 'severity', 'supportUrl', 'legacyName']) optionalText(record, name);
  for (const name of ['supersedes', 'supersededBy'] as const) {
    const list = textList(record, name);
    if (list !== undefined) document[name] = list.map((id) => id.toLowerCase());
  }
  textList(record, 'languages');
}

function flags(record: Members): void {
  for (const name of ['isSuperseded', 'isExpired', 'isDeclined']) {
    const value = record[name];
    if (present(value) && typeof value !== 'boolean') throw new RecordError(`${name} is neither true nor false`);
  }
}

function readFiles(value: unknown): UpdateFile[] {
  if (!present(value)) return [];
  if (!Array.isArray(value)) throw new RecordError('files is not a list');
  return value.map((entry: unknown, index) => {
    if (typeof entry !== 'object' || entry === null) throw new RecordError(`files[${index}] is not an object`);
    const record = entry as Members;
    const size = record['size'];
    if (present(size) && !isCount(size)) throw new RecordError(`files[${index}].size is not a number of bytes`);
    const file: UpdateFile = { ...entry, name: text(record, 'name'), size: present(size) ? Number(size) : null };
    for (const [name, length] of [
      ['sha1', 40],
      ['sha256', 64],
    ] as const) {
      const digest = optionalText(record, name)?.toLowerCase();
      if (digest === undefined) continue;
      if (digest.length !== length || !/^[0-9a-f]+$/.test(digest)) {
        throw new RecordError(`files[${index}].${name} is not ${length} hexadecimal digits`);
      }
      file[name] = digest;
    }
    return file;
  });
}

function article(value: unknown): string | null {
  if (!present(value) || value === '') return null;
  const digits = /^(?:KB)?(\d{1,10})$/i.exec(String(value))?.[1];
  if (digits === undefined) throw new RecordError(`articleId ${quoted(value)} is not a KB number`);
  return digits;
}

function time(record: Members, name: string): string | null {
  const value = optionalText(record, name);
  return value === undefined || value === '' ? null : utcTime(value);
}

function text(record: Members, name: string): string {
  const value = record[name];
  if (typeof value !== 'string' || value.trim() === '') throw new RecordError(`${name} is missing or not a text`);
  return value;
}

function optionalText(record: Members, name: string): string | undefined {
  const value = record[name];
  if (!present(value)) return undefined;
  if (typeof value !== 'string') throw new RecordError(`${name} is not a text`);
  return value;
}

function textList(record: Members, name: string): string[] | undefined {
  const value = record[name];
  if (!present(value)) return undefined;
  if (!Array.isArray(value) || !value.every((item) => typeof item === 'string')) {
    throw new RecordError(`${name} is not a list of texts`);
  }
  return value;
}

function present(value: unknown): boolean {
  return value !== undefined && value !== null;
}

function isCount(value: unknown): boolean {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
}

/** A value from outside as it may stand in a message: one line, not endless. */
function quoted(value: unknown): string {
  const shown = JSON.stringify(value) ?? String(value);
  return shown.length > 80 ? `${shown.slice(0, 79)}…` : shown;
}

/** An optional member that is null means the same as one that is absent. */
function withoutNulls(document: UpdateDocument): UpdateDocument {
  const kept = ['articleId', 'classification', 'datePosted'];
  for (const name of Object.keys(document)) {
    if (document[name] === null && !kept.includes(name)) delete document[name];
  }
  return document;
}
