import { FormatError } from '../../formats/format-error.ts';
import { bootFacts } from '../../formats/pe/boot-facts.ts';
import { openPe } from '../../formats/pe/open.ts';
import type { Files } from '../../ports/files.ts';

/** File version of a Windows program; null for a file that is none, or that says no version. */
export function fileVersion(files: Pick<Files, 'source'>, path: string): string | null {
  const source = files.source(path);
  try {
    return bootFacts(source, openPe(source)).version;
  } catch (error) {
    if (error instanceof FormatError) return null;
    throw error;
  } finally {
    source.close();
  }
}

/** Whether a file version, four numbers with dots, is higher than another one. Nothing is said of one that is unknown. */
export function isHigherVersion(version: string | null, than: string | null): boolean {
  if (version === null || than === null) return false;
  const [own, other] = [version, than].map((text) => text.split('.').map(Number)) as [number[], number[]];
  const differing = own.findIndex((part, at) => part !== (other[at] ?? 0));
  return differing >= 0 && (own[differing] ?? 0) > (other[differing] ?? 0);
}
