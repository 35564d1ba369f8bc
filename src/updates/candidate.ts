import type { Channel, DerivedUpdate } from './derive.ts';
import type { UpdateKind } from './kinds.ts';
import type { Line } from './line.ts';
import type { UpdateDocument } from './update.ts';

/** One update as a competitor in one line: the facts that selection decides on, and nothing else. */
export interface Candidate {
  uniqueId: string;
  articleId: string | null;
  title: string;
  line: Line;
  kind: UpdateKind;
  /** False when only the release table says that this KB also serves this release. */
  exact: boolean;
  build: number | null;
  revision: number | null;
  channel: Channel | null;
  /** YYYY-MM of the title. */
  month: string | null;
  /** RFC 3339. */
  datePosted: string | null;
  revisionNumber: number;
  dotNetVersions: readonly string[];
  isExpired: boolean;
  isDeclined: boolean;
  isSuperseded: boolean;
  /** Set by the administrator here, not by the source. */
  isHidden: boolean;
  /** Whether one of its files is a package that DISM takes; null when its files are not known. */
  hasPackage: boolean | null;
  /** Its package is in the content library. */
  isProvisioned: boolean;
}

/** A source's word on replacement: `newer` supersedes `older`, both uniqueIds. */
export interface SupersedenceEdge {
  newer: string;
  older: string;
}

/** The candidates that an update is, one for each of its lines. */
export function candidatesOf(
  update: UpdateDocument,
  derived: DerivedUpdate,
  local: { isHidden?: boolean; isDeclined?: boolean; isProvisioned?: boolean } = {},
): Candidate[] {
  return derived.lines.map((member) => ({
    uniqueId: update.uniqueId,
    articleId: derived.articleId,
    title: update.title,
    line: member.line,
    kind: derived.kind,
    exact: member.exact,
    build: member.build,
    revision: member.revision,
    channel: member.channel,
    month: derived.month,
    datePosted: member.datePosted,
    revisionNumber: update.revisionNumber ?? 0,
    dotNetVersions: derived.dotNetVersions,
    isExpired: update.isExpired === true,
    isDeclined: update.isDeclined === true || local.isDeclined === true,
    isSuperseded: update.isSuperseded === true,
    isHidden: local.isHidden === true,
    hasPackage: derived.hasPackage,
    isProvisioned: local.isProvisioned === true,
  }));
}

/** The edges that a document states, in both spellings. */
export function edgesOf(update: UpdateDocument): SupersedenceEdge[] {
  const newer = (update.supersededBy ?? []).map((id) => ({ newer: id, older: update.uniqueId }));
  return (update.supersedes ?? []).map((id) => ({ newer: update.uniqueId, older: id })).concat(newer);
}
