/**
 * A bucket of a service that speaks S3, through its official client. A file of its own in the build: most commands need
 * none. It shares no class with the rest; what goes wrong it throws as it came. Credentials are found by the client itself
 * (environment, profile, role of the machine) and are never handed on.
 */
import {
  AbortMultipartUploadCommand,
  CompleteMultipartUploadCommand,
  CreateMultipartUploadCommand,
  DeleteObjectCommand,
  GetObjectCommand,
  HeadObjectCommand,
  ListObjectsV2Command,
  PutObjectCommand,
  S3Client,
  UploadPartCommand,
} from '@aws-sdk/client-s3';

export interface BucketOptions {
  bucket: string;
  region?: string;
  endpoint?: string;
  pathStyle: boolean;
  profile?: string;
  /** Milliseconds without a byte after which the service counts as gone. */
  patience: number;
  /** What is tried again here, at once; whoever calls tries again later. */
  attempts: number;
}

export interface ObjectFacts {
  size: number;
  etag: string;
  /** As it was noted with the upload; '' where it was not. */
  sha256: string;
  /** Checksum of the SHA-256 of the parts, in base64, and their number behind a hyphen; undefined: the service gives none. */
  checksum: string | undefined;
}

export interface UploadedPart {
  etag: string;
  /** Base64. */
  sha256: string;
}

export interface Bucket {
  /** Undefined: there is no such object. */
  head(key: string): Promise<ObjectFacts | undefined>;
  /** The text of an object that is not longer; undefined where there is none. */
  text(key: string, longest: number): Promise<{ text: string; etag: string } | undefined>;
  /** `etag`: only over this version of the object; null: only where there is none. */
  put(key: string, text: string, condition?: { etag: string | null }): Promise<void>;
  pieces(key: string): AsyncIterable<Uint8Array>;
  remove(key: string): Promise<void>;
  /** Keys that begin so. */
  keys(prefix: string): Promise<string[]>;
  begin(key: string, sha256: string): Promise<string>;
  /** The tag of the part. */
  part(upload: Upload, number: number, bytes: Uint8Array, sha256: string): Promise<string>;
  finish(upload: Upload, parts: readonly UploadedPart[]): Promise<void>;
  abandon(upload: Upload): Promise<void>;
  close(): void;
}

export interface Upload {
  key: string;
  uploadId: string;
}

/** Name of the metadata that holds the SHA-256 of the whole object. */
const digestName = 'imgupdate-sha256';

export function openBucket(options: BucketOptions, abortSignal: AbortSignal): Bucket {
  const { bucket: Bucket, region, endpoint, pathStyle, profile, patience, attempts } = options;
  const client = new S3Client({
    ...(region === undefined ? {} : { region }),
    ...(endpoint === undefined ? {} : { endpoint }),
    ...(profile === undefined ? {} : { profile }),
    forcePathStyle: pathStyle,
    maxAttempts: attempts,
    requestHandler: { connectionTimeout: Math.min(patience, 30_000), socketTimeout: patience },
    // Services that only resemble S3 refuse checksums that they do not know; ours are given explicitly.
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
  });
  const how = { abortSignal };
  return {
    async head(Key) {
      try {
        const found = await client.send(new HeadObjectCommand({ Bucket, Key, ChecksumMode: 'ENABLED' }), how);
        return {
          size: found.ContentLength ?? 0,
          etag: found.ETag ?? '',
          sha256: found.Metadata?.[digestName] ?? '',
          checksum: found.ChecksumSHA256,
        };
      } catch (error) {
        if (isMissing(error)) return undefined;
        throw error;
      }
    },
    async text(Key, longest) {
      try {
        const { Body, ContentLength = 0, ETag = '' } = await client.send(new GetObjectCommand({ Bucket, Key }), how);
        if (Body === undefined || ContentLength > longest) throw new RangeError(`${Key} is too long`);
        return { text: await Body.transformToString('utf-8'), etag: ETag };
      } catch (error) {
        if (isMissing(error)) return undefined;
        throw error;
      }
    },
    async put(Key, text, condition) {
      const IfMatch = condition?.etag ?? undefined;
      const command = new PutObjectCommand({
        ...{ Bucket, Key, Body: new TextEncoder().encode(text), ContentType: 'application/json' },
        // Whoever asks for it shall see the new one.
        CacheControl: 'no-cache',
        ...(IfMatch === undefined ? {} : { IfMatch }),
        ...(condition?.etag === null ? { IfNoneMatch: '*' } : {}),
      });
      await client.send(command, how);
    },
    async *pieces(Key) {
      const { Body } = await client.send(new GetObjectCommand({ Bucket, Key }), how);
      if (Body !== undefined) yield* Body as unknown as AsyncIterable<Uint8Array>;
    },
    async remove(Key) {
      await client.send(new DeleteObjectCommand({ Bucket, Key }), how);
    },
    async keys(Prefix) {
      const keys: string[] = [];
      for (let ContinuationToken: string | undefined; ; ) {
        const page = await client.send(
          new ListObjectsV2Command({
            Bucket,
            Prefix,
            ...(ContinuationToken === undefined ? {} : { ContinuationToken }),
          }),
          how,
        );
        keys.push(...(page.Contents ?? []).flatMap(({ Key }) => Key ?? []));
        ContinuationToken = page.IsTruncated === true ? page.NextContinuationToken : undefined;
        if (ContinuationToken === undefined) return keys;
      }
    },
    async begin(Key, sha256) {
      const { UploadId } = await client.send(
        new CreateMultipartUploadCommand({
          ...{ Bucket, Key, ChecksumAlgorithm: 'SHA256', ContentType: 'application/octet-stream' },
          Metadata: { [digestName]: sha256 },
        }),
        how,
      );
      if (UploadId === undefined) throw new Error('the service began an upload without an id');
      return UploadId;
    },
    async part({ key: Key, uploadId: UploadId }, PartNumber, Body, ChecksumSHA256) {
      const command = new UploadPartCommand({ Bucket, Key, UploadId, PartNumber, Body, ChecksumSHA256 });
      return (await client.send(command, how)).ETag ?? '';
    },
    async finish({ key: Key, uploadId: UploadId }, parts) {
      const Parts = parts.map(({ etag: ETag, sha256: ChecksumSHA256 }, index) => ({
        ...{ ETag, ChecksumSHA256, PartNumber: index + 1 },
      }));
      const command = new CompleteMultipartUploadCommand({ Bucket, Key, UploadId, MultipartUpload: { Parts } });
      await client.send(command, how);
    },
    async abandon({ key: Key, uploadId: UploadId }) {
      await client.send(new AbortMultipartUploadCommand({ Bucket, Key, UploadId }), how);
    },
    close: () => client.destroy(),
  };
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && (error.name === 'NoSuchKey' || error.name === 'NotFound');
}
