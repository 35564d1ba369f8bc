import type {
  ImageSaveRequest,
  ImageSaveResult,
  PointHttpSettings,
  SavedImage,
} from '../../contract/generated/types.ts';
import { imageSave as validate } from '../../contract/generated/validators/image.save.js';
import { baseAddress } from '../../distribution/points/base-address.ts';
import { pointKey, pointRows } from '../../distribution/points/targets.ts';
import { architecturesOf, languagesOf, type Wish } from '../../distribution/receiving/choose.ts';
import { folderOrigin } from '../../distribution/receiving/folder-origin.ts';
import { httpOrigin } from '../../distribution/receiving/http-origin.ts';
import type { Origin } from '../../distribution/receiving/origin.ts';
import { type Received, receiveImages } from '../../distribution/receiving/receive.ts';
import { Problem } from '../../errors.ts';
import { secretOf } from '../../notification/secret.ts';
import { rootsIn } from '../../notification/setting-checks.ts';
import { thisMachine } from '../../ports/this-machine.ts';
import { fingerprintIn, noKeyText, ownKeyPair } from '../../site/site-key.ts';
import { matchesWildcard } from '../../wildcard.ts';
import type { Context, Operation } from '../operation.ts';
import { absolutePath } from '../paths.ts';
import { progressPace } from '../progress-pace.ts';

export const imageSave: Operation<ImageSaveRequest, ImageSaveResult> = {
  name: 'image.save',
  validate,
  async run(request, context) {
    const { ports, signal, emit, dryRun } = context;
    const { attempts = 5, spare, bandwidthLimit = 0 } = request;
    const { origin, ownKey } = await originOf(request, context);
    const trusted = trustedKeys(request, context, ownKey);
    const warnings: string[] = [];
    const isTold = progressPace(ports);
    const receipt = await receiveImages({
      ...{ ports, origin, to: absolutePath(request.to), wish: wishOf(request, context), trusted },
      ...{ attempts, spare, bandwidthLimit, dryRun, signal },
      onNote(message) {
        warnings.push(message);
        emit({ level: 'warning', type: 'image.note', message });
      },
      onProgress(name, done, total) {
        if (!isTold(done, total)) return;
        const progress = { done, total, unit: 'bytes' };
        emit({ level: 'info', type: 'image.progress', message: `Saving ${name}`, progress });
      },
    });
    const skipped = receipt.skipped.map(({ image: { imageId, name }, reason }) => ({ imageId, name, reason }));
    const { fingerprint, created: manifestCreated } = receipt;
    const saved = receipt.saved.map(savedDocument);
    return { result: { saved, skipped, fingerprint, manifestCreated, applied: !dryRun, warnings } };
  },
};

/** A name, an address or a folder; `ownKey`: the fingerprint of this site where it is one of its distribution points. */
async function originOf(
  request: ImageSaveRequest,
  { site, ports, signal }: Context,
): Promise<{ origin: Origin; ownKey: string | undefined }> {
  const { from, token, rootCertificate, patience = 60 } = request;
  const address = /^https?:\/\//i.test(from) ? baseAddress(from.replace(/manifest\.json$/, '')) : undefined;
  if (address !== undefined) {
    const value = token === undefined ? '' : await secretOf(token, ports);
    const roots = rootsIn(rootCertificate, ports);
    const options = { http: ports.http, base: address, token: value, roots, patience: patience * 1000, signal };
    return { origin: httpOrigin(options), ownKey: undefined };
  }
  if (!/[/\\]/.test(from)) {
    const opened = await site();
    const row = (await pointRows(opened.database)).find(({ name_key }) => name_key === pointKey(from));
    if (row !== undefined) {
      const { path } = JSON.parse(row.settings_json) as Partial<PointHttpSettings>;
      if (path === undefined) {
        throw new Problem('ImgPointInvalid', {
          detail: `${row.name} is of the kind ${row.type}, which has no folder.`,
        });
      }
      const { fingerprint } = await ownKeyPair({ ports, site: opened });
      return { origin: folderOrigin(ports, path), ownKey: fingerprint };
    }
  }
  return { origin: folderOrigin(ports, absolutePath(from)), ownKey: undefined };
}

function trustedKeys({ trust = [] }: ImageSaveRequest, { ports }: Context, ownKey: string | undefined): Set<string> {
  if (trust.length === 0) return new Set(ownKey === undefined ? [] : [ownKey]);
  return new Set(
    trust.map((written) => {
      const fingerprint = fingerprintIn(ports.signing, written);
      if (fingerprint !== undefined) return fingerprint;
      throw new Problem('ImgManifestUntrusted', {
        detail: noKeyText(written),
      });
    }),
  );
}

/** What is named is wanted, whatever this machine is. */
function wishOf({ image, architecture, language }: ImageSaveRequest, { ports }: Context): Wish {
  const machine = thisMachine(ports.env);
  const isOpen = image !== undefined;
  const chosen = (wanted: string | undefined, own: string): string | undefined =>
    wanted === 'any' || (wanted === undefined && isOpen) ? undefined : (wanted ?? own);
  return {
    architecture: chosen(architecture, machine.architecture),
    language: chosen(language, machine.language),
    isNamed:
      image === undefined
        ? undefined
        : ({ imageId, name }) =>
            image.some((each) => each === imageId || matchesWildcard(name.toLowerCase(), each.toLowerCase())),
  };
}

function savedDocument({ image, version, path, method, bytesReceived }: Received): SavedImage {
  return {
    ...{ imageId: image.imageId, name: image.name, version: image.version, path, method, bytesReceived },
    ...{ sourceVersion: version.sourceVersion, revision: version.revision, size: version.size, sha256: version.sha256 },
    architectures: architecturesOf(image),
    languages: languagesOf(image),
    editions: [...new Set(image.indexes.flatMap(({ edition }) => edition ?? []))],
  };
}
