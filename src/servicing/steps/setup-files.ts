import { foldName } from '../../formats/wim/names.ts';
import type { Work } from './step.ts';

/** Notes a file for the media; one that comes later takes the place of one of the same name. */
export async function putSetupFile(
  { ports, outcome, signal }: Work,
  names: readonly string[],
  file: string,
): Promise<void> {
  const { sha256 } = await ports.files.digest(file, ['sha256'], { signal });
  const size = ports.files.facts(file)?.size ?? 0;
  outcome.setup.files.set(foldName(names.join('\\')), { names, file, sha256, size });
}
