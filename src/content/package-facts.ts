import { basename } from 'node:path';
import { FormatError } from '../formats/format-error.ts';
import { inspectPackage } from '../packages/inspect.ts';
import type { Ports } from '../ports/index.ts';
import type { Learned } from '../updates/learned.ts';

/** What a package file tells of its update; null where it cannot be read, or says nothing. */
export function factsOfPackage({ files, newDigest, compression }: Ports, path: string): Learned | null {
  const source = files.source(path);
  try {
    const tools = { newDigest, inflateRaw: compression.inflateRaw };
    const { identity, version, revision } = inspectPackage(source, basename(path), tools);
    const [name = null] = identity?.split('~') ?? [];
    return version === null && revision === null ? null : { name, version, revision, from: 'package' };
  } catch (error) {
    if (error instanceof FormatError) return null;
    throw error;
  } finally {
    source.close();
  }
}
