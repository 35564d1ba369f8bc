import type { PointCheck, PointImage, PointManifest, PointS3Settings } from '../../../contract/generated/types.ts';
import { Problem } from '../../../errors.ts';
import { checked } from '../checked.ts';
import type { Content, DistributionPoint, Method, PointContext, Sent } from '../point.ts';
import { imageEntry, knownManifest, manifestWith, versionEntry } from '../store/known-manifest.ts';
import { versionFile } from '../store/layout.ts';
import { longestManifest } from '../store/signed-manifest.ts';
import { bucketProblem } from './bucket-problem.ts';
import type { Bucket, UploadedPart } from './client.ts';
import { partSizeOf, uploadFile } from './upload.ts';

/** Says whose distribution point the bucket, or the part of it under the prefix, is. */
const markName = 'imgupdate-point.json';
const manifestName = 'manifest.json';
/** Other sends may write the manifest at the same time. */
const mostRaces = 5;

interface Known {
  manifest: PointManifest;
  warnings: string[];
  /** Of the object; null: there is none. */
  etag: string | null;
}

/**
 * Versions beside each other, each an object that is never changed; the manifest is the one object that is replaced, in one
 * step, when the version that it names is there and whole.
 */
export class S3Point implements DistributionPoint {
  readonly #settings: PointS3Settings;
  readonly #context: PointContext;
  readonly #root: string;
  readonly #place: string;

  constructor(settings: PointS3Settings, context: PointContext) {
    this.#settings = settings;
    this.#context = context;
    const { bucket, prefix = '' } = settings;
    this.#root = prefix === '' ? '' : `${prefix}/`;
    this.#place = `s3://${bucket}/${this.#root}`;
  }

  prepare(): Promise<void> {
    return this.#there(async (bucket) => {
      const { ports, key } = this.#context;
      const { publicKey } = await key();
      const site = ports.signing.fingerprintOf(publicKey);
      const mark = await this.#mark(bucket);
      if (mark !== undefined) return this.#assertOwn(mark, site);
      const text = JSON.stringify({ formatVersion: '1.0', site, created: ports.clock.now().toISOString() });
      await bucket.put(this.#key(markName), `${text}\n`);
    });
  }

  send(content: Content): Promise<Sent> {
    return this.#there(async (bucket) => {
      await this.#assertReady(bucket);
      const { manifest, warnings } = await this.#known(bucket);
      const own = versionFile(content.imageId, content.sourceVersion);
      const there = await this.#present(bucket, manifest, content);
      const file = there ?? own;
      let method: Method = there === own ? 'same' : 'linked';
      let bytesSent = 0;
      if (there === undefined) {
        method = 'copied';
        bytesSent = await this.#brought(bucket, content, own);
      }
      const { url, keepPrevious = 1 } = this.#settings;
      const current = versionEntry(content, { file, url, sent: this.#context.ports.clock.now() });
      const kept = await this.#replaceManifest(bucket, (known) => {
        const entry = known.images.find(({ imageId }) => imageId === content.imageId);
        const others = (entry?.versions ?? []).filter(({ sourceVersion }) => sourceVersion !== content.sourceVersion);
        return imageEntry(content, { fixedName: null, versions: [current, ...others.slice(0, keepPrevious)] });
      });
      await this.#retire(bucket, content.imageId, kept);
      const path = url === undefined ? `${this.#place}${file}` : new URL(file, url).href;
      return { method, bytesSent, bytesReused: content.size - Math.min(bytesSent, content.size), path, warnings };
    });
  }

  damage({
    imageId,
    sourceVersion,
    sha256,
  }: Pick<Content, 'imageId' | 'imageName' | 'sourceVersion' | 'sha256'>): Promise<string | undefined> {
    return this.#there(async (bucket) => {
      await this.#assertReady(bucket);
      const { manifest, warnings } = await this.#known(bucket);
      const [warning] = warnings;
      if (warning !== undefined) return warning;
      const current = manifest.images.find((each) => each.imageId === imageId)?.versions[0];
      if (current?.sourceVersion !== sourceVersion) return 'its manifest does not have this version';
      const isWhole = (await this.#digest(bucket, current.file)) === sha256;
      return isWhole ? undefined : `${this.#place}${current.file} is missing or was changed`;
    });
  }

  async rest(): Promise<void> {
    // Objects are never changed in place: there is nothing to make ready.
  }

  async test(): Promise<PointCheck[]> {
    const checks: PointCheck[] = [];
    const attempt = async (what: string, work: (bucket: Bucket) => Promise<string>): Promise<void> => {
      checks.push(await checked(what, () => this.#there(work)));
    };
    await attempt('find the mark of this site', async (bucket) => {
      await this.#assertReady(bucket);
      return `${this.#place} is there.`;
    });
    if (checks.some(({ ok }) => !ok)) return checks;
    await attempt('write an object', async (bucket) => {
      const key = this.#key(`${this.#context.ports.ids.next()}.test`);
      await bucket.put(key, 'test');
      await bucket.remove(key);
      return 'It was written and removed.';
    });
    await attempt('read the manifest', async (bucket) => {
      const { manifest, warnings } = await this.#known(bucket);
      const [warning] = warnings;
      if (warning !== undefined) throw new Error(warning);
      return `It serves ${manifest.images.length} images.`;
    });
    return checks;
  }

  /** Errors of the service in `work` are told as what they mean for this distribution point. */
  async #there<T>(work: (bucket: Bucket) => Promise<T>): Promise<T> {
    const { name, signal } = this.#context;
    const { openBucket } = await import('./client.ts');
    const { bucket, region, endpoint, pathStyle, profile, patience = 120 } = this.#settings;
    const opened = openBucket(
      {
        ...{ bucket, patience: patience * 1000, attempts: 3, pathStyle: pathStyle ?? endpoint !== undefined },
        // The client wants one, and services of one's own do not care.
        ...(region !== undefined ? { region } : endpoint !== undefined ? { region: 'us-east-1' } : {}),
        ...(endpoint === undefined ? {} : { endpoint }),
        ...(profile === undefined ? {} : { profile }),
      },
      signal,
    );
    try {
      return await work(opened);
    } catch (error) {
      signal.throwIfAborted();
      throw bucketProblem(error, { name, place: this.#place });
    } finally {
      opened.close();
    }
  }

  #key(file: string): string {
    return `${this.#root}${file}`;
  }

  async #assertReady(bucket: Bucket): Promise<void> {
    const mark = await this.#mark(bucket);
    if (mark === undefined) {
      throw new Problem('ImgPointUnreachable', {
        detail: `${this.#context.name} (${this.#place}): there is no ${markName}, so this is not the place that was added.`,
        remedy: 'Name the right `bucket`, `prefix` and `endpoint` with `imgupdate distribution set`: it marks them.',
      });
    }
    const { publicKey } = await this.#context.key();
    this.#assertOwn(mark, this.#context.ports.signing.fingerprintOf(publicKey));
  }

  #assertOwn(mark: string, site: string): void {
    if (mark === site) return;
    throw new Problem('ImgPointForeign', {
      detail: `${this.#context.name} (${this.#place}) belongs to another site.`,
      remedy: `Give each site a bucket or a prefix of its own; remove its ${markName} only where the other site is gone.`,
    });
  }

  async #mark(bucket: Bucket): Promise<string | undefined> {
    const found = await bucket.text(this.#key(markName), 10_000);
    if (found === undefined) return undefined;
    try {
      const { site } = JSON.parse(found.text) as { site?: unknown };
      return typeof site === 'string' ? site : '';
    } catch {
      return '';
    }
  }

  async #known(bucket: Bucket): Promise<Known> {
    const found = await bucket.text(this.#key(manifestName), longestManifest);
    const known = await knownManifest(this.#context, `${this.#place}${manifestName}`, found?.text);
    return { ...known, etag: found?.etag ?? null };
  }

  /** A file of the manifest with these bytes, under whatever version; undefined: there is none. */
  async #present(bucket: Bucket, manifest: PointManifest, content: Content): Promise<string | undefined> {
    const own = versionFile(content.imageId, content.sourceVersion);
    const files = manifest.images
      .filter(({ imageId }) => imageId === content.imageId)
      .flatMap(({ versions }) => versions)
      .filter(({ sha256 }) => sha256 === content.sha256)
      .map(({ file }) => file)
      .sort((a, b) => Number(b === own) - Number(a === own));
    for (const file of files) {
      const facts = await bucket.head(this.#key(file));
      if (facts?.size === content.size && facts.sha256 === content.sha256) return file;
    }
    return undefined;
  }

  /** Gives the bytes that travelled. */
  async #brought(bucket: Bucket, content: Content, file: string): Promise<number> {
    const { partSize = 64 * 1024 * 1024, bandwidthLimit = 0, bandwidthWindow = '' } = this.#settings;
    const key = this.#key(file);
    const journalKey = this.#key(`images/${content.imageId}/incoming.json`);
    // It arrived, and then the send was cut.
    const facts = await bucket.head(key);
    if (facts?.size === content.size && facts.sha256 === content.sha256) {
      if (await this.#hasArrived(bucket, content, file, undefined)) {
        await bucket.remove(journalKey);
        return 0;
      }
    }
    const { bytesSent, parts } = await uploadFile({
      ...{ context: this.#context, bucket, content, key, journalKey },
      partSize: partSizeOf(content.size, partSize, bandwidthLimit),
      bandwidth: { bandwidthLimit, bandwidthWindow },
    });
    await bucket.remove(journalKey);
    if (await this.#hasArrived(bucket, content, file, parts)) return bytesSent;
    await bucket.remove(key);
    throw new Problem('ImgPointDamages', {
      detail: `${this.#context.name}: ${this.#place}${file} has other bytes than the published file. It was removed.`,
    });
  }

  /**
   * Where the service gives the checksum of the SHA-256 of all parts, each of which it compared when it came, that is
   * proof enough of Amazon's; of anybody else's, and where there is none, the object is read back.
   */
  async #hasArrived(
    bucket: Bucket,
    content: Content,
    file: string,
    parts: readonly UploadedPart[] | undefined,
  ): Promise<boolean> {
    const facts = await bucket.head(this.#key(file));
    if (facts?.size !== content.size) return false;
    const { readBack = this.#settings.endpoint !== undefined } = this.#settings;
    if (!readBack && parts !== undefined && facts.checksum !== undefined) {
      return (
        facts.checksum === this.#checksumOf(parts) || facts.checksum === `${this.#checksumOf(parts)}-${parts.length}`
      );
    }
    return (await this.#digest(bucket, file)) === content.sha256;
  }

  #checksumOf(parts: readonly UploadedPart[]): string {
    const digest = this.#context.ports.newDigest('sha256');
    for (const { sha256 } of parts) digest.update(Buffer.from(sha256, 'base64'));
    return Buffer.from(digest.hex(), 'hex').toString('base64');
  }

  /** Undefined: there is no such object. */
  async #digest(bucket: Bucket, file: string): Promise<string | undefined> {
    const { ports, signal } = this.#context;
    if ((await bucket.head(this.#key(file))) === undefined) return undefined;
    const digest = ports.newDigest('sha256');
    for await (const piece of bucket.pieces(this.#key(file))) {
      signal.throwIfAborted();
      digest.update(piece);
    }
    return digest.hex();
  }

  /** Replaces the manifest as it is now, and only that one. Gives the versions of the image that it names. */
  async #replaceManifest(bucket: Bucket, imageOf: (known: PointManifest) => PointImage): Promise<PointManifest> {
    for (let count = 1; ; count++) {
      const { manifest, etag } = await this.#known(bucket);
      const image = imageOf(manifest);
      const text = await manifestWith(this.#context, manifest, image);
      try {
        await bucket.put(this.#key(manifestName), text, { etag });
        return { ...manifest, images: [...manifest.images.filter(({ imageId }) => imageId !== image.imageId), image] };
      } catch (error) {
        const isRace = error instanceof Error && /^(PreconditionFailed|ConditionalRequestConflict)$/.test(error.name);
        if (!isRace || count >= mostRaces) throw error;
      }
    }
  }

  /** What the manifest does not name goes; what cannot be removed goes with the next send. */
  async #retire(bucket: Bucket, imageId: string, { images }: PointManifest): Promise<void> {
    const named = new Set(images.flatMap(({ versions }) => versions.map(({ file }) => this.#key(file))));
    try {
      for (const key of await bucket.keys(this.#key(`images/${imageId}/`))) {
        if (/\/\d+\.wim$/.test(key) && !named.has(key)) await bucket.remove(key);
      }
    } catch {
      this.#context.signal.throwIfAborted();
    }
  }
}
