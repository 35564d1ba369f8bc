import type { DerivedUpdate, Membership } from '../../updates/derive.ts';
import type { Architecture, UpdateKind } from '../../updates/kinds.ts';
import { baseBuild } from '../../updates/known-releases.ts';
import { productKey, productKeys } from '../../updates/product.ts';
import type { UpdateDocument } from '../../updates/update.ts';
import { type CatalogUpdateTable, undated } from './tables.ts';

/** Columns of `catalog_update` that follow from document and derivation, in the order in which they are written. */
export const updateColumns = [
  'id',
  'unique_id',
  'derived_id',
  'title',
  'title_key',
  'article_id',
  'classification',
  'kind',
  'family',
  'release',
  'architecture',
  'month',
  'posted',
  'revision_number',
  'dot_net',
  'is_superseded',
  'is_expired',
  'is_declined',
  'hidden',
  'declined_here',
  'note',
  'source',
  'imported',
  'document',
  'has_package',
  'not_understood',
] as const;

/** What an administrator set on an update; it survives imports. */
export type LocalColumns = Pick<CatalogUpdateTable, 'hidden' | 'declined_here' | 'note'>;

export interface StoredFacts {
  id: number;
  derivedId: string | null;
  update: UpdateDocument;
  derived: DerivedUpdate;
  document: string;
  local: LocalColumns;
  source: string;
  imported: string;
}

export function updateRow(facts: StoredFacts): unknown[] {
  const { update, derived, local } = facts;
  const row: CatalogUpdateTable = {
    id: facts.id,
    unique_id: update.uniqueId,
    derived_id: facts.derivedId,
    title: update.title,
    title_key: update.title.toLowerCase(),
    article_id: derived.articleId,
    classification: update.classification,
    kind: derived.kind,
    family: derived.family,
    release: derived.release,
    architecture: derived.architecture,
    month: derived.month,
    posted: milliseconds(update.datePosted),
    revision_number: update.revisionNumber ?? 0,
    dot_net: derived.dotNetVersions.join(' '),
    is_superseded: Number(update.isSuperseded === true),
    is_expired: Number(update.isExpired === true),
    is_declined: Number(update.isDeclined === true),
    ...local,
    source: facts.source,
    imported: facts.imported,
    document: facts.document,
    has_package: derived.hasPackage === null ? null : Number(derived.hasPackage),
    not_understood: Number(derived.notUnderstood.length > 0),
  };
  return updateColumns.map((column) => row[column]);
}

export const memberColumns = [
  'line_id',
  'update_id',
  'exact',
  'base_build',
  'build',
  'revision',
  'channel',
  'month',
  'posted',
] as const;

export function memberRow(lineId: number, updateId: number, month: string | null, member: Membership): unknown[] {
  return [
    lineId,
    updateId,
    Number(member.exact),
    member.build === null ? null : baseBuild(member.build),
    member.build,
    member.revision,
    member.channel,
    month ?? member.datePosted?.slice(0, 7) ?? '',
    milliseconds(member.datePosted),
  ];
}

export const edgeColumns = ['update_id', 'older', 'newer', 'posted'] as const;

export function edgeRows(updateId: number, update: UpdateDocument): unknown[][] {
  const posted = milliseconds(update.datePosted) ?? undated;
  const own = (update.supersedes ?? []).map((older) => [updateId, older, update.uniqueId, posted]);
  return own.concat((update.supersededBy ?? []).map((newer) => [updateId, update.uniqueId, newer, posted]));
}

export const fileColumns = ['update_id', 'name_key', 'size', 'sha1', 'sha256'] as const;

export function fileRows(updateId: number, update: UpdateDocument): unknown[][] {
  return update.files.map((file) => [
    updateId,
    file.name.toLowerCase(),
    file.size,
    file.sha1 ?? null,
    file.sha256 ?? null,
  ]);
}

export const productColumns = ['product_key', 'update_id'] as const;

/** An update is also found under its family, because some sources name no products. */
export function productRows(updateId: number, update: UpdateDocument, derived: DerivedUpdate): unknown[][] {
  const family = derived.family === null ? [] : [productKey(derived.family)];
  return [...new Set([...productKeys(update.products), ...family])].map((key) => [key, updateId]);
}

export function milliseconds(time: string | null): number | null {
  return time === null ? null : Date.parse(time);
}

export function asKind(text: string): UpdateKind {
  return text as UpdateKind;
}

export function asArchitecture(text: string): Architecture {
  return text as Architecture;
}

/** RFC 3339 of a column in milliseconds. */
export function utcTime(milliseconds: number): string {
  return new Date(milliseconds).toISOString().replace('.000Z', 'Z');
}
