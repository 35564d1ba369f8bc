/**
 * The catalog in the database. Flags are 0 or 1; `posted` is in milliseconds since 1970; documents are JSON texts. The
 * document is what was imported; every other column follows from it and the release table, except what is set here by
 * an administrator (`hidden`, `declined_here`, `note`).
 */
export interface CatalogUpdateTable {
  id: number;
  unique_id: string;
  /** Id derived from title and creation date, where the source's older records have no id. */
  derived_id: string | null;
  title: string;
  title_key: string;
  article_id: string | null;
  classification: string | null;
  kind: string;
  family: string | null;
  release: string | null;
  architecture: string | null;
  month: string | null;
  posted: number | null;
  revision_number: number;
  dot_net: string;
  is_superseded: number;
  is_expired: number;
  is_declined: number;
  hidden: number;
  declined_here: number;
  note: string | null;
  source: string;
  imported: string;
  document: string;
  /** Whether one of its files is a package that DISM takes; null when its files are not known. */
  has_package: number | null;
  /** It competes nowhere, because not all of it was understood. */
  not_understood: number;
}

/** One line: what updates compete in. */
export interface CatalogLineTable {
  line_id: number;
  family: string;
  release: string;
  architecture: string;
  kind: string;
}

/** An update competes in a line; it may compete in several. */
export interface CatalogMemberTable {
  line_id: number;
  update_id: number;
  exact: number;
  base_build: number | null;
  build: number | null;
  revision: number | null;
  channel: string | null;
  month: string | null;
  posted: number | null;
}

/** A source's word that one update replaces another; both may be missing from the catalog. */
export interface CatalogEdgeTable {
  /** Update whose document says so. */
  update_id: number;
  older: string;
  newer: string;
  /** When that update was posted: since then it is known. `undated` when nobody says. */
  posted: number;
}

/** A time in milliseconds before every update. */
export const undated = -1e15;

export interface CatalogFileTable {
  update_id: number;
  name_key: string;
  size: number | null;
  sha1: string | null;
  sha256: string | null;
}

export interface CatalogProductTable {
  product_key: string;
  update_id: number;
}

/** What was learned of an update here: from its package, or from a run. It survives imports. */
export interface CatalogLearnedTable {
  unique_id: string;
  revision: string | null;
  name: string | null;
  version: string | null;
  origin: string;
}

export interface ReleaseRowTable {
  family: string;
  release: string;
  product: string;
  date: string;
  build: number;
  revision: number;
  article_id: string | null;
  kind: string;
}

/** One row: the number of the large import that began last, and whether it goes on without the search indexes. */
export interface CatalogLargeImportTable {
  number: number;
  is_open: number;
}

export interface CatalogTables {
  catalog_large_import: CatalogLargeImportTable;
  catalog_update: CatalogUpdateTable;
  catalog_line: CatalogLineTable;
  catalog_member: CatalogMemberTable;
  catalog_edge: CatalogEdgeTable;
  catalog_file: CatalogFileTable;
  catalog_product: CatalogProductTable;
  catalog_learned: CatalogLearnedTable;
  release_row: ReleaseRowTable;
}
