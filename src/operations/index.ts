/**
 * The table of operations: the engine's only front door. The command line, the methods of `serve` and the reference in
 * the documentation are made from it.
 * To add one: schemas `<noun>.<verb>.request.json` and `.result.json`, `npm run generate`, a file
 * `<noun>/<verb>.ts` here, a line in the list.
 */
import { imageAdd } from './image/add.ts';
import { imageFiles } from './image/files.ts';
import { imageInspect } from './image/inspect.ts';
import { imageInstalled } from './image/installed.ts';
import { imageList } from './image/list.ts';
import { imageRead } from './image/read.ts';
import { imageRefresh } from './image/refresh.ts';
import { imageRemove } from './image/remove.ts';
import { imageSet } from './image/set.ts';
import { imageShow } from './image/show.ts';
import { imageVerify } from './image/verify.ts';
import type { AnyOperation } from './operation.ts';
import { schemaShow } from './schema/show.ts';
import { siteSet } from './site/set.ts';
import { siteShow } from './site/show.ts';

const list = [
  siteShow,
  siteSet,
  schemaShow,
  imageAdd,
  imageList,
  imageShow,
  imageSet,
  imageRemove,
  imageRefresh,
  imageInspect,
  imageInstalled,
  imageFiles,
  imageRead,
  imageVerify,
] as unknown as AnyOperation[];

export const operations: ReadonlyMap<string, AnyOperation> = new Map(list.map((each) => [each.name, each]));
