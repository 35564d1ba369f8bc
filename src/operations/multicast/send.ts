import { basename, join } from 'node:path';
import type { MulticastSendRequest, MulticastSendResult } from '../../contract/generated/types.ts';
import { multicastSend as validate } from '../../contract/generated/validators/multicast.send.js';
import { Problem } from '../../errors.ts';
import { assertUnchanged } from '../../images/library/assert-unchanged.ts';
import { whileAlone } from '../../images/library/busy.ts';
import { findImage } from '../../images/library/find-image.ts';
import type { ImageTable } from '../../images/tables.ts';
import { sendToMany } from '../../multicast/send.ts';
import { makeSecureFolder } from '../../site/secure.ts';
import { ownKeyPair, siteKey } from '../../site/site-key.ts';
import type { Operation } from '../operation.ts';
import { placeOf } from './place-of.ts';

export const multicastSend: Operation<MulticastSendRequest, MulticastSendResult> = {
  name: 'multicast.send',
  validate,
  async run(request, context) {
    const { ports, dryRun } = context;
    const site = await context.site();
    const image = await findImage(site.database, request.image);
    if (image.multicast_allow !== 1) {
      throw new Problem('ImgMulticastNotAllowed', { detail: `${image.name} may not be sent to many at once.` });
    }
    const place = placeOf(request, context);
    const { name, source_version: sourceVersion, size, sha256 } = image;
    const head = { image: name, sourceVersion, fileName: basename(image.path), size, sha256 };
    const common = {
      ...{ ...head, imageId: image.id, address: place.address, port: place.port },
      encrypted: image.multicast_encrypt === 1,
      warnings: warningsOf(image),
    };
    if (dryRun) {
      const fingerprint = siteKey({ ports, site })?.fingerprint ?? null;
      return { result: { ...common, fingerprint, receivers: [], seconds: 0, ok: true, applied: false } };
    }
    const key = await ownKeyPair({ ports, site });
    const all = join(site.folder, 'multicast');
    const folder = join(all, ports.ids.next());
    await makeSecureFolder(ports, all, []);
    ports.files.makeFolder(folder);
    try {
      const { receivers, seconds } = await sendToMany(ports, {
        ...{ ...place, file: image.path, head, key, encrypt: common.encrypted, folder, signal: context.signal },
        receivers: request.receivers ?? 1,
        milliseconds: (request.waitMinutes ?? 10) * 60_000,
        bandwidthLimit: request.bandwidthLimit ?? 12_500_000,
        timeToLive: request.timeToLive ?? 1,
        onNote: (message) => context.emit({ level: 'info', type: 'multicast.note', message }),
        whileSending: (work) =>
          whileAlone({ database: site.database, ports }, image, async () => {
            await assertUnchanged(ports, image, { thorough: false });
            return work();
          }),
      });
      const ok = receivers.every(({ state }) => state === 'Verified');
      const result = { ...common, fingerprint: key.fingerprint, receivers, seconds, ok, applied: true };
      return { result, partial: !ok };
    } finally {
      ports.files.remove(folder);
    }
  },
};

function warningsOf({ multicast_encrypt }: ImageTable): string[] {
  if (multicast_encrypt === 1) return [];
  return ['Everybody on the network can read along: multicastEncrypt is off for this image.'];
}
