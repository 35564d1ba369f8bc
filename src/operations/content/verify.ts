import { knownUniqueId } from '../../content/update-facts.ts';
import { verifyLibrary } from '../../content/verify.ts';
import type { ContentVerifyRequest, ContentVerifyResult } from '../../contract/generated/types.ts';
import { contentVerify as validate } from '../../contract/generated/validators/content.verify.js';
import { transferOf } from '../image/library-of.ts';
import type { Operation } from '../operation.ts';

export const contentVerify: Operation<ContentVerifyRequest, ContentVerifyResult> = {
  name: 'content.verify',
  validate,
  async run({ uniqueId }, context) {
    const { ports, dryRun } = context;
    const site = await context.site();
    const uniqueIds =
      uniqueId && (await Promise.all(uniqueId.map(async (id) => (await knownUniqueId(site, id)) ?? id)));
    const transfer = transferOf(context, 'Verifying the content library');
    const found = await verifyLibrary({ ports, site, uniqueIds, dryRun, ...transfer });
    const ok = found.bad.length === 0;
    return { result: { ok, ...found, applied: !dryRun }, partial: !ok };
  },
};
