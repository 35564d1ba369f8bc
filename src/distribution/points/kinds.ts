/**
 * The table of the kinds of distribution points. To add one: a folder here that makes a `PointKind`, the schema of its
 * settings (`point.<type>.settings`), a line in this list.
 */
import { Problem } from '../../errors.ts';
import { configmgrKind } from './configmgr/kind.ts';
import { folderKind } from './folder/kind.ts';
import { httpKind } from './http/kind.ts';
import type { PointKind } from './point.ts';
import { s3Kind } from './s3/kind.ts';
import { wdsKind } from './wds/kind.ts';

const list: readonly PointKind[] = [
  folderKind as PointKind,
  httpKind as PointKind,
  configmgrKind as PointKind,
  s3Kind as PointKind,
  wdsKind as PointKind,
];

export const pointKinds: ReadonlyMap<string, PointKind> = new Map(list.map((each) => [each.type, each]));

/** Throws Problem ImgPointInvalid. */
export function pointKind(type: string): PointKind {
  const kind = pointKinds.get(type.toLowerCase());
  if (kind !== undefined) return kind;
  throw new Problem('ImgPointInvalid', {
    detail: `There is no kind of distribution point ${JSON.stringify(type)}; there are ${[...pointKinds.keys()].join(', ')}.`,
  });
}
