import { join } from 'node:path';
import type { MulticastReceiveRequest, MulticastReceiveResult } from '../../contract/generated/types.ts';
import { multicastReceive as validate } from '../../contract/generated/validators/multicast.receive.js';
import { Problem } from '../../errors.ts';
import { fileProblem } from '../../images/library/file-problem.ts';
import { type Received, receiveOne } from '../../multicast/receive.ts';
import { makeSessionFolder } from '../../multicast/session-folder.ts';
import type { Ports } from '../../ports/index.ts';
import { fingerprintIn, noKeyText, siteKey } from '../../site/site-key.ts';
import type { Context, Operation } from '../operation.ts';
import { absolutePath } from '../paths.ts';
import { progressPace } from '../progress-pace.ts';
import { placeOf } from './place-of.ts';

export const multicastReceive: Operation<MulticastReceiveRequest, MulticastReceiveResult> = {
  name: 'multicast.receive',
  validate,
  async run(request, context) {
    const { ports, signal, emit } = context;
    const to = absolutePath(request.to);
    const trust = await trusted(request.trust, context);
    const place = placeOf(request, context);
    if (context.dryRun) {
      const nothing = { image: null, sourceVersion: null, size: 0, sha256: null, fingerprint: null };
      return { result: { ...nothing, path: to, applied: false } };
    }
    const folder = await sessionFolder(ports, to);
    const isTold = progressPace(ports);
    try {
      const wish = {
        ...{ ...place, image: request.image ?? '', trust, milliseconds: (request.waitMinutes ?? 30) * 60_000 },
        ...{ timeToLive: 1, folder, signal },
        onNote: (message: string) => emit({ level: 'info', type: 'multicast.note', message }),
        onProgress(done: number) {
          if (!isTold(done, Number.POSITIVE_INFINITY)) return;
          const progress = { done, total: 0, unit: 'bytes' };
          emit({ level: 'info', type: 'multicast.progress', message: `Receiving into ${to}`, progress });
        },
      };
      const { head, fingerprint, path } = await receiveOne(ports, wish, (received) =>
        put(ports, received, { to, force: request.force ?? false }),
      );
      const { image, sourceVersion, size, sha256 } = head;
      return { result: { image, sourceVersion, path, size, sha256, fingerprint, applied: true } };
    } finally {
      ports.files.remove(folder);
    }
  },
};

/** Throws Problem for a place that cannot be written. */
async function sessionFolder(ports: Ports, to: string): Promise<string> {
  try {
    return await makeSessionFolder(ports, to);
  } catch (error) {
    throw fileProblem(error, { path: to, doing: 'write' });
  }
}

/** Fingerprints; without any the key of this site. Throws Problem ImgRequestInvalid. */
async function trusted(named: readonly string[] | undefined, { ports, site }: Context): Promise<string[]> {
  if (named !== undefined && named.length > 0) {
    return named.map((written, at) => {
      const fingerprint = fingerprintIn(ports.signing, written);
      if (fingerprint !== undefined) return fingerprint;
      throw new Problem('ImgRequestInvalid', {
        detail: noKeyText(written),
        errors: [{ pointer: `/trust/${at}`, message: 'is no fingerprint and no public key' }],
      });
    });
  }
  const own = siteKey({ ports, site: await site() });
  if (own !== null) return [own.fingerprint];
  throw new Problem('ImgRequestInvalid', {
    detail: 'This site has no key, so the key of the site that sends must be named (trust).',
    errors: [{ pointer: '/trust', message: 'is missing' }],
  });
}

/** The whole file in its place, in one step. Throws Problem ImgFileExists and that of a place that cannot be written. */
function put(
  { files }: Ports,
  received: Received,
  { to, force }: { to: string; force: boolean },
): Received & { path: string } {
  const path = join(to, received.head.fileName);
  if (files.facts(path) !== undefined) {
    if (!force) throw new Problem('ImgFileExists', { detail: `${path} is there already.` });
    files.makeReplaceable(path);
  }
  try {
    files.sync(received.file);
    files.rename(received.file, path);
    files.syncFolder(to);
  } catch (error) {
    throw fileProblem(error, { path, doing: 'write' });
  }
  return { ...received, path };
}
