import type { Digests } from '../../images/library/growing-digest.ts';
import type { Ports } from '../../ports/index.ts';

/** A file of an update as it is wanted: what its record says of it. */
export interface WantedFile {
  /** As the record has it; never a path. */
  name: string;
  /** Bytes; null when nobody says. */
  size: number | null;
  sha1: string | null;
  sha256: string | null;
  /** Where it is offered, best first; http:, https: and file:. */
  urls: readonly string[];
  /**
   * What the digests are worth: `trusted` decides; `find` came from the same place as the file, or over plain http, and
   * says no more than which file is meant.
   */
  trust: 'trusted' | 'find';
  /** The record came from a source of this site, so that a file: URL may name a share. */
  isFromSource: boolean;
}

/** A file that came whole; it lies in the folder of partial files until somebody moves it. */
export interface Fetched {
  path: string;
  size: number;
  digests: Digests;
  /** The address that gave it. */
  url: string;
  /** Bytes that travelled in this call. */
  transferred: number;
}

/** Why an address does not give a file, or not what was wanted. */
export type FailureReason =
  | 'unreachable'
  | 'certificate'
  | 'proxy'
  | 'refused'
  | 'redirect'
  | 'interrupted'
  | 'wrong-length'
  | 'web-page'
  | 'wrong-content'
  | 'missing';

/** One address gave up; the next one is tried. The message is for people and names the address without secrets. */
export class AddressFailed extends Error {
  readonly reason: FailureReason;
  readonly url: string;

  constructor(reason: FailureReason, url: string, message: string) {
    super(message);
    this.name = 'AddressFailed';
    this.reason = reason;
    this.url = url;
  }
}

/** How downloads are done; from the settings of the site, but for the patience, which tests shorten. */
export interface DownloadPolicy {
  contentBaseUrls: readonly string[];
  /** Hosts that a redirect may lead to besides the one that was asked. */
  contentHosts: readonly string[];
  /** '' = as the environment says, `none` = directly, else the URL of a proxy. */
  proxy: string;
  /** Milliseconds without a byte after which an answer counts as stalled. */
  patience: number;
  /** Attempts in a row that bring no new byte before an address is given up. */
  attempts: number;
  /** More bytes than any package has: where an answer of unknown length is stopped. */
  largest: number;
  /** Root certificates (PEM) besides those of the machine. */
  roots?: readonly string[];
}

export const usualPolicy: DownloadPolicy = {
  contentBaseUrls: [],
  contentHosts: [],
  proxy: '',
  patience: 30_000,
  attempts: 6,
  largest: 16 * 1024 ** 3,
};

export type DownloadPorts = Pick<Ports, 'clock' | 'files' | 'http' | 'ids'>;
