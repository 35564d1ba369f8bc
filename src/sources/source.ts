/**
 * Where updates come from. A kind of source is one folder here, the schema of its settings, and a line in `kinds.ts`; the
 * rest (storing, merging, resuming, telling) is the same for all and lives in `sync/`.
 *
 * A source only brings facts: it decides nothing about kinds, lines or the latest; `updates` and `selection` do. It holds
 * no state of its own: what it wants to remember is its cursor, an opaque text that is stored in the same transaction as
 * the records before it. So a sync that is cut off at any point goes on from the last checkpoint.
 */
import type { Validator } from '../contract/generated/validator.ts';
import type { Ports } from '../ports/index.ts';
import type { ReleaseRow } from '../updates/release-table.ts';
import type { UpdateDocument } from '../updates/update.ts';

/**
 * What a kind of source can tell: `incremental` = only what is new, `categories` = products and classifications to
 * subscribe to, `supersedence`, `expiry` = which updates were withdrawn, `releases` = rows of the release table,
 * `files` = where the package files are, `lookup` = one article on request.
 */
export type Capability = 'incremental' | 'categories' | 'supersedence' | 'expiry' | 'releases' | 'files' | 'lookup';

/**
 * What a digest of this source is worth: `trusted` = it came over TLS, or from a bundle whose signature was checked; it
 * decides whether a file is the right one. `find` = plain http, a folder: it only says which file is meant.
 */
export type DigestTrust = 'trusted' | 'find';

/** One thing that a source tells. */
export type SourceEvent =
  /** An update, whole. `key` is its name at this source: unique there, the same every time. */
  | { type: 'update'; key: string; update: UpdateDocument }
  /** The source says that this update was withdrawn; what is known of it stays. */
  | { type: 'expired'; key: string }
  | { type: 'release'; row: ReleaseRow }
  /** A product, a classification or another group to subscribe to. */
  | { type: 'category'; category: Category }
  /** A record that cannot be read: what it is called, and why. The sync goes on. */
  | { type: 'failed'; key: string; message: string }
  /** Everything before this is complete: when it is stored, so is `cursor`, and the next sync begins there. */
  | { type: 'checkpoint'; cursor: string }
  /** Something that a person should know, told once. */
  | { type: 'warning'; message: string }
  /** Where it is. `total` is null while nobody knows. */
  | { type: 'progress'; message: string; done: number; total: number | null };

export interface Category {
  /** Lower-case GUID; of a language its tag, for example de or pt-br. */
  id: string;
  kind: 'product' | 'family' | 'company' | 'classification' | 'detectoid' | 'language' | 'other';
  name: string;
  /** Id of the category that it belongs to. */
  parent: string | null;
}

/** What a source may use of the world, and of what is known here. */
export interface SourceContext {
  ports: Ports;
  /** Name of the source, for messages. */
  name: string;
  signal: AbortSignal;
  /** Counts what goes over the network; shown with the sync. */
  traffic: Traffic;
  /** Proxy of the site; undefined: as the environment says. */
  proxy: string | undefined;
  /** Folder of this source alone, for what it keeps between syncs (answers with their validators). Made when asked for. */
  cacheFolder(): string;
  /** Ids of the categories that the site subscribes to at this source; null: nobody chose, the usual ones. */
  subscription: readonly string[] | null;
  /** Keys of this source that are stored already, of these, with their revision numbers. */
  known(keys: readonly string[]): Promise<ReadonlyMap<string, number>>;
}

export interface Traffic {
  requests: number;
  /** Bytes of the bodies that came in. */
  bytes: number;
}

export interface SyncWish {
  /** Cursor of the last checkpoint that was stored; null: there is none, or everything is wanted again. */
  cursor: string | null;
  /** Articles that are asked for by number, without KB; empty: everything. Only with the capability `lookup`. */
  articles: readonly string[];
}

/** One line of a test: what was tried, and what came of it. */
export interface SourceCheck {
  what: string;
  ok: boolean;
  message: string;
}

export interface UpdateSource {
  /**
   * What this source tells, in any order, with checkpoints in between. Throws Problem: ImgSourceUnreachable when it does
   * not answer, ImgSourceRefused when it answers that it will not, ImgSourceChanged when its answers have another shape
   * than the one that is known; whatever was told before stays.
   */
  events(wish: SyncWish): AsyncIterable<SourceEvent>;
  /** What `events` would ask for, in sentences, without asking the source for more than it must. */
  intent(wish: SyncWish): Promise<string[]>;
  /** Tries the source as far as that costs little. Never throws for what the source does. */
  test(): Promise<SourceCheck[]>;
}

/** A kind of source. `Settings` is the type that its schema describes. */
export interface SourceKind<Settings = never> {
  /** As it is spelled in requests; the schema of its settings is `source.<type>.settings`. */
  type: string;
  capabilities: readonly Capability[];
  /** What its digests are worth with these settings. */
  trust(settings: Settings): DigestTrust;
  /** Is it these settings? Defaults are filled in. */
  validate: Validator<Settings>;
  /** Brings settings to their usual spelling. Throws Problem ImgSourceInvalid with a sentence that names the member. */
  settle(settings: Settings, ports: Ports): Settings;
  open(settings: Settings, context: SourceContext): UpdateSource;
}
