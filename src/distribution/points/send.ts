/**
 * Sends a published image to its targets: several at once, each on its own. Whatever happens at one, the others and the
 * published file are as they were.
 */
import pLimit from 'p-limit';
import type { DistributionStatus, PointImageIndex } from '../../contract/generated/types.ts';
import { asProblem, problemDocument } from '../../errors.ts';
import type { ImageTable } from '../../images/tables.ts';
import { reportFact } from '../../notification/report-fact.ts';
import type { Ports } from '../../ports/index.ts';
import { writeTransaction } from '../../site/database.ts';
import { whileHolding } from '../../site/locks.ts';
import type { Site } from '../../site/site.ts';
import { ownKeyPair } from '../../site/site-key.ts';
import type { DistributionPointTable } from '../tables.ts';
import { firstAsk } from './ask-again.ts';
import { failureFact } from './failure-fact.ts';
import { pointKind } from './kinds.ts';
import { persistently } from './persistently.ts';
import type { Content, DistributionPoint, PointContext } from './point.ts';
import { nextAttempt } from './resend.ts';
import { changeTarget, distributionStatus, setTarget, targetLock, targetRows } from './targets.ts';

/** Targets that are sent to at the same time. */
const mostAtOnce = 4;

export interface Sending {
  ports: Ports;
  site: Site;
  signal: AbortSignal;
  onNote?: (message: string) => void;
  onProgress?: (point: string, done: number, total: number) => void;
}

/** Opens a distribution point as its kind does. */
export function openPoint(
  { ports, site, signal, onProgress }: Sending,
  row: Pick<DistributionPointTable, 'name' | 'type' | 'settings_json'>,
): DistributionPoint {
  const context: PointContext = {
    ports,
    name: row.name,
    key: () => ownKeyPair({ ports, site }),
    signal,
    onProgress: (done, total) => onProgress?.(row.name, done, total),
  };
  return pointKind(row.type).open(JSON.parse(row.settings_json) as never, context);
}

/** The caller holds the lock of the image. Throws the reason of the signal; failures are in the status. */
export async function sendImage(
  sending: Sending,
  image: ImageTable,
  points: readonly DistributionPointTable[],
): Promise<DistributionStatus> {
  const { ports, site } = sending;
  const content = contentOf(image);
  const limit = pLimit(mostAtOnce);
  await Promise.all(points.map((point) => limit(() => sendTo(sending, content, point))));
  sending.signal.throwIfAborted();
  const keys = new Set(points.map(({ name_key }) => name_key));
  return distributionStatus({ database: site.database, ports }, image, keys);
}

function sendTo(sending: Sending, content: Content, point: DistributionPointTable): Promise<void> {
  const { ports, site, onNote } = sending;
  return whileHolding({ database: site.database, ports }, targetLock(point.name_key, content.imageId), {
    work: () => sendAlone(sending, content, point),
    refused: () => onNote?.(`${point.name} is being sent to by another process`),
  });
}

async function sendAlone(sending: Sending, content: Content, point: DistributionPointTable): Promise<void> {
  const { ports, site, onNote } = sending;
  const { database } = site;
  const target = { point_key: point.name_key, image_id: content.imageId };
  const now = (): string => ports.clock.now().toISOString();
  try {
    await setTarget(database, target, { state: 'InProgress', updated: now() });
    const opened = openPoint(sending, point);
    const { attempts = 3 } = JSON.parse(point.settings_json) as { attempts?: number };
    const onNote = (message: string): void => sending.onNote?.(`${point.name}: ${message}`);
    const sent = await persistently({ ...sending, attempts, onNote }, () => opened.send(content));
    await setTarget(database, target, {
      ...{ state: 'Success', delivered_version: content.sourceVersion, sha256: content.sha256, path: sent.path },
      ...{ method: sent.method, bytes_sent: sent.bytesSent, bytes_reused: sent.bytesReused, attempts: 0 },
      ...{ problem_json: null, warnings_json: JSON.stringify(sent.warnings), updated: now(), resend_at: null },
      report_json: sent.report === undefined ? null : JSON.stringify(sent.report),
      transmission: sent.transmission ?? null,
      ...firstAsk(sent.report, ports.clock.now()),
    });
    await opened.rest(content);
  } catch (error) {
    if (sending.signal.aborted) {
      await setTarget(database, target, { state: 'Unknown', updated: now() });
      return;
    }
    const problem = asProblem(error);
    const before = (await targetRows(database, content.imageId)).find((row) => row.point_key === point.name_key);
    const attempts = (before?.attempts ?? 0) + 1;
    const isRetried = (before?.resend_at ?? null) !== null;
    await writeTransaction(database, async (writer) => {
      await changeTarget(writer, target, {
        ...{ state: 'Error', attempts, updated: now() },
        problem_json: JSON.stringify(problemDocument(problem)),
        resend_at: isRetried ? nextAttempt(attempts, ports.clock.now()) : null,
      });
      await reportFact(writer, failureFact(content, point, { problem, attempts, at: now() }));
    });
    onNote?.(`${point.name}: ${problem.message}`);
  }
}

function contentOf(image: ImageTable): Content {
  const { indexes } = JSON.parse(image.inspection_json) as { indexes: PointImageIndex[] };
  const shown = indexes.map(
    ({ index, name, edition, family, release, architecture, languages, defaultLanguage, revision }) => ({
      ...{ index, name, edition, family, release, architecture, languages, defaultLanguage, revision },
    }),
  );
  const revisions = shown.flatMap(({ revision }) => revision ?? []);
  return {
    imageId: image.id,
    imageName: image.name,
    version: image.version,
    file: image.path,
    size: image.size,
    sha256: image.sha256,
    sourceVersion: image.source_version,
    revision: revisions[0] ?? null,
    architecture: image.pre_cache_architecture,
    language: image.pre_cache_language,
    multicast: {
      allow: image.multicast_allow === 1,
      encrypt: image.multicast_encrypt === 1,
      transferOnly: image.multicast_only === 1,
    },
    indexes: shown,
  };
}
