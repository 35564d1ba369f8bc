/**
 * Where published images go. A kind of distribution point is one folder here, the schema of its settings, and a line in
 * `kinds.ts`; targets, retries, status and history are the same for all.
 *
 * A distribution point holds no state of ours: what it has is found there. Whatever happens to it (full, gone, cut off,
 * changed by others), what it serves is a whole version, the old one or the new one.
 */
import type { PointCheck, PointImageIndex, SiteReport } from '../../contract/generated/types.ts';
import type { Validator } from '../../contract/generated/validator.ts';
import type { Ports } from '../../ports/index.ts';
import type { KeyPair } from '../../ports/signing.ts';

/** A published version of an image. */
export interface Content {
  imageId: string;
  imageName: string;
  /** Label of the organisation. */
  version: string;
  /** The registered file: nobody replaces it while it is sent. */
  file: string;
  size: number;
  sha256: string;
  sourceVersion: number;
  revision: string | null;
  /** For pre-cache; null: as the indexes say. */
  architecture: string | null;
  language: string | null;
  /** May it be sent to many at once, and how. */
  multicast: { allow: boolean; encrypt: boolean; transferOnly: boolean };
  indexes: PointImageIndex[];
}

/**
 * How content came: `same` = it was there; `linked` = the same bytes were there under another version; `patched` = a
 * copy of an earlier version was changed in place; `blocks` = built of pieces of an earlier version and new ones;
 * `copied` = all of it travelled; `told` = another program was told to fetch it.
 */
export type Method = 'same' | 'linked' | 'patched' | 'blocks' | 'copied' | 'told';

export interface Sent {
  method: Method;
  /** Bytes of content that travelled. */
  bytesSent: number;
  /** Bytes of content that were there already. */
  bytesReused: number;
  /** Where it is served. */
  path: string;
  warnings: string[];
  /** Where distribution points of its own fetch the content afterwards: how far they are. */
  report?: SiteReport;
  /** What starts the multicast transmission that it is offered in there. */
  transmission?: string;
}

export interface PointContext {
  ports: Ports;
  /** Name of the distribution point. */
  name: string;
  /** The key of the site, made where there is none. */
  key(): Promise<KeyPair>;
  signal: AbortSignal;
  /** Bytes of the content at hand. */
  onProgress(done: number, total: number): void;
}

export interface DistributionPoint {
  /** Makes the place ready for the first time. Throws Problem. */
  prepare(): Promise<void>;
  /** Brings the content and serves it: the same again changes nothing. Throws Problem. */
  send(content: Content): Promise<Sent>;
  /** Compares what is served with its digest; undefined where it is whole, else what is wrong, in a sentence. */
  damage(content: Pick<Content, 'imageId' | 'imageName' | 'sourceVersion' | 'sha256'>): Promise<string | undefined>;
  /** What may be done once content is served, so that the next send is fast. */
  rest(content: Content): Promise<void>;
  /** How far distribution points of its own are with what a send told; for kinds that report. Throws Problem. */
  report?(before: SiteReport): Promise<SiteReport>;
  /** Tries it as far as that costs little. Never throws for what it finds. */
  test(): Promise<PointCheck[]>;
}

/** Settings that every kind has. */
export interface CommonSettings {
  attempts?: number;
  [more: string]: unknown;
}

/** A kind of distribution point. `Settings` is the type that its schema describes. */
export interface PointKind<Settings = never> {
  /** As it is spelled in requests; the schema of its settings is `point.<type>.settings`. */
  type: string;
  /** Is it these settings? Defaults are filled in. */
  validate: Validator<Settings>;
  /** Brings settings to their usual spelling. Throws Problem ImgPointInvalid. */
  settle(settings: Settings, ports: Ports): Settings;
  open(settings: Settings, context: PointContext): DistributionPoint;
}
