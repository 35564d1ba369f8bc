/**
 * Saves files, some at a time, each on its own: what fails leaves the others alone. Whether they fit is asked before the
 * first byte.
 */
import pLimit from 'p-limit';
import type { SavedContent } from '../../contract/generated/types.ts';
import { problemDocument } from '../../errors.ts';
import type { PinnedRoot } from '../../packages/microsoft-roots.ts';
import type { Ports } from '../../ports/index.ts';
import type { Settings } from '../../site/settings.ts';
import type { Site } from '../../site/site.ts';
import { throttle } from '../download/bandwidth.ts';
import { type DownloadPolicy, usualPolicy } from '../download/types.ts';
import type { Verification } from '../judge.ts';
import { presentContent } from './present.ts';
import { problemOfFile, saveOne } from './save-one.ts';
import { assertSpace, bytesToCome } from './space.ts';
import { keyOf, type WantedContent } from './wanted.ts';

export interface SaveProgress {
  message: string;
  done: number;
  total: number;
  uniqueId: string;
}

export interface SaveRequest {
  ports: Ports;
  site: Site;
  settings: Settings;
  signal: AbortSignal;
  dryRun?: boolean;
  onProgress?: (progress: SaveProgress) => void;
  onNote?: (message: string) => void;
  /** For tests: patience, roots. */
  policy?: Partial<DownloadPolicy>;
  signatureRoots?: readonly PinnedRoot[];
}

export interface SaveOutcome {
  files: SavedContent[];
  /** To come, before the first byte. */
  bytes: number;
  bytesDownloaded: number;
}

/** Throws Problem ImgInsufficientSpace before anything is done, and the reason of the signal; what else fails stands in the outcome. */
export async function saveContents(request: SaveRequest, wanted: readonly WantedContent[]): Promise<SaveOutcome> {
  const { ports, site, settings, signal } = request;
  const missing: WantedContent[] = [];
  for (const each of wanted) if ((await presentContent({ ports, site }, each)) === undefined) missing.push(each);
  const bytes = bytesToCome({ ports, site }, missing);
  await assertSpace({ ports, site }, missing, settings.contentBudget);
  if (request.dryRun === true) {
    const files = await Promise.all(wanted.map((each) => planned(request, each)));
    return { files, bytes, bytesDownloaded: 0 };
  }
  const total = missing.reduce((sum, { size }) => sum + (size ?? 0), 0);
  const here = new Map<string, number>();
  const context = {
    ports,
    site,
    policy: policyOf(settings, request.policy),
    throttle: throttle(ports.clock, settings),
    signal,
    signatureRoots: request.signatureRoots,
    onNote: request.onNote,
    onProgress: (file: WantedContent, done: number) => {
      here.set(keyOf(ports, file), done);
      const sum = [...here.values()].reduce((all, each) => all + each, 0);
      request.onProgress?.({
        message: `Downloading ${file.name}`,
        done: sum,
        total: Math.max(total, sum),
        uniqueId: file.uniqueId,
      });
    },
  };
  const limit = pLimit(settings.maximumDownloads);
  const files = await Promise.all(
    wanted.map((each) =>
      limit(async (): Promise<SavedContent> => {
        try {
          const { row, state, transferred, url } = await saveOne(context, each);
          return {
            ...aboutFile(each),
            size: row.size,
            sha256: row.sha256,
            state,
            path: row.path,
            verification: row.verification as Verification,
            verificationReason: row.verification_reason,
            bytesDownloaded: transferred,
            url: url === '' ? null : url,
          };
        } catch (error) {
          return { ...aboutFile(each), state: 'failed', problem: problemDocument(problemOfFile(error, signal)) };
        }
      }),
    ),
  );
  return { files, bytes, bytesDownloaded: files.reduce((sum, file) => sum + file.bytesDownloaded, 0) };
}

export function policyOf(settings: Settings, more: Partial<DownloadPolicy> = {}): DownloadPolicy {
  const { contentBaseUrls, contentHosts, proxy } = settings;
  return { ...usualPolicy, contentBaseUrls, contentHosts, proxy, ...more };
}

/** A file before anything became of it. */
export function aboutFile({ uniqueId, articleId, title, name, size, sha256 }: WantedContent): SavedContent {
  return {
    state: 'planned',
    ...{ uniqueId, articleId, title, name, size, sha256 },
    path: null,
    verification: null,
    verificationReason: '',
    bytesDownloaded: 0,
    url: null,
    problem: null,
  };
}

async function planned({ ports, site }: SaveRequest, wanted: WantedContent): Promise<SavedContent> {
  const row = await presentContent({ ports, site }, wanted);
  if (row === undefined) return aboutFile(wanted);
  return {
    ...aboutFile(wanted),
    size: row.size,
    sha256: row.sha256,
    state: 'present',
    path: row.path,
    verification: row.verification as Verification,
    verificationReason: row.verification_reason,
  };
}
