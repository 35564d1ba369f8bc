import { isInSector, laterDisc, sectorMachinesOf } from '../../boot/boot-sectors.ts';
import { type FoundBootFiles, findInImage } from '../../boot/find-in-image.ts';
import { findOnMedia } from '../../boot/find-on-media.ts';
import { judge, startersOf } from '../../boot/judge.ts';
import type { BootFile } from '../../boot/types.ts';
import { machinesOf, minimumOf } from '../../boot/verdict.ts';
import type { BootMinimums, TrustShowRequest, TrustShowResult } from '../../contract/generated/types.ts';
import { trustShow as validate } from '../../contract/generated/validators/trust.show.js';
import { isRehearsal } from '../../images/inspect.ts';
import { imageProblem } from '../../images/library/open-image.ts';
import { findUpgradePackage } from '../../images/upgrade-packages/packages.ts';
import { chosenIndex, findTarget, withTarget } from '../image/target.ts';
import type { Context, Operation } from '../operation.ts';
import { pauseOf } from './examining.ts';
import { minimumsFor } from './minimums.ts';
import { openMedia } from './open-media.ts';

export const trustShow: Operation<TrustShowRequest, TrustShowResult> = {
  name: 'trust.show',
  validate,
  async run({ index, minimums, ...request }, context) {
    const table = minimumsFor(context, minimums);
    const { path: file, row } = await findTarget(request, context);
    // A package is its media: what it starts from lies around its image.
    const isMedia = row?.kind === 'UpgradePackage' && index === undefined;
    const path = isMedia ? (await findUpgradePackage((await context.site()).database, row.id)).folder : file;
    const media = row === null || isMedia ? openMedia(context, path) : undefined;
    if (media === undefined) return { result: await ofImage(context, { request, index, table }) };
    const { newDigest } = context.ports;
    try {
      const found = await findOnMedia({ media, newDigest, pause: pauseOf(context, path) });
      const { kind, rehearsal } = media;
      if (kind === 'folder') found.warnings.push(...laterDisc(found, table, startersOf(found.files)));
      return { result: { path, kind, ...shown(found, table), rehearsal } };
    } catch (error) {
      throw imageProblem(error, path);
    } finally {
      media.close();
    }
  },
};

interface AskedImage {
  request: { image?: string; path?: string };
  index: number | undefined;
  table: BootMinimums;
}

function ofImage(context: Context, { request, index, table }: AskedImage) {
  return withTarget(request, context, async (image) => {
    const { wim, path } = image;
    const { newDigest } = context.ports;
    const chosen = index === undefined ? undefined : chosenIndex(image, index);
    const pause = pauseOf(context, path);
    const found = await findInImage({ wim, container: '', place: 'image', index: chosen, newDigest, pause });
    return { path, kind: 'image' as const, ...shown(found, table), rehearsal: isRehearsal(wim) };
  });
}

function shown(found: FoundBootFiles, table: BootMinimums) {
  const { bootStl, ...judgement } = judge(found, table);
  return {
    ...judgement,
    files: found.files.map((file) => shownFile(file, table)),
    bootStl: { ...bootStl, files: found.lists },
    minimums: table,
    warnings: found.warnings,
  };
}

function shownFile({ signatures, problem, ...file }: BootFile, table: BootMinimums): TrustShowResult['files'][number] {
  const [first] = signatures;
  return {
    ...file,
    issuer: first?.issuer ?? null,
    minimumSvn: minimumOf(file.program, table),
    signer: first?.signer ?? null,
    proof: first?.proof ?? null,
    reason: problem || (first?.reason ?? ''),
    issuers: signatures.flatMap(({ issuer }) => issuer ?? []),
    startsOn: startsOn({ ...file, signatures, problem }, table),
  };
}

function startsOn(file: BootFile, table: BootMinimums) {
  if (isInSector(file)) return sectorMachinesOf(file, table);
  return file.program === 'bootmgfw' ? machinesOf(file, table) : [];
}
