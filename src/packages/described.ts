import type { UpdateKind } from '../updates/kinds.ts';
import type { Container } from './container.ts';
import type { PackageFacts, PackageInspection } from './types.ts';

/** What the answers about a package as a whole are made from. */
export interface Described {
  container: Container;
  format: PackageInspection['format'];
  kind: UpdateKind;
  facts: readonly PackageFacts[];
  /** Of the file. */
  name: string;
}
