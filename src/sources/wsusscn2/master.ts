/**
 * The master document of an offline scan file (`package.xml`): which updates there are, what replaces what, what belongs to
 * which bundle, where files are. It has neither titles nor KBs; those lie in streams of their own. Updates are called by
 * the number of their revision, and relations point from the older one to the newer and from the part to the bundle.
 */
import { FormatError } from '../../formats/format-error.ts';
import { XmlStream } from '../../formats/xml/stream.ts';
import { Addresses, FileLists, ownText, UpdateIds } from './compact.ts';

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
  products: readonly string[];
  /** Revisions that replace it. */
  supersededBy: readonly number[];
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
  files: Pick<FileLists, 'get'>;
  /** Address by SHA-1 (base64). */
  locations: Pick<Addresses, 'get'>;
  updateIdOf(revisionId: number): string | undefined;
}

const nothing: readonly never[] = [];

/** Reads the document piece by piece. */
export function masterReader(): { write(text: string): void; end(): Master } {
  const updates = new Map<number, MasterUpdate>();
  const files = new FileLists();
  const locations = new Addresses();
  const ids = new UpdateIds();
  const bundles = new Map<number, number[]>();
  const older = new Map<number, number[]>();
  const known = new Map<string, string>();
  const productLists = new Map<string, readonly string[]>();
  /** The same few ids and times stand in very many places. */
  const once = (text: string): string => {
    const first = known.get(text);
    if (first !== undefined) return first;
    const own = ownText(text);
    known.set(own, own);
    return own;
  };
  let created = '';
  let update: MasterUpdate | null = null;
  let isShown = false;
  let list = '';
  let products: string[] = [];
  let newer: number[] = [];
  let payload: string[] = [];

  const open = (name: string, at: Readonly<Record<string, string>>): void => {
    if (name === 'OfflineSyncPackage') created = at['CreationDate'] ?? '';
    else if (name === 'Update') {
      const revisionId = number(at['RevisionId'], 'RevisionId');
      if (ids.size >= mostUpdates) throw new FormatError('limit', 'it lists too many updates');
      const updateId = ownText((at['UpdateId'] ?? '').toLowerCase());
      if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(updateId)) {
        throw new FormatError('corrupt', `the update ${revisionId} has no UpdateId`);
      }
      ids.add(revisionId, updateId);
      update = {
        ...{ revisionId, updateId, revisionNumber: number(at['RevisionNumber'], 'RevisionNumber') },
        ...{ created: once(at['CreationDate'] ?? ''), classification: null, products: nothing },
        ...{ supersededBy: nothing, supersedes: [], parts: [] },
      };
      [products, newer, payload] = [[], [], []];
      isShown = at['IsLeaf'] === 'true' && at['IsSoftware'] !== 'false' && !isPart(at['DeploymentAction']);
    } else if (update === null) {
      if (name === 'FileLocation') {
        if (locations.size >= mostFiles) throw new FormatError('limit', 'it lists too many files');
        if (at['Id'] !== undefined && at['Url'] !== undefined) locations.add(at['Id'], at['Url']);
      }
    } else if (name === 'SupersededBy' || name === 'BundledBy' || name === 'PayloadFiles') list = name;
    else if (name === 'Revision' && list === 'SupersededBy') {
      const revisionId = number(at['Id'], 'Id');
      newer.push(revisionId);
      push(older, revisionId, update.revisionId);
    } else if (name === 'Revision' && list === 'BundledBy') {
      isShown = false;
      push(bundles, number(at['Id'], 'Id'), update.revisionId);
    } else if (name === 'File' && list === 'PayloadFiles' && at['Id'] !== undefined) {
      payload.push(at['Id']);
    } else if (name === 'Category' && at['Id'] !== undefined) {
      const id = once(at['Id'].toLowerCase());
      if (at['Type'] === 'UpdateClassification') update.classification = id;
      else if (at['Type'] === 'Product') products.push(id);
    }
  };
  const close = (name: string): void => {
    if (name === list) list = '';
    if (name !== 'Update' || update === null) return;
    files.add(update.revisionId, payload);
    if (isShown) {
      const key = products.join(' ');
      const shared = productLists.get(key) ?? products;
      productLists.set(key, shared);
      // A list that grew has room for many more; a copy has not.
      updates.set(update.revisionId, { ...update, products: shared, supersededBy: newer.slice() });
    }
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
