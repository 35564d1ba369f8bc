import type { ImageVerifyRequest, ImageVerifyResult } from '../../contract/generated/types.ts';
import { imageVerify as validate } from '../../contract/generated/validators/image.verify.js';
import { imageProblem, type OpenImage } from '../../images/library/open-image.ts';
import { sha256Of } from '../../images/library/read-image.ts';
import { verifyImageFile } from '../../images/library/verify-file.ts';
import { changedMediaFiles } from '../../images/upgrade-packages/verify-media.ts';
import type { Context, Operation } from '../operation.ts';
import { transferOf } from './library-of.ts';
import { findTarget, openTarget, type Target } from './target.ts';

export const imageVerify: Operation<ImageVerifyRequest, ImageVerifyResult> = {
  name: 'image.verify',
  validate,
  async run(request, context) {
    const target = await findTarget(request, context);
    const registered = await comparedWithLibrary(target, context);
    const image = openTarget(context, target);
    try {
      const { resources, bytes, bad } = await checkAll(image, context);
      const all = [...registered, ...bad];
      const ok = all.length === 0;
      return { result: { ok, path: target.path, resources, bytes, bad: all }, partial: !ok };
    } catch (error) {
      throw imageProblem(error, target.path);
    } finally {
      image.close();
    }
  },
};

type Bad = ImageVerifyResult['bad'];

/** A registered file has one more digest to agree with, and that of an upgrade package files beside it. */
async function comparedWithLibrary({ path, row }: Target, context: Context): Promise<Bad> {
  if (row === null) return [];
  const { ports } = context;
  const transfer = transferOf(context, `Comparing ${path} with the library`);
  const sha256 = await sha256Of(ports, path, transfer);
  const reason = `the file has the SHA-256 ${sha256} and was registered with ${row.sha256}`;
  const own = sha256 === row.sha256 ? [] : [{ size: row.size, reason }];
  const { database } = await context.site();
  const beside = await changedMediaFiles({ database, ports }, row.id, { signal: context.signal });
  return [...own, ...beside].map((each) => ({ sha1: '', ...each }));
}

async function checkAll(image: OpenImage, context: Context): Promise<{ resources: number; bytes: number; bad: Bad }> {
  const { ports, installation } = context;
  const bad: Bad = [];
  let resources = 0;
  let bytes = 0;
  await verifyImageFile(image, {
    ports,
    program: installation.engine[1],
    ...transferOf(context, `Verifying ${image.path}`),
    onCheck({ sha1, size, reason, resource }) {
      if (resource) {
        resources++;
        bytes += size;
      }
      if (reason !== '') bad.push({ sha1, size, reason });
    },
  });
  return { resources, bytes, bad };
}
