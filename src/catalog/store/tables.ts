// biome-ignore lint/suspicious/noEmptyInterface: the catalog's tables are about to be written here (export CatalogTables: src/site/tables.ts extends it).
export interface CatalogTables {}
