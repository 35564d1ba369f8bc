import type { Category } from '../source.ts';
import type { MetadataDocument } from './document.ts';
import { titleOf } from './to-update.ts';

const kinds: Readonly<Record<string, Category['kind']>> = {
  Company: 'company',
  ProductFamily: 'family',
  Product: 'product',
  UpdateClassification: 'classification',
};

/** The category that a document describes. */
export function categoryOf(document: MetadataDocument): Category {
  const title = titleOf(document);
  return {
    id: document.id,
    kind: kinds[document.categoryType] ?? 'other',
    name: title === '' ? document.id : title,
    parent: document.categories[0] ?? null,
  };
}
