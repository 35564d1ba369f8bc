import type { NewMediaFile } from '../../distribution/publishing/media-set.ts';
import { foldName } from '../../formats/wim/names.ts';
import type { Work } from './step.ts';

/** Files that media gets, by their folded path: one that comes later takes the place of one of the same name. */
export type NewMediaFiles = Map<string, NewMediaFile & { file: string }>;

/** Notes a file for the media; `publish` puts it there. */
export async function noteMediaFile(
  { ports, signal }: Pick<Work, 'ports' | 'signal'>,
  noted: NewMediaFiles,
  { names, file }: { names: readonly string[]; file: string },
): Promise<void> {
  const { sha256 } = await ports.files.digest(file, ['sha256'], { signal });
  const size = ports.files.facts(file)?.size ?? 0;
  noted.set(foldName(names.join('\\')), { names, file, sha256, size });
}
