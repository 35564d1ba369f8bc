/**
 * The master document of an offline scan file (`package.xml`): which updates there are, what replaces what, what belongs to
 * which bundle, where files are. It has neither titles nor KBs; those lie in streams of their own. Updates are called by
 * the number of their revision, and relations point from the older one to the newer and from the part to the bundle.
 */
import { FormatError } from '../../formats/format-error.ts';
import { XmlStream } from '../../formats/xml/stream.ts';

/** More is no scan file: real ones have 140,000 updates and 100,000 files. */
const mostUpdates = 2_000_000;
const mostFiles = 2_000_000;
/** Characters; the real one has 114 million. */
const bounds = { length: 2 ** 30, depth: 64, text: 2 ** 20 };

export interface MasterUpdate {
  revisionId: number;
  updateId: string;
  revisionNumber: number;
  created: string;
  classification: string | null;
  products: string[];
  /** Revisions that replace it. */
  supersededBy: number[];
  /** Ids of updates that it replaces. */
  supersedes: string[];
  /** Parts, for a bundle; itself, where it has files of its own. */
  parts: number[];
}

export interface Master {
  /** When Microsoft made it. */
  created: string;
  /** What a person chooses: no parts, no categories. By revision, in order. */
  updates: ReadonlyMap<number, MasterUpdate>;
  /** SHA-1 digests (base64) of the files of a revision. */
  files: ReadonlyMap<number, readonly string[]>;
  /** Address by SHA-1 (base64). */
  locations: ReadonlyMap<string, string>;
  updateIdOf(revisionId: number): string | undefined;
}

/** Reads the document piece by piece. */
export function masterReader(): { write(text: string): void; end(): Master } {
  const updates = new Map<number, MasterUpdate>();
  const files = new Map<number, string[]>();
  const locations = new Map<string, string>();
  const ids = new Map<number, string>();
  const bundles = new Map<number, number[]>();
  const older = new Map<number, number[]>();
  const known = new Map<string, string>();
  /** The same few ids stand in very many places. */
  const once = (text: string): string => {
    const first = known.get(text);
    if (first === undefined) known.set(text, text);
    return first ?? text;
  };
  let created = '';
  let update: MasterUpdate | null = null;
  let isShown = false;
  let list = '';

  const open = (name: string, at: Readonly<Record<string, string>>): void => {
    if (name === 'OfflineSyncPackage') created = at['CreationDate'] ?? '';
    else if (name === 'Update') {
      const revisionId = number(at['RevisionId'], 'RevisionId');
      if (ids.size >= mostUpdates) throw new FormatError('limit', 'it lists too many updates');
      const updateId = (at['UpdateId'] ?? '').toLowerCase();
      if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(updateId)) {
        throw new FormatError('corrupt', `the update ${revisionId} has no UpdateId`);
      }
      ids.set(revisionId, updateId);
      update = {
        ...{ revisionId, updateId, revisionNumber: number(at['RevisionNumber'], 'RevisionNumber') },
        ...{ created: at['CreationDate'] ?? '', classification: null, products: [] },
        ...{ supersededBy: [], supersedes: [], parts: [] },
      };
      isShown = at['IsLeaf'] === 'true' && at['IsSoftware'] !== 'false' && !isPart(at['DeploymentAction']);
    } else if (update === null) {
      if (name === 'FileLocation') {
        if (locations.size >= mostFiles) throw new FormatError('limit', 'it lists too many files');
        if (at['Id'] !== undefined && at['Url'] !== undefined) locations.set(at['Id'], at['Url']);
      }
    } else if (name === 'SupersededBy' || name === 'BundledBy' || name === 'PayloadFiles') list = name;
    else if (name === 'Revision' && list === 'SupersededBy') {
      const newer = number(at['Id'], 'Id');
      update.supersededBy.push(newer);
      push(older, newer, update.revisionId);
    } else if (name === 'Revision' && list === 'BundledBy') {
      isShown = false;
      push(bundles, number(at['Id'], 'Id'), update.revisionId);
    } else if (name === 'File' && list === 'PayloadFiles' && at['Id'] !== undefined) {
      push(files, update.revisionId, at['Id']);
    } else if (name === 'Category' && at['Id'] !== undefined) {
      const id = once(at['Id'].toLowerCase());
      if (at['Type'] === 'UpdateClassification') update.classification = id;
      else if (at['Type'] === 'Product') update.products.push(id);
    }
  };
  const close = (name: string): void => {
    if (name === list) list = '';
    if (name !== 'Update' || update === null) return;
    if (isShown) updates.set(update.revisionId, update);
    update = null;
  };

  const stream = new XmlStream({ opened: open, closed: close }, bounds);
  return {
    write: (text) => stream.write(text),
    end() {
      stream.close();
      if (ids.size === 0) throw new FormatError('corrupt', 'it lists no update');
      for (const each of updates.values()) {
        each.parts = [each.revisionId, ...(bundles.get(each.revisionId) ?? [])].filter((part) => files.has(part));
        each.supersedes = (older.get(each.revisionId) ?? []).flatMap((revision) => ids.get(revision) ?? []);
      }
      const ordered = new Map([...updates].sort(([a], [b]) => a - b));
      return { created, updates: ordered, files, locations, updateIdOf: (revision) => ids.get(revision) };
    },
  };
}

/** Parts of bundles and what is only looked at. */
function isPart(action: string | undefined): boolean {
  return action === 'Bundle' || action === 'Evaluate';
}

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const values = map.get(key);
  if (values === undefined) map.set(key, [value]);
  else values.push(value);
}

function number(text: string | undefined, name: string): number {
  if (text === undefined || !/^\d{1,10}$/.test(text)) {
    throw new FormatError('corrupt', `${name} ${JSON.stringify(text ?? '')} is not a number`);
  }
  return Number(text);
}
