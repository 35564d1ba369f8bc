import type { DistributionStatusRequest, DistributionStatusResult } from '../../contract/generated/types.ts';
import { distributionStatus as validate } from '../../contract/generated/validators.js';
import { refreshReports } from '../../distribution/points/refresh-reports.ts';
import { openPoint } from '../../distribution/points/send.ts';
import {
  pointKey,
  pointRow,
  setTarget,
  distributionStatus as statusOf,
  targetRows,
} from '../../distribution/points/targets.ts';
import { asProblem, Problem, problemDocument } from '../../errors.ts';
import type { ImageTable } from '../../images/tables.ts';
import type { Context, Operation } from '../operation.ts';
import { chosenImages } from './chosen-images.ts';

export const distributionStatus: Operation<DistributionStatusRequest, DistributionStatusResult> = {
  name: 'distribution.status',
  positional: 'image',
  validate,
  async run({ image, point, verify = false }, context) {
    const { site, ports, signal, emit } = context;
    const opened = await site();
    const { database } = opened;
    const images =
      image === undefined
        ? await database.selectFrom('image').selectAll().orderBy('name_key').execute()
        : await chosenImages(database, [image]);
    if (point !== undefined) await pointRow(database, point);
    const keys = point === undefined ? undefined : new Set([pointKey(point)]);
    if (verify) for (const each of images) await compare(context, each, keys);
    const onNote = (message: string): void => emit({ level: 'warning', type: 'distribution.note', message });
    for (const each of images) {
      await refreshReports({ ports, site: opened, signal, onNote }, each, { keys, all: verify });
    }
    const all = await Promise.all(images.map((each) => statusOf({ database, ports }, each, keys)));
    // An image that was asked for by name is shown with no target too.
    const statuses = all.filter(({ targeted }) => targeted > 0 || (image !== undefined && !/[*?]/.test(image)));
    const ok = statuses.every(({ numberErrors }) => numberErrors === 0);
    return { result: { statuses, ok, next: null }, partial: verify && !ok };
  },
};

/** What lies there is read; a target that is not what was sent becomes one in error, which the next send mends. */
async function compare(
  { site, ports, signal }: Context,
  image: ImageTable,
  keys: ReadonlySet<string> | undefined,
): Promise<void> {
  const opened = await site();
  const { database } = opened;
  for (const row of await targetRows(database, image.id)) {
    if (keys?.has(row.point_key) === false || row.state !== 'Success' || row.sha256 === null) continue;
    const point = await pointRow(database, row.point_key);
    const { delivered_version, sha256 } = row;
    const problem = await openPoint({ ports, site: opened, signal }, point)
      .damage({ imageId: image.id, imageName: image.name, sourceVersion: delivered_version ?? 0, sha256 })
      .then(
        (what) =>
          what === undefined ? undefined : new Problem('ImgPointDamages', { detail: `${point.name}: ${what}.` }),
        (error: unknown) => asProblem(error),
      );
    signal.throwIfAborted();
    if (problem === undefined) continue;
    const problem_json = JSON.stringify(problemDocument(problem));
    await setTarget(database, row, { state: 'Error', problem_json, updated: ports.clock.now().toISOString() });
  }
}
