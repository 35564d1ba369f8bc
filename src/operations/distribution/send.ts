import type {
  DistributionSendRequest,
  DistributionSendResult,
  DistributionStatus,
} from '../../contract/generated/types.ts';
import { distributionSend as validate } from '../../contract/generated/validators.js';
import { sendImage } from '../../distribution/points/send.ts';
import {
  addTargets,
  distributionStatus,
  groupsOf,
  pointKey,
  pointRow,
  pointRows,
  targetRows,
} from '../../distribution/points/targets.ts';
import type { DistributionPointTable } from '../../distribution/tables.ts';
import { Problem } from '../../errors.ts';
import { whileAlone } from '../../images/library/busy.ts';
import type { ImageTable } from '../../images/tables.ts';
import type { Database } from '../../site/database.ts';
import type { Context, Operation } from '../operation.ts';
import { progressPace } from '../progress-pace.ts';
import { chosenImages } from './chosen-images.ts';

export const distributionSend: Operation<DistributionSendRequest, DistributionSendResult> = {
  name: 'distribution.send',
  positional: 'image',
  validate,
  async run(request, context) {
    const { site, ports, dryRun } = context;
    const { database } = await site();
    const images = await chosenImages(database, request.image);
    const named = await namedPoints(database, request);
    const statuses: DistributionStatus[] = [];
    for (const image of images) {
      const points = await pointsOf(database, image, { named, failed: request.failed ?? false });
      if (points.length === 0 && request.failed !== true) throw withoutTarget(image);
      const keys = points.map(({ name_key }) => name_key);
      if (dryRun) statuses.push(await distributionStatus({ database, ports }, image, new Set(keys)));
      else statuses.push(await send(context, image, points));
    }
    // A site that was told fetches in its own time.
    const ok = statuses.every(({ targets }) =>
      targets.every(({ state, siteReport }) => state === 'Success' || (state === 'InProgress' && siteReport !== null)),
    );
    const warnings = statuses.flatMap(({ targets }) =>
      targets.flatMap(({ point, warnings: own }) => own.map((warning) => `${point}: ${warning}`)),
    );
    return { result: { statuses, ok, applied: !dryRun, warnings }, partial: !ok && !dryRun };
  },
};

/** No run, restore or refresh replaces the file while it is read. */
async function send(
  { site, ports, signal, emit }: Context,
  image: ImageTable,
  points: readonly DistributionPointTable[],
): Promise<DistributionStatus> {
  const opened = await site();
  const { database } = opened;
  const paces = new Map(points.map(({ name }) => [name, progressPace(ports)]));
  return whileAlone({ database, ports }, image, async () => {
    const keys = points.map(({ name_key }) => name_key);
    await addTargets(database, image.id, keys);
    return sendImage(
      {
        ...{ ports, site: opened, signal },
        onNote: (message) => emit({ level: 'warning', type: 'distribution.note', message }),
        onProgress(point, done, total) {
          if (paces.get(point)?.(done, total) !== true) return;
          const progress = { done, total, unit: 'bytes' };
          const message = `Sending ${image.name} to ${point}`;
          emit({ level: 'info', type: 'distribution.progress', message, progress });
        },
      },
      image,
      points,
    );
  });
}

/** Undefined where the request names none. Throws Problem ImgPointNotFound. */
async function namedPoints(
  database: Database,
  { point, group }: DistributionSendRequest,
): Promise<DistributionPointTable[] | undefined> {
  if (point === undefined && group === undefined) return undefined;
  const chosen = new Map<string, DistributionPointTable>();
  for (const name of point ?? []) chosen.set(pointKey(name), await pointRow(database, name));
  const all = await pointRows(database);
  for (const name of group ?? []) {
    const members = all.filter((row) => groupsOf(row).some((each) => each.toLowerCase() === name.toLowerCase()));
    if (members.length === 0) {
      throw new Problem('ImgPointNotFound', {
        detail: `No distribution point belongs to the group ${JSON.stringify(name)}.`,
      });
    }
    for (const row of members) if (row.enabled === 1) chosen.set(row.name_key, row);
  }
  return [...chosen.values()];
}

async function pointsOf(
  database: Database,
  image: ImageTable,
  { named, failed }: { named: DistributionPointTable[] | undefined; failed: boolean },
): Promise<DistributionPointTable[]> {
  const targets = new Map((await targetRows(database, image.id)).map((row) => [row.point_key, row]));
  const all = named ?? (await pointRows(database)).filter((row) => row.enabled === 1 && targets.has(row.name_key));
  return failed ? all.filter(({ name_key }) => targets.get(name_key)?.state === 'Error') : all;
}

function withoutTarget({ name }: ImageTable): Problem {
  return new Problem('ImgPointNotFound', {
    detail: `${name} goes to no distribution point yet.`,
    remedy: 'Name one: `imgupdate distribution send IMAGE --point NAME`, or --group NAME.',
  });
}
