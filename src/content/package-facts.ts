import { basename } from 'node:path';
import { FormatError } from '../formats/format-error.ts';
import { inspectPackage, type PackageInspection } from '../packages/inspect.ts';
import type { Ports } from '../ports/index.ts';
import type { Learned } from '../updates/learned.ts';

/** What a package file tells of its update; null where it cannot be read, or says nothing. */
export function factsOfPackage(ports: Ports, path: string): Learned | null {
  const { identity = null, version = null, revision = null } = inspected(ports, path) ?? {};
  const [name = null] = identity?.split('~') ?? [];
  return version === null && revision === null ? null : { name, version, revision, from: 'package' };
}

/** Whether a package file says of itself that it only stands for an update. One that cannot be read is left to the tool. */
export function saysStandIn(ports: Ports, path: string): boolean {
  return inspected(ports, path)?.standIn === true;
}

/** Null where the file is no package that can be read. */
function inspected({ files, newDigest, compression }: Ports, path: string): PackageInspection | null {
  const source = files.source(path);
  try {
    return inspectPackage(source, basename(path), { newDigest, inflateRaw: compression.inflateRaw });
  } catch (error) {
    if (error instanceof FormatError) return null;
    throw error;
  } finally {
    source.close();
  }
}
