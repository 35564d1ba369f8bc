/**
 * The update as it is imported and shown (docs/catalog-format.md). Members that are not named here are kept as they came.
 */
import type { Architecture, UpdateKind } from './kinds.ts';

export type UpdateFile = {
  name: string;
  /** Bytes; null when the source does not say. */
  size: number | null;
  /** Lower-case hexadecimal. */
  sha1?: string;
  sha256?: string;
  url?: string;
  /** Further addresses of the same file, from other sources. */
  urls?: string[];
  /**
   * Whether the digests decide. `trusted`: they came over TLS or from a signed bundle; `find`: plain http or a folder, they
   * only say which file is meant. Absent: a person imported them.
   */
  digestTrust?: 'trusted' | 'find';
};

export interface UpdateDocument {
  uniqueId: string;
  title: string;
  /** Digits, without "KB". */
  articleId: string | null;
  classification: string | null;
  /** Names or GUIDs. */
  products: string[];
  /** RFC 3339, UTC. */
  datePosted: string | null;
  files: UpdateFile[];
  revisionNumber?: number;
  architecture?: Architecture;
  kind?: UpdateKind;
  supersedes?: string[];
  supersededBy?: string[];
  isSuperseded?: boolean;
  isExpired?: boolean;
  isDeclined?: boolean;
  /** The publisher calls it a beta. */
  isBeta?: boolean;
  languages?: string[];
  description?: string;
  severity?: string;
  supportUrl?: string;
  /** The server's own short name of the update (WSUS LegacyName). */
  legacyName?: string;
  [member: string]: unknown;
}
