/**
 * A small file that says what a site holds, for a bundle that brings only what it lacks. It is not signed: a wrong one
 * leaves files out of a bundle, which the import then names.
 */
import { Problem } from '../errors.ts';
import { fileProblem } from '../images/library/file-problem.ts';
import type { Files } from '../ports/files.ts';
import type { Site } from '../site/site.ts';
import { partsOfCursor } from '../sources/bundle/bundle.ts';

const longest = 64 * 1024 * 1024;

export interface Inventory {
  /** Digests of package files. */
  contents: ReadonlySet<string>;
  /** Digests of the parts that were taken, by the key of the site that made them. */
  partsOf(fingerprint: string): ReadonlySet<string>;
}

export const emptyInventory: Inventory = { contents: new Set(), partsOf: () => new Set() };

interface InventoryFile {
  inventory: 1;
  made: string;
  contents: string[];
  parts: Record<string, string[]>;
}

/** Throws Problem ImgFileUnwritable, ImgInsufficientSpace. */
export async function writeInventory(
  { site, files }: { site: Site; files: Files },
  path: string,
  made: string,
): Promise<void> {
  const { database } = site;
  const contents = await database.selectFrom('content').select('sha256').distinct().orderBy('sha256').execute();
  const sources = await database.selectFrom('source').selectAll().where('type', '=', 'bundle').execute();
  const parts = sources.flatMap(({ settings_json, cursor }) =>
    (JSON.parse(settings_json) as { trust: string[] }).trust.map((key) => [key, partsOfCursor(cursor)] as const),
  );
  const written: InventoryFile = {
    inventory: 1,
    made,
    contents: contents.map(({ sha256 }) => sha256),
    parts: Object.fromEntries(parts),
  };
  try {
    files.replaceText(path, `${JSON.stringify(written)}\n`);
  } catch (error) {
    throw fileProblem(error, { path, doing: 'write' });
  }
}

/** Throws Problem ImgFileNotFound, ImgFileUnreadable, ImgBundleInvalid. */
export function readInventory(files: Files, path: string): Inventory {
  const { contents, parts } = parsed(files, path);
  return { contents: new Set(contents), partsOf: (fingerprint) => new Set(parts[fingerprint] ?? []) };
}

function parsed(files: Files, path: string): InventoryFile {
  let value: Partial<InventoryFile> | null;
  try {
    value = JSON.parse(files.text(path, longest));
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof RangeError) throw invalid(path);
    throw fileProblem(error, { path, doing: 'read' });
  }
  const isList = (list: unknown): boolean => Array.isArray(list) && list.every((each) => typeof each === 'string');
  if (value?.inventory !== 1 || !isList(value.contents) || !Object.values(Object(value.parts)).every(isList)) {
    throw invalid(path);
  }
  return { ...(value as InventoryFile), parts: Object(value.parts) };
}

function invalid(path: string): Problem {
  return new Problem('ImgBundleInvalid', {
    detail: `${path} is no inventory.`,
    remedy: 'Write it again at the other site: `imgupdate bundle import DIR --inventory FILE`.',
  });
}
