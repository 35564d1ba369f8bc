import { RecordError, utcTime } from '../../updates/read-update.ts';
import type { UpdateDocument, UpdateFile } from '../../updates/update.ts';

/** One record of an export of the WSUS administration API: an update with one of its files. */
export interface WsusRecord {
  /** The update's own id, lower case; null in older exports. */
  updateId: string | null;
  /** Null when the record does not say. */
  creationDate: string | null;
  facts: WsusFacts;
  file: UpdateFile | null;
}

/** An update without its id and its files. */
export type WsusFacts = Pick<
  UpdateDocument,
  | 'title'
  | 'articleId'
  | 'classification'
  | 'products'
  | 'datePosted'
  | 'legacyName'
  | 'description'
  | 'severity'
  | 'supportUrl'
  | 'isSuperseded'
  | 'isDeclined'
  | 'isExpired'
  | 'isBeta'
>;

/**
 * Reads the members that the server itself states. Members that exporting scripts add (UpdateOS, UpdateBuild, UpdateArch,
 * UpdateGroup, Catalog, OSD*, FileKBNumber, names with an underscore) are never looked at. Throws `RecordError`.
 */
export function readWsusRecord(value: unknown): WsusRecord {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new RecordError('it is not an object');
  const record = new Map(Object.entries(value));
  const title = textOf(record.get('Title'));
  if (title === null) throw new RecordError('Title is missing');
  const creationDate = dateOf(record.get('CreationDate'));
  const updateId = textOf(record.get('UpdateId'))?.toLowerCase() ?? null;
  return { updateId, creationDate, facts: factsOf(record, { title, creationDate }), file: fileOf(record) };
}

function factsOf(
  record: ReadonlyMap<string, unknown>,
  { title, creationDate }: { title: string; creationDate: string | null },
): WsusFacts {
  const facts: WsusFacts = {
    title,
    articleId: /^(?:KB)?(\d{5,8})$/i.exec(textOf(record.get('KBNumber')) ?? '')?.[1] ?? null,
    classification: textOf(record.get('UpdateClassificationTitle')),
    products: listOf(record.get('Category')),
    datePosted: creationDate,
  };
  const legacyName = textOf(record.get('LegacyName'));
  const description = textOf(record.get('Description'));
  const severity = textOf(record.get('MsrcSeverity'));
  const [supportUrl] = listOf(record.get('AdditionalInformationUrls'));
  if (legacyName !== null) facts.legacyName = legacyName;
  if (description !== null) facts.description = description;
  if (severity !== null) facts.severity = severity;
  if (supportUrl !== undefined) facts.supportUrl = supportUrl;
  if (record.get('IsSuperseded') === true) facts.isSuperseded = true;
  if (record.get('IsDeclined') === true) facts.isDeclined = true;
  if (record.get('IsBeta') === true) facts.isBeta = true;
  if (textOf(record.get('PublicationState'))?.toLowerCase() === 'expired') facts.isExpired = true;
  return facts;
}

function fileOf(record: ReadonlyMap<string, unknown>): UpdateFile | null {
  const name = textOf(record.get('FileName'));
  if (name === null) return null;
  const file: UpdateFile = { name, size: sizeOf(record.get('Size')) };
  const sha1 = digestOf(record.get('Hash'), 20);
  const sha256 = digestOf(record.get('AdditionalHash'), 32);
  const url = textOf(record.get('OriginUri')) ?? textOf(record.get('FileUri'));
  if (sha1 !== null) file.sha1 = sha1;
  if (sha256 !== null) file.sha256 = sha256;
  if (url !== null) file.url = url;
  return file;
}

/** A text that is there; exports write "<ref>" where they lost a value. */
function textOf(value: unknown): string | null {
  if (typeof value === 'number') return String(value);
  if (typeof value !== 'string') return null;
  const text = value.trim();
  return text === '' || text === '<ref>' ? null : text;
}

function listOf(value: unknown): string[] {
  return (Array.isArray(value) ? value : [value]).flatMap((item: unknown) => textOf(item) ?? []);
}

/** "2023-06-13T17:00:06Z" or "/Date(1720544400000)/"; null when there is none: the update is still one. */
function dateOf(value: unknown): string | null {
  const text = textOf(value);
  if (text === null) return null;
  const milliseconds = /^\/Date\((-?\d{1,15})(?:[+-]\d{4})?\)\/$/.exec(text)?.[1];
  return utcTime(milliseconds === undefined ? text : new Date(Number(milliseconds)).toISOString());
}

/** Bytes; some exports write the number as text, some leave it empty. */
function sizeOf(value: unknown): number | null {
  const text = textOf(value);
  if (text === null) return null;
  const size = Number(text);
  if (!Number.isSafeInteger(size) || size < 0) throw new RecordError('Size is not a number of bytes');
  return size;
}

/** Digest bytes in decimal ("74 22 36 ...", or a list of numbers) as lower-case hexadecimal. */
function digestOf(value: unknown, length: number): string | null {
  const bytes = Array.isArray(value) ? value.map(Number) : (textOf(value)?.split(/\s+/).map(Number) ?? []);
  if (bytes.length === 0) return null;
  if (bytes.length !== length || bytes.some((byte) => !Number.isInteger(byte) || byte < 0 || byte > 255)) {
    throw new RecordError(`a digest is not ${length} bytes`);
  }
  return bytes.map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
