/**
 * The table of operations: the engine's only front door. The command line, the methods of `serve` and the reference in
 * the documentation are made from it.
 * To add one: schemas `<noun>.<verb>.request.json` and `.result.json`, `npm run generate`, a file
 * `<noun>/<verb>.ts` here, a line in the list.
 */
import type { AnyOperation } from './operation.ts';
import { schemaShow } from './schema/show.ts';
import { siteSet } from './site/set.ts';
import { siteShow } from './site/show.ts';

const list = [siteShow, siteSet, schemaShow] as unknown as AnyOperation[];

export const operations: ReadonlyMap<string, AnyOperation> = new Map(list.map((each) => [each.name, each]));
